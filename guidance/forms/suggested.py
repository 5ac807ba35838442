"""What is typed as suggestions: one a line, with what it brings and a day that would suit (Art. 8 (5))."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from guidance.rules.points import unreadable

HELP = _(
    "Each is adopted or left by itself. After a stroke you may say what it brings, and after another which day would"
    " suit: label the shelves | fewer questions | 2026-12-31"
)


class SuggestedDraft:
    """The part of the form for suggestions that reads them line by line."""

    cleaned_data: dict[str, Any]
    fields: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["suggestions"].help_text = HELP

    def clean_suggestions(self) -> str:
        text: str = self.cleaned_data["suggestions"]
        for line in unreadable(text):
            raise ValidationError(
                _("“%(line)s”: write suggestion | what it brings | day, such as 2026-12-31."),
                code="unreadable",
                params={"line": line[:60]},
            )
        return text
