"""A row before and after an upgrade: columns that came since stand at their defaults, others have gone (Art. 6)."""

from __future__ import annotations

from typing import Any

from foundation.record.images import Imager

Image = dict[str, Any]


class Columns:
    """The columns of one model, and what an upgrade writes into those that it adds."""

    def __init__(self, model: type[Any]) -> None:
        fields = model._meta.concrete_fields
        self.added = Imager(model).image([field.get_default() for field in fields])

    def is_same(self, earlier: Image | None, later: Image | None) -> bool:
        """Whether ``later`` is ``earlier``, upgrades between them apart.

        What only ``earlier`` knows has been removed from the model; what only ``later`` knows was added, and
        holds its default: any other value was written by somebody.
        """
        if earlier is None or later is None:
            return earlier is later
        return not self.differences(earlier, later)

    def differences(self, earlier: Image, later: Image) -> list[str]:
        """The columns in which a row was changed, and not by an upgrade."""
        return sorted(name for name in {*earlier, *later} if self._differs(name, earlier, later))

    def _differs(self, name: str, earlier: Image, later: Image) -> bool:
        if name not in later:
            return name in self.added
        if name in earlier:
            return bool(earlier[name] != later[name])
        return name in self.added and later[name] != self.added[name]
