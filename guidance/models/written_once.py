"""Rows that are only ever added (Art. 8)."""

from __future__ import annotations

from typing import Any, NoReturn

from foundation.record import RecordedModel
from foundation.record.entry import current_entry


class WrittenOnce(RecordedModel):
    """Raises TypeError when a row would be changed or removed; the database refuses it too."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError(f"{type(self).__name__} is written once and never changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        current_entry()
        raise TypeError(f"{type(self).__name__} is never removed")
