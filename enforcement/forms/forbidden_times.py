"""What is asked about a time, and what somebody above remarks on an exception (Art. 6)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.moments import moment_field
from enforcement.forms.texts import open_choice, text_field
from enforcement.models import Organ
from enforcement.services import forbidden_times as services
from enforcement.vocabulary import QuietException, TimedAct
from foundation.acts import Act, ActForm
from foundation.permissions import Permission


class TimeCheckForm(ActForm):
    act = forms.ChoiceField(label=_("What for"), choices=TimedAct.choices)
    at = moment_field(_("When"))  # type: ignore[assignment]
    organ = forms.ModelChoiceField(label=_("Organ"), queryset=Organ.objects.none())
    exception = open_choice(_("Exception on quiet days"), QuietException.choices, empty=_("none"))
    urgent = forms.BooleanField(label=_("It is urgent and cannot wait"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = Organ.objects.visible_to(self.actor).filter(is_active=True).order_by("code")
        self.offer("organ", known)

    def service_data(self) -> dict[str, Any]:
        """The moment asked about is not the moment of asking."""
        data = super().service_data()
        moment = data.pop("at")
        return {**data, "moment": moment}


class RemarkForm(ActForm):
    remark = text_field(_("Remark"), rows=3, longest=2000, help_text=_("What you found, and what follows."))


CHECK = Act("check", services.check_time, TimeCheckForm, permission=Permission.ORGAN_READ)
_LOOK: dict[str, Any] = {"label": _("Note that you looked at it"), "primary": True}
EMERGENCY_ACTS = {"look": Act("look", services.look_at_emergency, RemarkForm, **_LOOK)}
SIGNAL_ACTS = {"look": Act("look", services.look_at_signal, RemarkForm, **_LOOK)}
