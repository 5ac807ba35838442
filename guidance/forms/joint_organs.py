"""Organs that take part in an interview, as they are chosen in its record (Art. 8 (7))."""

from __future__ import annotations

from typing import Any

from django import forms

from enforcement.models import Organ
from foundation.acts import ActForm
from guidance.vocabulary import InvitationState


def organ_field(label: Any, nobody: Any) -> forms.ModelChoiceField:
    """One of the organs that take part; ``nobody`` is what leaving it empty means."""
    return forms.ModelChoiceField(
        label=label, queryset=Organ.objects.none(), required=False, empty_label=nobody
    )


def offer_joint_organs(form: ActForm) -> None:
    """Let ``organ`` be one that takes part; without any the field is not shown."""
    if form.thing is None:
        return
    keys = [row.organ_id for row in form.thing.joint_organs if row.state == InvitationState.COMING]
    form.offer("organ", Organ.objects.visible_to(form.actor).filter(pk__in=keys))
    if not keys:
        form.fields["organ"].widget = forms.HiddenInput()


def interviewers_of(action: Any) -> dict[str, str]:
    """Who holds a joint interview, so that the record names the officers of every organ."""
    guests = [row for row in action.joint_organs if row.state == InvitationState.COMING]
    if not guests:
        return {}
    own = [(row.officer, action.organ) for row in action.officers.all()]
    people = [*own, *((row.officer, row.organ) for row in guests)]
    told = (f"{officer.name_zh} {officer.certificate_number}（{organ.name_zh}）" for officer, organ in people)
    return {"interviewers": "、".join(told)[:300]}
