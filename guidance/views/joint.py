"""Joint interviews as the invited organ meets them: the list, one invitation, and its answer (Art. 8 (7))."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import TITLE_HIDDEN
from foundation.pages import DetailPage, ListPage, TransitionPage
from foundation.pages.facts import Fact, fact, told
from foundation.pages.offers import offers_of
from foundation.permissions import Permission
from foundation.record.story import entries_of
from guidance.forms.joint import INVITATION_ACTS, sensible_invitation_acts
from guidance.lifecycle import INVITATION_LIFECYCLE
from guidance.lifecycle.joint import INVITATION_TONES
from guidance.lists.action_cells import addressee_of
from guidance.lists.joint import INVITATION_LIST
from guidance.models import InterviewInvitation
from guidance.models.interviews import appointed_of
from guidance.vocabulary import InvitationState

READ, PERSONS = Permission.GUIDANCE_READ, Permission.COUNTERPART_READ


class InvitationListPage(ListPage):
    spec = INVITATION_LIST
    permission = READ
    subtitle = _("Interviews of other organs to which yours is invited.")
    empty_title = _("No invitation yet")
    empty_text = _(
        "To invite others yourself, draft an interview and choose “Invite another organ” on its page."
    )


class InvitationPage(DetailPage):
    model = InterviewInvitation
    permission = READ
    template_name = "guidance/invitation_detail.html"
    act_url = "guidance:invitation_act"

    def rows(self) -> Any:
        return InterviewInvitation.objects.with_everything()

    def context(self) -> dict[str, Any]:
        row: InterviewInvitation = self.thing
        reads = self.actor.may(PERSONS)
        items = row.action.rectification_items.looked_after_by(row.organ_id) if row.stands and reads else []
        return {
            **super().context(),
            "state": {
                "value": row.get_state_display(),
                "tone": INVITATION_TONES[InvitationState(row.state)].value,
            },
            "about": told(_about(row, self.actor)) if row.stands else [],
            "facts": told(_answer(row, reads=reads)),
            "items": list(items),
            "timeline": entries_of(row, limit=20, reasons=reads),
        }

    def offers(self) -> list[dict[str, Any]]:
        return offers_of(
            self.thing,
            acts=sensible_invitation_acts(self.thing),
            lifecycle=INVITATION_LIFECYCLE,
            act_url=self.act_url,
            by=self.actor,
            at=self.now,
        )


class InvitationActPage(TransitionPage):
    model = InterviewInvitation
    permission = READ
    acts = INVITATION_ACTS
    lifecycle = INVITATION_LIFECYCLE

    def rows(self) -> Any:
        return InterviewInvitation.objects.with_everything()


def _about(row: InterviewInvitation, by: Any) -> list[Fact]:
    """What is to be talked about, when and where, as far as the reader may know of persons."""
    action, interview = row.action, row.action.interview
    hour, place = appointed_of(action)
    reads = by.may(PERSONS)
    return [
        fact(_("leading organ"), str(action.organ)),
        fact(_("appointed for"), hour, "datetime"),
        fact(_("place"), place),
        fact(_("counterpart"), addressee_of(action, by)),
        fact(_("cause of the interview"), interview.cause if reads else TITLE_HIDDEN, "multiline"),
        fact(_("contact person and telephone"), action.contact if reads else ""),
    ]


def _answer(row: InterviewInvitation, *, reads: bool) -> list[Fact]:
    return [
        fact(_("invited organ"), str(row.organ)),
        fact(_("what it is asked to bring in"), row.task if reads else TITLE_HIDDEN, "multiline"),
        fact(_("invited by"), str(row.asked_by)),
        fact(_("invited at"), row.asked_at, "datetime"),
        fact(_("who comes for it"), str(row.officer or "") if row.stands else ""),
        fact(_("answered by"), str(row.answered_by or "")),
        fact(_("answered at"), row.answered_at, "datetime"),
        fact(_("note"), (row.note if reads else TITLE_HIDDEN) if row.note else "", "multiline"),
    ]
