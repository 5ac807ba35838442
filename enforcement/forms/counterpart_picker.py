"""Choosing one counterpart among very many: type a part of the name, choose from what is found."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.models import Counterpart
from foundation.actors import Actor


class CounterpartPicker(forms.Widget):
    """A search box whose finds are radio buttons; only what was chosen is sent."""

    template_name = "enforcement/counterpart_picker.html"
    chosen: Counterpart | None = None

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["chosen"] = self.chosen
        return context


class CounterpartField(forms.ModelChoiceField):
    """A counterpart within the actor's reach."""

    widget = CounterpartPicker

    def __init__(self, **kwargs: Any) -> None:
        given = {"label": _("Counterpart"), "queryset": Counterpart.objects.none(), **kwargs}
        super().__init__(**given)

    def reach(self, actor: Actor, value: Any) -> None:
        """Look among what ``actor`` reaches, and show ``value`` (a key) as chosen when it is there."""
        self.queryset = Counterpart.objects.visible_to(actor)
        key = str(getattr(value, "pk", value) or "")
        if key.isascii() and key.isdigit() and len(key) < 19:
            self.widget.chosen = self.queryset.filter(pk=int(key)).first()
