"""Every act on a case, with its form: browser and API share them (Art. 3, 5, 6, 8, 10)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from enforcement.forms.carrying_out_acts import ARCHIVE, CARRYING_OUT_ACTS
from enforcement.forms.case_decisions import CarryOutForm, DecideForm, ReviewForm
from enforcement.forms.case_intake import (
    ClueForm,
    DeclineFilingForm,
    EditForm,
    FileForm,
    HandlersForm,
    ReasonForm,
)
from enforcement.forms.case_steps import (
    DefenceForm,
    EvidenceForm,
    FlagForm,
    InvestigateForm,
    NoticeForm,
)
from enforcement.forms.circumstances import CircumstancesForm
from enforcement.forms.deliberation import DELIBERATION_ACTS
from enforcement.forms.departures import ASK_DEPARTURE
from enforcement.forms.documents import issuing
from enforcement.forms.evidence_acts import EVIDENCE_ACTS
from enforcement.forms.hearings import HEARING_ACTS
from enforcement.forms.intervals import ASKING_ACTS
from enforcement.forms.publicity import OPEN_PUBLICITY
from enforcement.forms.recusals import RecusalDecisionForm, RecusalForm
from enforcement.forms.remedies import FILE_REMEDY
from enforcement.forms.summary import DECIDE_ON_SPOT, HAND_IN
from enforcement.services import cases, evidence
from foundation.acts import Act
from foundation.permissions import Permission

HANDLE, REVIEW = Permission.CASE_HANDLE, Permission.CASE_REVIEW

REGISTER_CLUE = Act(
    "register_clue",
    cases.register_clue,
    ClueForm,
    _("Register a clue"),
    _("What is known now is enough. It can be corrected until the party is notified."),
    _("The clue is registered. File it, or have the head decide not to."),
    permission=HANDLE,
)

EDIT = Act("edit", cases.edit_case, EditForm, _("Correct the facts"), permission=HANDLE)

TRANSITIONS = (
    Act(
        "file",
        cases.file_case,
        FileForm,
        intro=_("Filing gives the case its number; from today there are ninety days to decide it."),
        done=_("The case is filed."),
        primary=True,
    ),
    Act(
        "decline_filing",
        cases.decline_filing,
        DeclineFilingForm,
        intro=_("A clue that meets the conditions of filing must be filed; say why this one does not."),
        done=_("The clue is closed without a case."),
    ),
    DECIDE_ON_SPOT,
    Act("investigate", cases.conclude_investigation, InvestigateForm, primary=True),
    Act("assess", cases.conclude_assessment, primary=True),
    Act(
        "notify",
        cases.serve_notice,
        NoticeForm,
        intro=_("The party has five working days to state its case and defend itself."),
        done=_("The notice is served; the time for defence is running."),
        primary=True,
    ),
    Act(
        "decide",
        cases.decide_case,
        DecideForm,
        intro=_("A case is decided once. Who handled or reviewed it does not decide it."),
        done=_("The case is decided."),
        primary=True,
    ),
    Act("carry_out", cases.carry_out, CarryOutForm, primary=True),
    Act("close", cases.close_case, primary=True, done=_("The case is closed.")),
    ARCHIVE,
)

SIDE_ACTS = (
    EDIT,
    Act(
        "assign_handlers",
        cases.assign_handlers,
        HandlersForm,
        _("Name the handling officers"),
        permission=HANDLE,
    ),
    Act(
        "apply_recusal",
        cases.apply_recusal,
        RecusalForm,
        _("Ask for a recusal"),
        _(
            "The investigation goes on until it is decided. Who is recused leaves the case and sees it no more."
        ),
        _("The application is recorded; the head decides."),
        permission=Permission.CASE_READ,
    ),
    Act(
        "decide_recusal",
        cases.decide_recusal,
        RecusalDecisionForm,
        _("Decide on a recusal"),
        done=_("The decision is recorded."),
        permission=Permission.RECUSAL_DECIDE,
    ),
    Act(
        "record_circumstances",
        cases.record_circumstances,
        CircumstancesForm,
        _("Record circumstances"),
        _("Leniency turns on these. Leave open what is not known yet: it is never read as no."),
        permission=HANDLE,
    ),
    Act("record_defence", cases.record_defence, DefenceForm, _("Record the defence"), permission=HANDLE),
    Act(
        "review",
        cases.record_review,
        ReviewForm,
        _("Give a legal opinion"),
        _("Who handles a case does not review it, and who reviews it does not decide it."),
        permission=REVIEW,
    ),
    Act(
        "flag",
        cases.flag_case,
        FlagForm,
        _("Mark as major, complex or of social impact"),
        _("Such a case needs legal review before its decision and a return visit after it."),
        permission=HANDLE,
    ),
    Act(
        "add_evidence",
        evidence.add_evidence,
        EvidenceForm,
        _("Add evidence"),
        done=_("The evidence is kept."),
        permission=HANDLE,
    ),
    Act(
        "extend_verification",
        cases.extend_verification,
        ReasonForm,
        _("Extend the time to verify"),
        permission=Permission.CASE_APPROVE,
    ),
    *CARRYING_OUT_ACTS,
    *EVIDENCE_ACTS,
    *HEARING_ACTS,
    *DELIBERATION_ACTS,
    ASK_DEPARTURE,
    HAND_IN,
    FILE_REMEDY,
    OPEN_PUBLICITY,
    issuing("case", HANDLE),
)

CASE_ACTS: dict[str, Act] = {act.name: act for act in (*TRANSITIONS, *SIDE_ACTS, *ASKING_ACTS)}
