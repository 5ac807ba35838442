"""When an inspection may be planned, begun and concluded; what a firm may say of it (Art. 6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.rules.emergencies import obstacles_to_late_record
from enforcement.rules.facts import OfficerFacts
from enforcement.vocabulary.inspections import BEYOND_THE_CAP, InspectionOrigin, NoteSign
from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle, Severity

TWO = 2
NEAR_DAYS = 30
_NOTICE_54: Any = _("State Council Office notice 国办发〔2024〕54号 on inspections of enterprises")
_LOCAL: Any = _("local setting")
_DISGUISED = ("观摩", "督导", "考察", "调研", "study tour")
_DRIVEN = ("创收", "罚款任务", "检查指标", "quota")


@dataclass(frozen=True, slots=True)
class InspectionFacts:
    """An inspection as it is planned, begun or concluded; ``others`` are visits of the firm near in time."""

    recorded_at: datetime
    officers: tuple[OfficerFacts, ...]
    organ_is_active: bool = True
    matters: int = 1
    matters_in_duties: bool = True
    origin: str = InspectionOrigin.PLAN
    has_plan: bool = False
    has_approval: bool = False
    cap: int | None = None
    this_year: int = 0
    exempt_reason: str = ""
    others: tuple[str, ...] = ()
    purpose: str = ""
    why_on_site: str = ""
    certificates_shown: bool = False
    checked_in: bool = False
    is_emergency: bool = False
    started_at: datetime | None = None
    ended_at: datetime | None = None
    late_reason: str = ""
    note: str = ""
    note_sign: str = ""
    witness: str = ""


def obstacles_to_planning(facts: InspectionFacts) -> Iterator[Obstacle]:
    """Whether the firm may be visited at all; the hour is judged by the rules of forbidden times."""
    yield from _obstacles_to_basis(facts)
    yield from _obstacles_of_the_cap(facts)
    yield from _obstacles_of_other_visits(facts)
    yield from _obstacles_of_purpose(facts)
    yield from obstacles_to_officers(facts)


def _obstacles_to_basis(facts: InspectionFacts) -> Iterator[Obstacle]:
    """INS-1: only published matters within the duties, by a filed plan or with approval."""
    if not facts.organ_is_active or not facts.matters or not facts.matters_in_duties:
        yield _of_enterprises(
            "INS-1",
            _("These matters are not among the published matters of this organ."),
            _("Choose matters of your organ's own fields; the firm may refuse others."),
            field="matters",
        )
    planned = facts.origin in (InspectionOrigin.PLAN, InspectionOrigin.RANDOM)
    if planned and not facts.has_plan:
        yield _of_enterprises(
            "INS-1",
            _("No filed plan is named."),
            _("Name the plan under which it was filed, or another occasion with approval."),
            field="plan_reference",
        )
    if not planned and not facts.has_approval:
        yield _of_enterprises(
            "INS-1",
            _("Outside the plan, a head approves each inspection."),
            _("Name the head who approved it."),
            field="approver",
        )


def _obstacles_of_the_cap(facts: InspectionFacts) -> Iterator[Obstacle]:
    """INS-2: the published yearly cap holds, but for complaints, transfers and alarms with a reason."""
    if facts.cap is None or facts.this_year < facts.cap:
        return
    words = _("This firm was visited %(count)s times this year; the published cap is %(cap)s.") % {
        "count": facts.this_year,
        "cap": facts.cap,
    }
    if facts.origin not in BEYOND_THE_CAP:
        yield _of_enterprises(
            "INS-2", words, _("Wait for next year, or join another organ's visit."), field="origin"
        )
    elif not facts.exempt_reason.strip():
        yield Obstacle(
            code="INS-2",
            message=words,
            article=Article(6),
            citation=_NOTICE_54,
            severity=Severity.REQUIRE,
            field="exempt_reason",
            next_step=_("Say why this occasion goes beyond the cap."),
        )


def _obstacles_of_other_visits(facts: InspectionFacts) -> Iterator[Obstacle]:
    """INS-4: one visit instead of several: who else comes within thirty days is told."""
    if facts.others:
        yield Obstacle(
            code="INS-4",
            message=_("Others visit this firm within %(days)s days: %(visits)s.")
            % {"days": NEAR_DAYS, "visits": "; ".join(facts.others)},
            article=Article(6),
            citation=_NOTICE_54,
            severity=Severity.WARN,
            next_step=_("Go together: plan it for the same time and join the other inspection."),
        )


def _obstacles_of_purpose(facts: InspectionFacts) -> Iterator[Obstacle]:
    """INS-6 and INS-7: nothing disguised or driven by income, and nothing that needs no visit."""
    text = facts.purpose.lower()
    if any(word in text for word in (*_DISGUISED, *_DRIVEN)):
        yield Obstacle(
            code="INS-6",
            message=_("The purpose sounds like a tour, a survey, income or a quota."),
            article=Article(6),
            citation=_NOTICE_54,
            severity=Severity.WARN,
            field=None,
            next_step=_("Say which duty of the firm is looked at, or do not go."),
        )
    if not facts.why_on_site.strip():
        yield Obstacle(
            code="INS-7",
            message=_("It is not said why documents, data or a call would not do."),
            article=Article(6),
            citation=_NOTICE_54,
            severity=Severity.WARN,
            field=None,
            next_step=_("Ask for documents first, or say what can only be seen on site."),
        )


def obstacles_to_officers(facts: InspectionFacts) -> Iterator[Obstacle]:
    """SUB-2 and SUB-3: two officers at least, each with a valid certificate of this organ."""
    if len({officer.id for officer in facts.officers}) < TWO:
        yield Obstacle(
            code="SUB-2",
            message=_("An inspection needs two officers."),
            article=Article(6),
            citation=Citation(PENALTY, "42"),
            field="officers",
            next_step=_("Name a second officer."),
        )
    for officer in facts.officers:
        if not (officer.is_certified and officer.is_of_the_organ):
            yield Obstacle(
                code="SUB-3",
                message=_("%(name)s holds no valid certificate of this organ.") % {"name": officer.name},
                article=Article(6),
                citation=Citation(PENALTY, "42"),
                field="officers",
                next_step=_("Assign another officer."),
            )


def obstacles_to_starting(facts: InspectionFacts) -> Iterator[Obstacle]:
    """At the door: the officers of the day, their certificates shown, the firm's code scanned."""
    yield from obstacles_to_officers(facts)
    if not facts.certificates_shown:
        yield Obstacle(
            code="SUB-4",
            message=_("That the certificates were shown is not recorded."),
            article=Article(6),
            citation=Citation(PENALTY, "55"),
            severity=Severity.REQUIRE,
            field="certificates_shown",
            next_step=_("Show the certificates first; otherwise the firm may refuse."),
        )
    if not facts.checked_in and not facts.is_emergency:
        yield Obstacle(
            code="INS-5",
            message=_("Nobody has checked in at the firm."),
            article=Article(6),
            citation=_LOCAL,
            severity=Severity.REQUIRE,
            field="check_in",
            next_step=_("Scan the firm's code or its licence, or let the firm scan yours."),
        )
    started = facts.started_at or facts.recorded_at
    if started > facts.recorded_at:
        yield _impossible(_("An inspection cannot have begun in the future."), "started_at")
    yield from obstacles_to_late_record(
        stated_at=started, recorded_at=facts.recorded_at, reason=facts.late_reason, field="started_at"
    )


