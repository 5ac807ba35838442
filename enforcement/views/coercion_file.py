"""What the page of a measure shows, part by part; free text only to who may read counterparts (Art. 10 (2))."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import TITLE_HIDDEN, masked_counterpart
from enforcement.lists.coercion import coercion_tone
from enforcement.models import CoerciveMeasure
from enforcement.rules.coercion_execution import agreement_is_possible
from enforcement.rules.coercion_facts import CoercionFacts
from enforcement.vocabulary.coercion import UNAPPLIED, CoercionState, ItemFate, SiteStep
from foundation.actors import SCHEDULER
from foundation.pages.facts import Fact, fact, told

FATE_TONES = {ItemFate.KEPT: "watch", ItemFate.RETURNED: "good"}


def coercion_file(measure: CoerciveMeasure, *, reads: bool, today: date, at: datetime) -> dict[str, Any]:
    """The parts of the page, as ``coercion_detail.html`` takes them."""
    facts = measure.facts(by=SCHEDULER, at=at)
    return {
        "reads_persons": reads,
        "state": {"value": measure.get_state_display(), "tone": coercion_tone(measure.state)},
        "steps": _steps(measure),
        "need": _need(measure, reads=reads),
        "limits": _limits(measure, reads=reads),
        "approval": _approval(measure, reads=reads),
        "site": _site(measure, reads=reads),
        "execution": _execution(measure, reads=reads) if measure.is_execution else [],
        "things": [_thing(item, reads=reads) for item in measure.items.all()],
        "days": [{"deadline": d, "days_left": d.days_left(today)} for d in measure.deadlines()],
        "testings": measure.known_testings(),
        "party": _party(measure, reads=reads),
        "hint": _hint(facts, measure),
        "unapproved_until": measure.approve_by if measure.is_in_force and not measure.approved_at else None,
        "to_return": measure.kept_items() if measure.state == CoercionState.EXPIRED else [],
    }


def _text(label: Any, value: str, *, reads: bool) -> Fact:
    return fact(label, value if reads or not value else TITLE_HIDDEN, "multiline")


def _known(facts: list[Fact]) -> list[Fact]:
    return told(facts)


def _need(measure: CoerciveMeasure, *, reads: bool) -> list[Fact]:
    """All four answers, also where one is missing: the gap is what a head looks for."""
    tried = [_text(_("milder means that were tried"), measure.means_tried, reads=reads)]
    useless = [_text(_("why milder means are useless"), measure.why_useless, reads=reads)]
    both = [*tried, *(useless if measure.why_useless else [])]
    return [
        *(useless if measure.why_useless and not measure.means_tried else both),
        _text(_("milder alternative considered"), measure.alternative, reads=reads),
        _text(_("why it is not enough"), measure.why_not_enough, reads=reads),
    ]


def _limits(measure: CoerciveMeasure, *, reads: bool) -> list[Fact]:
    basis = " · ".join(filter(None, (measure.legal_basis, str(measure.get_basis_level_display() or ""))))
    always = [fact(_("legal basis"), basis), _text(_("things or premises"), measure.scope, reads=reads)]
    return always + _known(
        [
            fact(_("place"), measure.place if reads else ""),
            fact(_("amount (yuan)"), measure.amount, "money"),
            fact(_("for how many days"), measure.term_days, "number"),
            fact(_("planned for"), measure.planned_at, "datetime"),
            fact(_("people live there"), _("Yes") if measure.is_dwelling else ""),
        ]
    )


def _approval(measure: CoerciveMeasure, *, reads: bool) -> list[Fact]:
    return _known(
        [
            fact(_("prepared by"), measure.prepared_by.name),
            fact(_("proposed by"), measure.proposed_by.name if measure.proposed_by else ""),
            fact(_("proposed at"), measure.proposed_at, "datetime"),
            fact(_("approved by"), measure.approved_by.name if measure.approved_by else ""),
            fact(_("approved at"), measure.approved_at, "datetime"),
            _text(_("note"), measure.approval_note, reads=reads),
            _text(_("why it could not wait"), measure.urgent_reason, reads=reads),
            fact(_("extended by"), measure.extended_by.name if measure.extended_by else ""),
            fact(_("extended on"), measure.extended_on, "date"),
            _text(_("why it was extended"), measure.extension_reason, reads=reads),
            fact(_("over on"), measure.over_on, "date"),
            _text(_("why it ended"), measure.end_reason or _lapse(measure), reads=reads),
        ]
    )


def _lapse(measure: CoerciveMeasure) -> Any:
    if measure.state != CoercionState.EXPIRED:
        return ""
    if measure.approved_at is None:
        return _("Nobody approved it within 24 hours.")
    return _("Its term was over.")


def _site(measure: CoerciveMeasure, *, reads: bool) -> list[Fact]:
    if measure.applied_at is None:
        return []
    done = [str(SiteStep(step).label) for step in measure.site_steps]
    return _known(
        [
            fact(_("applied at"), measure.applied_at, "datetime"),
            fact(
                _("the party was present"),
                "" if measure.party_attended is None else (_("Yes") if measure.party_attended else _("No")),
            ),
            fact(_("witness"), measure.witness if reads else ""),
            fact(_("done on the spot"), done, "list"),
            _text(_("what happened"), measure.site_note, reads=reads),
        ]
    )


def _execution(measure: CoerciveMeasure, *, reads: bool) -> list[Fact]:
    row = measure.execution
    return _known(
        [
            fact(_("demand served on"), row.demand_served_on, "date"),
            fact(_("to be performed by"), row.demand_until, "date"),
            _text(_("what was demanded"), row.demand, reads=reads),
            _text(_("defence against the demand"), row.defence, reads=reads),
            _text(_("review of the defence"), row.defence_answer, reads=reads),
            _text(_("evidence that assets are moved or hidden"), row.hides_assets, reads=reads),
            _text(_("why it must be cleared at once"), row.clears_at_once, reads=reads),
            fact(_("announced on"), row.announced_on, "date"),
            fact(_("time for remedies ends on"), row.remedies_until, "date"),
            fact(_("supervised on the spot by"), row.supervisor),
            fact(_("estimated cost (yuan)"), row.budget, "money"),
            fact(_("cost (yuan)"), row.cost, "money"),
            fact(_("agreed on"), row.agreed_on, "date"),
            _text(_("what was agreed"), row.agreement, reads=reads),
            fact(_("suspended on"), row.suspended_on, "date"),
            fact(_("ground of suspension"), row.get_suspension_ground_display()),
        ]
    )


def _thing(item: Any, *, reads: bool) -> dict[str, Any]:
    return {
        "item": item,
        "name": item.name if reads else TITLE_HIDDEN,
        "tone": FATE_TONES.get(item.fate, "neutral"),
        "is_kept": item.fate == ItemFate.KEPT,
        "is_taken": item.fate != ItemFate.KEPT or item.measure.applied_at is not None,
    }


def _party(measure: CoerciveMeasure, *, reads: bool) -> list[Fact]:
    case, party = measure.case, measure.case.counterpart
    name = party.name if reads else masked_counterpart((party.name, party.kind))[0]
    shown = fact(_("name"), name, "link", url=party.get_absolute_url()) if reads else fact(_("name"), name)
    return [
        fact(_("case"), str(case), "link", url=case.get_absolute_url()),
        shown,
        fact(_("matter"), case.matter.name),
    ]


def _hint(facts: CoercionFacts, measure: CoerciveMeasure) -> Any:
    """COE-12: an agreement may be offered where it can spare force."""
    if measure.state in (*UNAPPLIED, CoercionState.APPLIED) and agreement_is_possible(facts):
        return _(
            "An execution agreement is possible: instalments, and a surcharge may be waived if the party remedies."
        )
    return ""


_LABELS = (
    _("Milder means"),
    _("Proposal"),
    _("Approval"),
    _("Application of the measure"),
    _("Term and end"),
)
_NOW = {
    CoercionState.DRAFT: 0,
    CoercionState.PROPOSED: 2,
    CoercionState.APPROVED: 3,
    CoercionState.APPLIED: 4,
    CoercionState.AGREED: 4,
    CoercionState.SUSPENDED: 4,
}


def _steps(measure: CoerciveMeasure) -> list[dict[str, Any]]:
    """Five steps from milder means to the end; what was skipped in urgency says so."""
    now = _NOW.get(CoercionState(measure.state), len(_LABELS))
    return [{"label": label, "state": _step(measure, n, now), "note": ""} for n, label in enumerate(_LABELS)]


def _step(measure: CoerciveMeasure, number: int, now: int) -> str:
    if number == 2 and measure.applied_at and measure.approved_at is None:
        return "now" if measure.is_in_force else "skipped"
    if measure.state == CoercionState.WITHDRAWN:
        return "skipped" if number else "done"
    if number == now:
        return "now"
    return "done" if number < now else "todo"
