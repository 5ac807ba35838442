"""What the deadline calculator asks: law, days, start, and spans that do not count."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.forms.days import day_field
from enforcement.services.deadlines import calculate
from enforcement.vocabulary import Law
from foundation.acts import Act, ActForm

LONGEST = 1000
MOST_SPANS = 20
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class SpansField(forms.JSONField):
    """Pairs of days: as JSON, or typed with one pair a line."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return []
        rows = (
            [_DAY.findall(line) for line in value.splitlines() if line.strip()]
            if isinstance(value, str)
            else value
        )
        if not isinstance(rows, list) or len(rows) > MOST_SPANS:
            raise self._wrong()
        return [self._span(row) for row in rows]

    def bound_data(self, data: Any, initial: Any) -> Any:
        return data

    def prepare_value(self, value: Any) -> Any:
        return value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(data)

    def _span(self, row: Any) -> tuple[date, date]:
        try:
            first, last = (date.fromisoformat(day) for day in row)
        except (TypeError, ValueError) as error:
            raise self._wrong() from error
        if last < first:
            raise ValidationError(_("A span cannot end before it begins."), code="order")
        return first, last

    def _wrong(self) -> ValidationError:
        return ValidationError(
            _("Give each span as two days, at most %(most)s spans: 2026-12-01 2026-12-03."),
            code="invalid",
            params={"most": MOST_SPANS},
        )


class _Question(ActForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["from"].initial = timezone.localdate(self.at)


QuestionForm: Any = type(
    "QuestionForm",
    (_Question,),  # “from” is a word of the language, so the fields are named here
    {
        "law": forms.ChoiceField(label=_("Law"), choices=Law.choices, initial=Law.PENALTY),
        "days": forms.IntegerField(label=_("Days"), min_value=1, max_value=LONGEST, initial=5),
        "from": day_field(
            _("From"), help_text=_("The day of service, filing or measure; it is not counted.")
        ),
        "suspended": SpansField(
            label=_("Suspended"),
            required=False,
            help_text=_("One span a line, first and last day: 2026-12-01 2026-12-03."),
            widget=forms.Textarea(attrs={"rows": 2}),
        ),
    },
)

CALCULATE = Act("reckon", calculate, QuestionForm, _("Reckon the deadline"))
