"""What is wrong in a row of a sheet: everything at once, each under the name of its column."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


@dataclass(slots=True)
class Faults:
    """The faults of one row, by column, as they are found."""

    found: dict[str, list[str]] = field(default_factory=dict)

    def note(self, column: str, text: str) -> None:
        """Note a fault under its column."""
        self.found.setdefault(column, []).append(text)

    def of(self, column: str, read: Callable[[], Any]) -> Any:
        """What ``read`` returns; None when it finds faults, which are noted under ``column`` or their own."""
        try:
            return read()
        except ValueError as error:
            self.note(column, str(error))
        except ValidationError as error:
            for name, texts in error.message_dict.items():
                for text in texts:
                    self.note(column or name, text)
        return None

    def refuse(self) -> None:
        """Raise ValidationError when anything was noted."""
        if self.found:
            raise ValidationError(
                [
                    _("%(column)s: %(error)s") % {"column": column, "error": text}
                    for column, texts in self.found.items()
                    for text in texts
                ]
            )
