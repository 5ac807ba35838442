"""What is typed into a public text and its life, for browser and API (Art. 4; Penalty Law, Art. 48, 50)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.forms.case_intake import ReasonForm
from enforcement.forms.days import day_field
from enforcement.forms.texts import text_field
from enforcement.models import Publication
from enforcement.services import publicity
from enforcement.vocabulary.publicity import (
    OF_PENALTIES,
    RESULTS,
    SHOWN,
    UNPUBLISHED,
    Concern,
    PublicityState,
    Undoing,
    WithholdingGround,
)
from foundation.acts import Act, ActForm
from foundation.permissions import Permission


class TextForm(ActForm):
    party = forms.CharField(
        label=_("Party, as it is published"),
        max_length=200,
        help_text=_("A citizen's name is masked; a minor is not named."),
    )
    violation = text_field(_("What was found"), rows=5, longest=5000)
    basis = text_field(
        _("Basis"), rows=2, longest=2000, help_text=_("What was violated, and what the result rests on.")
    )
    result = text_field(_("What was decided"), rows=3, longest=2000)
    concerns = forms.MultipleChoiceField(
        label=_("Does it concern any of these?"),
        choices=Concern.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    masking = text_field(
        _("How it was masked"),
        required=False,
        rows=2,
        longest=1000,
        help_text=_("What was left out or replaced."),
    )

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        """As it was written; at first as the file gives it, masked."""
        if thing.state == PublicityState.DUE:
            return publicity.drafted_text_of(thing)
        return super().initial_for(thing)


class CorrectionForm(TextForm):
    correction_reason = text_field(
        _("Why it is corrected"),
        rows=2,
        longest=1000,
        help_text=_("It stands beside the new text for everybody."),
    )

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        return super(TextForm, cls).initial_for(thing)


def ground_field(choices: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=_("Ground"), choices=choices, widget=forms.RadioSelect)


class WithholdForm(ActForm):
    withheld_ground = ground_field(WithholdingGround.choices)
    closing_reason = text_field(_("Reason"), rows=3, longest=2000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """What the law knows for penalties alone is offered for nothing else."""
        super().__init__(*args, **kwargs)
        if self.thing is not None and self.thing.kind in RESULTS:
            offered = [choice for choice in WithholdingGround.choices if choice[0] not in OF_PENALTIES]
            self.fields["withheld_ground"] = ground_field(offered)


class UndoneForm(ActForm):
    undone_as = forms.ChoiceField(
        label=_("How it was undone"), choices=Undoing.choices, widget=forms.RadioSelect
    )
    undone_on = day_field(_("Undone on"))
    undone_ruling = forms.CharField(
        label=_("By whom, and its number"),
        max_length=200,
        help_text=_("The organ, reconsideration organ or court, and the number of its decision."),
    )


class WithdrawForm(ActForm):
    withdrawal_reason = text_field(
        _("Public reason"), rows=3, longest=1000, help_text=_("Everybody reads it: no names, no numbers.")
    )


class EndEarlyForm(ActForm):
    end_applied_on = day_field(_("Applied for on"))
    closing_reason = text_field(_("Why it ends earlier"), rows=3, longest=2000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["end_applied_on"].initial = timezone.localdate(self.at)


PUBLICITY_ACTS = {
    act.name: act
    for act in (
        Act(
            "draft",
            publicity.draft_text,
            TextForm,
            intro=_("Taken from the file and masked. Read it as a neighbour of the party would."),
            done=_("The text waits for the approval of a head who does not handle the matter."),
            primary=True,
        ),
        Act(
            "approve",
            publicity.approve_text,
            primary=True,
            done=_("The text is approved: it can be published."),
        ),
        Act("publish", publicity.publish, primary=True, done=_("It is published for everybody.")),
        Act("send_back", publicity.send_back_text, ReasonForm),
        Act("correct", publicity.correct_text, CorrectionForm, done=_("The correction waits for a head.")),
        Act(
            "publish_correction",
            publicity.publish_correction,
            primary=True,
            done=_("The corrected text is published."),
        ),
        Act("drop_correction", publicity.drop_correction),
        Act(
            "withdraw",
            publicity.withdraw,
            WithdrawForm,
            intro=_("Within three working days after it was changed or undone; the reason is public."),
            done=_("It is withdrawn; its address now says why."),
        ),
        Act("redraft", publicity.redraft, primary=True),
        Act("end_early", publicity.end_early, EndEarlyForm),
        Act("withhold", publicity.withhold, WithholdForm),
        Act(
            "note_undoing",
            publicity.note_undoing,
            UndoneForm,
            _("Record that it was undone"),
            intro=_(
                "Coercion or a result that was changed, revoked, or found unlawful or void, does not stay up."
            ),
            done=_("Recorded: what is published is to be withdrawn."),
            permission=Permission.CASE_HANDLE,
        ),
    )
}


def acts_on(row: Publication) -> dict[str, Act]:
    """The acts that mean anything for ``row``: a penalty is undone by its remedies, which its case keeps."""
    may_be_undone = row.kind in RESULTS and row.state in (*UNPUBLISHED, *SHOWN)
    return {name: act for name, act in PUBLICITY_ACTS.items() if name != "note_undoing" or may_be_undone}


OPEN_PUBLICITY = Act(
    "open_publicity",
    publicity.open_publicity,
    label=_("Begin publicity"),
    done=_("The public text is to be drafted."),
    permission=Permission.CASE_HANDLE,
)
