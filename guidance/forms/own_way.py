"""Forms of guidance in a way of one's own: its fields stand in the form as if they had always been there (Art. 8)."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from guidance.forms.extra import PREFIX, extra_fields, extra_values
from guidance.models import OtherWay
from guidance.vocabulary import FieldStage, OtherWayState

_LONGEST_KEY = 18


class OwnWayDraft:
    """Adds the fields of the definition that was chosen; name and method are then those of the definition."""

    fields: Any
    thing: Any
    actor: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.definition = self._chosen()
        self.asked = self.definition.fields_of(FieldStage.DRAFTED) if self.definition else []
        if self.definition is not None:
            del self.fields["name"], self.fields["method"]
            self.fields.update(extra_fields(self.asked))
            self.order_fields([*self._until("content"), *(PREFIX + f.key for f in self.asked)])  # type: ignore[attr-defined]

    def service_data(self) -> dict[str, Any]:
        data: dict[str, Any] = super().service_data()  # type: ignore[misc]
        typed = {name: data.pop(name) for name in list(data) if name.startswith(PREFIX)}
        if self.definition is not None:
            data["detail"] |= {
                "name": self.definition.name_zh,
                "method": self.definition.description,
                "drafted_values": extra_values(self.asked, typed),
            }
        return data

    def _chosen(self) -> OtherWay | None:
        kept = getattr(getattr(self.thing, "detail", None), "definition_id", None)
        rows = OtherWay.objects.workable_by(self.actor).filter(Q(state=OtherWayState.IN_USE) | Q(pk=kept))
        self.offer("definition", rows)  # type: ignore[attr-defined]
        key = str(self.given("definition") or "")  # type: ignore[attr-defined]
        if not (key.isascii() and key.isdigit() and len(key) <= _LONGEST_KEY):
            return None
        return rows.prefetch_related("fields").filter(pk=int(key)).first()

    def _until(self, name: str) -> list[str]:
        names = [n for n in self.fields if not n.startswith(PREFIX)]
        return names[: names.index(name)]


class OwnWayRecord:
    """Adds the fields that the definition asks for afterwards."""

    fields: Any
    thing: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        definition = getattr(getattr(self.thing, "detail", None), "definition", None)
        self.asked = definition.fields_of(FieldStage.RECORDED) if definition else []
        self.fields.update(extra_fields(self.asked))

    def service_data(self) -> dict[str, Any]:
        data: dict[str, Any] = super().service_data()  # type: ignore[misc]
        typed = {name: data.pop(name) for name in list(data) if name.startswith(PREFIX)}
        return {**data, "recorded_values": extra_values(self.asked, typed)} if self.asked else data