def obstacles_to_concluding(facts: InspectionFacts) -> Iterator[Obstacle]:
    """EVI-6: no inspection without a note, signed page by page, or refused before a witness."""
    unsigned = not facts.note_sign or (facts.note_sign == NoteSign.REFUSED and not facts.witness.strip())
    if not facts.note.strip() or unsigned:
        yield Obstacle(
            code="EVI-6",
            message=_("The on-site note is missing, or neither signed nor refused before a witness."),
            article=Article(6),
            citation=Citation(PENALTY, "55"),
            severity=Severity.REQUIRE,
            field="note",
            next_step=_("Write the note, have each page signed, or name the witness of the refusal."),
        )
    if facts.ended_at and (
        facts.ended_at > facts.recorded_at or facts.ended_at < (facts.started_at or facts.ended_at)
    ):
        yield _impossible(_("An inspection ends after it began, and not in the future."), "ended_at")


def obstacles_to_city_cap(*, serves_city: bool) -> Iterator[Obstacle]:
    """A cap for all organs is published by an organ of the city itself."""
    if not serves_city:
        yield Obstacle(
            code="inspection:city_cap",
            message=_("Only an organ of the city publishes a cap for the whole city."),
            article=Article(4),
            field="organ",
            next_step=_("Name your own organ, or ask an organ of the city."),
        )


def obstacles_to_rating(*, is_concluded: bool, is_rated: bool, is_officer: bool) -> Iterator[Obstacle]:
    """A firm rates a visit once, after it, and nobody in office rates for it."""
    if not is_concluded or is_rated:
        yield Obstacle(
            code="inspection:rated" if is_rated else "inspection:not_over",
            message=_("This visit has been rated.") if is_rated else _("This visit is not over yet."),
            article=Article(6),
            next_step=_("Call the supervisors if there is more to say."),
        )
    if is_officer:
        yield Obstacle(
            code="inspection:own_rating",
            message=_("Officers do not rate for firms."),
            article=Article(6),
            next_step=_("Sign out and leave it to the firm."),
        )


def _of_enterprises(code: str, message: Any, next_step: Any, *, field: str) -> Obstacle:
    return Obstacle(
        code=code, message=message, article=Article(6), citation=_NOTICE_54, field=field, next_step=next_step
    )


def _impossible(message: Any, field: str) -> Obstacle:
    return Obstacle(
        code="inspection:time",
        message=message,
        article=Article(6),
        field=field,
        next_step=_("Correct the time."),
    )
