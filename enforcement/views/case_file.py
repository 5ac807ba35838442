"""What the page of a case shows, part by part; free text only to who may read counterparts (Art. 6)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import TITLE_HIDDEN, flags_of, masked_counterpart, state_tone
from enforcement.models import Case
from enforcement.rules.deadlines import Deadline
from enforcement.views.case_filing import filing_facts
from enforcement.views.case_hearing import crime_card, discussion_card, hearing_card
from enforcement.views.case_steps import steps_of
from enforcement.vocabulary.remedies import RemedyResult
from foundation.actors import Actor
from foundation.pages.facts import Fact, fact, told
from foundation.permissions import Permission

COURT_SOON = 60


def case_file(case: Case, *, by: Actor, today: date) -> dict[str, Any]:
    """The parts of the page, as ``case_detail.html`` takes them."""
    reads = by.may(Permission.COUNTERPART_READ)
    return {
        "reads_persons": reads,
        "title": case.title if reads else TITLE_HIDDEN,
        "state": {"value": case.get_state_display(), "tone": state_tone(case.state)},
        "undone": _undone(case),
        "flags": flags_of((case.is_major, case.is_complex, case.has_social_impact)),
        "steps": steps_of(case),
        "party": _party(case, reads=reads),
        "facts": _facts(case, reads=reads),
        "filing": filing_facts(case, reads=reads),
        "hearing": hearing_card(case, reads=reads),
        "discussion": discussion_card(case, reads=reads),
        "crime": crime_card(case, reads=reads),
        "circumstances": _circumstances(case, reads=reads),
        "notice": _notice(case, reads=reads),
        "decision": _decision(case, reads=reads),
        "days": [
            {"deadline": d, "days_left": d.days_left(today)} for d in case.deadlines() if _is_near(d, today)
        ],
    }


def _is_near(deadline: Deadline, today: date) -> bool:
    """The window of the court opens half a year from now: it stands in the head of the page when it closes."""
    return deadline.code != "court" or (deadline.due_on - today).days <= COURT_SOON


def _undone(case: Case) -> Any:
    """What came of a remedy after which the decision does not stand; ``whole_files`` brings it along."""
    result = getattr(case, "undone_by", None)
    return RemedyResult(result).label if result else ""


def _text(label: Any, value: str, *, reads: bool) -> Fact:
    return fact(label, value if reads or not value else TITLE_HIDDEN, "multiline")


def _party(case: Case, *, reads: bool) -> list[Fact]:
    party = case.counterpart
    name = party.name if reads else masked_counterpart((party.name, party.kind))[0]
    shown = fact(_("name"), name, "link", url=party.get_absolute_url()) if reads else fact(_("name"), name)
    return [
        shown,
        fact(_("kind"), party.get_kind_display()),
        fact(_("region"), party.region.name),
        fact(_("industry"), party.get_industry_display()),
    ]


def _facts(case: Case, *, reads: bool) -> list[Fact]:
    matter = case.matter
    return [
        fact(_("matter"), matter.name, "link", url=matter.get_absolute_url()),
        fact(_("provision violated"), matter.violated),
        fact(_("basis of the penalty"), matter.basis),
        fact(_("statutory range"), matter.statutory_range),
        fact(_("source"), case.get_source_display()),
        fact(_("place"), case.place),
        fact(_("occurred on"), case.occurred_on, "date"),
        *([fact(_("ended on"), case.ended_on, "date")] if case.ended_on else []),
        fact(_("discovered on"), case.discovered_on, "date"),
        fact(_("certificates shown on"), case.certificates_shown_on, "date"),
        _text(_("facts found"), case.facts_found, reads=reads),
        *([_text(_("why it is flagged"), case.flag_reason, reads=reads)] if case.is_flagged else []),
    ]


def _circumstances(case: Case, *, reads: bool) -> list[Fact]:
    """Only what is known: an empty value is not a no."""
    known = getattr(case, "circumstances", None)
    if known is None:
        return []
    shown = [
        fact(_("gravity of the conduct"), known.get_gravity_display()),
        fact(_("harmful consequence"), known.get_harm_display()),
        fact(_("subjective fault"), known.get_fault_display()),
        fact(_("the party has proven that it was not at fault"), _yes_no(known.no_fault_proven)),
        fact(_("to be corrected by"), known.correct_by, "date"),
        fact(_("corrected on"), known.corrected_on, "date"),
        fact(_("when it was put right"), known.get_corrected_when_display()),
        fact(_("refuses to correct"), _yes_no(known.refuses_correction)),
        fact(_("found and reported by the party"), _yes_no(known.found_by_self)),
        fact(_("endangers life, health or public safety"), _yes_no(known.endangers_safety)),
        fact(_("touches life, health or financial safety"), _yes_no(known.life_health_or_finance)),
        fact(_("the act still goes on"), _yes_no(known.continuing)),
        fact(_("obstructed the officers"), _yes_no(known.obstructed)),
        fact(_("exploited an emergency"), _yes_no(known.exploited_emergency)),
        fact(_("endangered minors"), _yes_no(known.endangered_minors)),
        fact(_("forged, hid or destroyed evidence"), _yes_no(known.forged_evidence)),
        fact(_("amount involved (yuan)"), known.amount, "money"),
        fact(_("value of the goods (yuan)"), known.goods_value, "money"),
        fact(_("unlawful gain (yuan)"), known.unlawful_gain, "money"),
        fact(_("paid back of it (yuan)"), known.refunded, "money"),
        fact(_("area (m²)"), known.area, "number"),
        fact(_("quantity"), known.quantity, "number"),
        fact(_("days late"), known.days_late, "number"),
        fact(_("age of the party"), known.party_age, "number"),
        fact(_("whether the party could recognise and control its conduct"), known.get_capacity_display()),
        fact(_("removed or reduced the harm of its own accord"), _yes_no(known.removed_harm)),
        fact(_("was forced or deceived by others"), _yes_no(known.was_coerced)),
        fact(_("confessed violations that the organ did not know of"), _yes_no(known.confessed)),
        fact(_("helped the organ to clear up violations"), _yes_no(known.has_merit)),
        _text(_("other ground for a milder penalty, with its provision"), known.other_ground, reads=reads),
    ]
    return told(shown)


def _yes_no(value: bool | None) -> Any:
    return {True: _("Yes"), False: _("No"), None: None}[value]


def _notice(case: Case, *, reads: bool) -> list[Fact]:
    notice = getattr(case, "notice", None)
    if notice is None:
        return []
    return [
        fact(_("number"), notice.number),
        fact(_("served on"), notice.served_on, "date"),
        fact(_("defence until"), notice.defence_until, "date"),
        *([fact(_("intended fine (yuan)"), notice.intended_fine, "money")] if notice.intended_fine else []),
        *(
            [fact(_("intended kind of penalty"), notice.get_intended_kind_display())]
            if notice.intended_kind
            else []
        ),
        *(
            [fact(_("hearing may be requested until"), notice.hearing_until, "date")]
            if notice.hearing_told
            else []
        ),
        *([fact(_("defence"), _("waived in writing"))] if notice.is_waived else []),
        _text(_("what the party was told"), notice.content, reads=reads),
        _text(_("statement or defence"), notice.defence, reads=reads),
        _text(_("review of the defence"), notice.defence_answer, reads=reads),
    ]


def _decision(case: Case, *, reads: bool) -> list[Fact]:
    decision = getattr(case, "decision", None)
    if decision is None:
        return []
    shown = [
        fact(_("number"), decision.number),
        fact(_("outcome"), decision.get_outcome_display()),
        fact(_("kind of penalty"), decision.get_penalty_kind_display()),
        fact(_("fine (yuan)"), decision.fine, "money"),
        fact(_("tier of the benchmark"), decision.get_tier_display()),
        fact(_("decided on"), decision.decided_on, "date"),
        fact(_("decided by"), decision.decided_by.name),
        fact(_("served on"), decision.served_on, "date"),
        fact(_("to be filed with the organ by"), decision.file_by, "date"),
        fact(_("filed with the organ on"), decision.handed_in_on, "date"),
        fact(_("transferred to"), decision.transferred_to),
        _text(_("facts, evidence and reasons"), decision.reasons, reads=reads),
        _text(_("order to correct"), decision.correction_order, reads=reads),
        fact(_("to be corrected by"), decision.correct_by, "date"),
        _text(_("how and by when it is performed"), decision.performance, reads=reads),
        _text(_("remedies of the party"), decision.remedies, reads=reads),
        _text(_("education given"), decision.education, reads=reads),
        fact(_("party to be educated by"), decision.educate_by, "date"),
    ]
    return told(shown)
