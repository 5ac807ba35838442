"""What is typed into a public text and its life, for browser and API (Art. 4; Penalty Law, Art. 48, 50)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.forms.case_intake import ReasonForm
from enforcement.forms.days import day_field
from enforcement.forms.texts import text_field
from enforcement.services import publicity
from enforcement.vocabulary.publicity import Concern, PublicityState, WithholdingGround
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
        _("Basis"), rows=2, longest=2000, help_text=_("What was violated, and what the penalty rests on.")
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
            return publicity.drafted_text(thing.case)
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


class WithholdForm(ActForm):
    withheld_ground = forms.ChoiceField(
        label=_("Ground"), choices=WithholdingGround.choices, widget=forms.RadioSelect
    )
    closing_reason = text_field(_("Reason"), rows=3, longest=2000)


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
            done=_("The text waits for the approval of a head who does not handle the case."),
            primary=True,
        ),
        Act(
            "approve",
            publicity.approve_text,
            primary=True,
            done=_("The text is approved: it can be published."),
        ),
        Act("publish", publicity.publish, primary=True, done=_("The decision is published.")),
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
            intro=_(
                "Within three working days after the decision was changed or undone; the reason is public."
            ),
            done=_("It is withdrawn; its address now says why."),
        ),
        Act("redraft", publicity.redraft, primary=True),
        Act("end_early", publicity.end_early, EndEarlyForm),
        Act("withhold", publicity.withhold, WithholdForm),
    )
}

OPEN_PUBLICITY = Act(
    "open_publicity",
    publicity.open_publicity,
    label=_("Begin publicity"),
    done=_("The public text is to be drafted."),
    permission=Permission.CASE_HANDLE,
)
