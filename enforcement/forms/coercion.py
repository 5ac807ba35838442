"""Every act on coercion, with its form: browser and API share them (Art. 5, 10 (2))."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from enforcement.forms.coercion_note import ChangeNoteForm, DraftForm, DraftInCaseForm
from enforcement.forms.coercion_site import (
    ApplyForm,
    ApplyUrgentlyForm,
    DealForm,
    EditItemForm,
    ItemForm,
    OfItemForm,
)
from enforcement.forms.coercion_steps import (
    AgreeForm,
    AnnounceForm,
    ApproveForm,
    CompleteForm,
    DemandAnswerForm,
    DemandForm,
    ExtendForm,
    LiftForm,
    ServedForm,
    SuspendForm,
    TestingForm,
    WhyForm,
)
from enforcement.forms.documents import issuing
from enforcement.lifecycle.coercion import STATES_OF_COERCION_ACT, fits_kind
from enforcement.models import CoerciveMeasure
from enforcement.services import coercion
from foundation.acts import Act
from foundation.permissions import Permission

PROPOSE = Permission.COERCION_PROPOSE

DRAFT = Act("draft", coercion.draft_measure, DraftForm, _("Consider coercion"), permission=PROPOSE)
DRAFT_IN_CASE = Act(
    "draft",
    coercion.draft_in_case,
    DraftInCaseForm,
    _("Consider coercion"),
    _("Nothing is proposed yet. What is still open can be added before the proposal."),
    _("Kept. Link the guidance that was tried, enter the things, then propose it."),
    permission=PROPOSE,
)
EDIT = Act("edit", coercion.edit_measure, ChangeNoteForm, _("Correct the note"), permission=PROPOSE)

TRANSITIONS = (
    Act("propose", coercion.propose_measure, primary=True, done=_("Proposed. The head was told.")),
    Act("approve", coercion.approve_measure, ApproveForm, primary=True, done=_("Approved.")),
    Act("return_to_draft", coercion.return_to_draft, WhyForm),
    Act("apply", coercion.apply_measure, ApplyForm, primary=True, done=_("Recorded.")),
    Act(
        "apply_urgently",
        coercion.apply_urgently,
        ApplyUrgentlyForm,
        intro=_("Only where waiting would defeat the purpose. Without approval within 24 hours it lapses."),
        done=_("Recorded. A head has 24 hours to approve it."),
    ),
    Act("confirm", coercion.confirm_measure, ApproveForm, primary=True, done=_("Approved.")),
    Act("extend", coercion.extend_measure, ExtendForm),
    Act("lift", coercion.lift_measure, LiftForm, done=_("Lifted.")),
    Act("convert", coercion.convert_measure, WhyForm),
    Act("agree", coercion.agree_on_execution, AgreeForm),
    Act("suspend", coercion.suspend_execution, SuspendForm),
    Act("resume", coercion.resume_execution, WhyForm),
    Act("complete", coercion.complete_execution, CompleteForm, primary=True),
    Act("end", coercion.end_execution),
    Act("withdraw", coercion.withdraw_measure, WhyForm),
)
SIDE_ACTS = (
    EDIT,
    Act("add_item", coercion.add_item, ItemForm, _("Enter a thing"), permission=PROPOSE),
    Act("edit_item", coercion.edit_item, EditItemForm, _("Correct a thing"), permission=PROPOSE),
    Act("remove_item", coercion.remove_item, OfItemForm, _("Take a thing off"), permission=PROPOSE),
    Act("deal_with_item", coercion.deal_with_item, DealForm, _("Give a thing back"), permission=PROPOSE),
    Act("add_testing", coercion.add_testing, TestingForm, _("Record testing time"), permission=PROPOSE),
    Act("serve_document", coercion.serve_document, ServedForm, _("Record the service"), permission=PROPOSE),
    Act("serve_demand", coercion.serve_demand, DemandForm, _("Serve the demand"), permission=PROPOSE),
    Act(
        "answer_demand", coercion.answer_demand, DemandAnswerForm, _("Record the defence"), permission=PROPOSE
    ),
    Act(
        "announce",
        coercion.announce_demolition,
        AnnounceForm,
        _("Record the announcement"),
        permission=PROPOSE,
    ),
    issuing("coercion", PROPOSE),
)
COERCION_ACTS: dict[str, Act] = {act.name: act for act in (*TRANSITIONS, *SIDE_ACTS)}


def sensible_acts(measure: CoerciveMeasure) -> dict[str, Act]:
    """The acts that have a meaning for this kind in its present state; rules may still refuse them."""
    return {
        name: act
        for name, act in COERCION_ACTS.items()
        if fits_kind(name, measure.kind)
        and measure.state in STATES_OF_COERCION_ACT.get(name, (measure.state,))
        and not (name == "confirm" and measure.approved_at is not None)
        and not (name in _ABOUT_THINGS and not measure.items.exists())
    }


_ABOUT_THINGS = ("edit_item", "remove_item", "deal_with_item")
