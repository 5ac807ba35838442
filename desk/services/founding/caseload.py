"""Cases of eighteen months in all states, led through the services by the invented officers."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random

from django.core.files.base import ContentFile
from django.utils import timezone

from desk.services.founding.carrying_out import (
    answer_referral,
    pay_as_it_happens,
    refer_as_crime,
    serve_as_it_happens,
)
from desk.services.founding.guiding import guide_in_case
from desk.services.founding.passing_over import HASTY, UNGUIDED, reason_against
from desk.services.founding.places import Places
from desk.services.founding.recording import record_steps
from desk.services.founding.sparing import argue_the_law, look_again, teach
from desk.services.founding.stories import (
    Story,
    due_today,
    fine_for,
    invent,
    punished_lately,
    tier_for,
    to_be_heard,
)
from enforcement.models import Case, Counterpart, Matter, Officer
from enforcement.services import cases
from enforcement.services.evidence import add_evidence, verify_evidence
from enforcement.vocabulary import (
    PENALISING,
    EvidenceKind,
    EvidenceStanding,
    Gravity,
    Harm,
    NonFilingGround,
    Outcome,
    PenaltyKind,
    ReviewOpinion,
)
from foundation.actors import SCHEDULER, Actor
from foundation.firing import reporting_refusals
from foundation.obstacles import Refused
from guidance.services.visits import plan_visit
from leniency.services.assessing import assess_case

DAY = timedelta(days=1)
FINISHED = 9
LARGELY_FINED = "SJ-006"
REASON = "示例数据：按示例清单从宽处理"


@dataclass(frozen=True)
class Team:
    """Who works on cases of one organ."""

    organ: str
    officers: tuple[str, ...]
    head: str
    reviewer: str
    homes: tuple[str, ...]


TEAMS = (
    Team("SD11", ("officer", "officer2", "south3", "south4", "south5"), "head", "reviewer", ("SD11",)),
    Team("SD21", ("officer_north", "north2", "north3", "north4"), "head_north", "north_reviewer", ("SD21",)),
    Team("SD31", ("east1", "east2", "east3", "east4"), "east_head", "east_reviewer", ("SD31",)),
    Team("SC03", ("transport1", "transport2"), "transport_head", "transport_reviewer", ("SD11", "SD21")),
)
SHARES = (0, 0, 0, 0, 1, 1, 2, 2, 3)


@dataclass
class Caseload:
    """What is needed to lead cases: the city, its people, its businesses and its chance."""

    places: Places
    people: dict[str, Officer]
    businesses: dict[str, list[Counterpart]]
    random: Random
    now: datetime

    def actor(self, username: str) -> Actor:
        return self.people[username].as_actor()

    def lead(self, serial: int, opened_at: datetime, *, visit_today: bool = False) -> Case:
        """Lead one case as far as its story and the time until now go."""
        team = TEAMS[0 if visit_today else SHARES[serial % len(SHARES)]]
        return self._lead(serial, opened_at, team, due_today if visit_today else None)

    def punish_lately(self, serial: int, opened_at: datetime) -> Case:
        """Lead a case of the first team to a penalty that is to be published in the coming days."""
        return self._lead(serial, opened_at, TEAMS[0], punished_lately)

    def leave_to_be_heard(self, serial: int, opened_at: datetime) -> Case:
        """Lead a case of the first team so far that a large fine is to be announced."""
        return self._lead(serial, opened_at, TEAMS[0], to_be_heard, Matter.objects.get(code=LARGELY_FINED))

    def _lead(
        self,
        serial: int,
        opened_at: datetime,
        team: Team,
        turn: Callable[[Story], Story] | None,
        matter: Matter | None = None,
    ) -> Case:
        matter = matter or self._matter(team)
        party = self.random.choice(self.businesses[self.random.choice(team.homes)])
        age = (self.now - opened_at).days
        pending = age < 75 or (age < 110 and serial % 4 == 3)
        invented = invent(matter, party.name, serial, self.random, is_pending=pending)
        story = turn(invented) if turn else invented
        pair = self.random.sample(team.officers, 2)
        return _Course(self, team, story, matter, party, pair, opened_at).run()

    def _matter(self, team: Team) -> Matter:
        fields = [f.pk for f in self.places.organs[team.organ].fields.all()]
        return self.random.choice(list(Matter.objects.filter(field_id__in=fields).order_by("code")))


@dataclass
class _Course:
    """One case on its way; every step takes some days and none lies in the future."""

    load: Caseload
    team: Team
    story: Story
    matter: Matter
    counterpart: Counterpart
    pair: list[str]
    at: datetime

    def run(self) -> Case:
        officer = self.load.actor(self.pair[0])
        day = timezone.localdate(self.at)
        case = cases.register_clue(
            by=officer, at=self.at, title=self.story.title, counterpart=self.counterpart, matter=self.matter,
            source=self.story.source, occurred_on=day - DAY * 2, discovered_on=day, place=self.story.place,
        )  # fmt: skip
        steps = (self.file, self.investigate, self.assess, self.notify, self.decide, self.finish)
        for number, step in enumerate(steps):
            if number >= self.story.stops_after or not self._passes(number):
                break
            if step(case, officer) is False:
                break
        return case

    def _passes(self, number: int) -> bool:
        self.at += DAY * self.story.steps[number]
        return self.at <= self.load.now

    def file(self, case: Case, officer: Actor) -> bool | None:
        if self.story.is_declined:
            day = timezone.localdate(self.at)
            cases.record_circumstances(
                case.pk, by=officer, at=self.at, gravity=Gravity.MINOR, harm=Harm.NONE, correct_by=day,
                corrected_on=day, refuses_correction=False,
            )  # fmt: skip
            assess_case(case.pk, by=officer, at=self.at)
            cases.decline_filing(
                case.pk, by=self.load.actor(self.team.head), at=self.at, ground=NonFilingGround.MINOR,
                reason="情节轻微，已当场改正，未造成危害后果。", education="现场讲解规定，当事人承诺不再发生。",
            )  # fmt: skip
            return False
        handlers = [self.load.people[name] for name in self.pair]
        cases.file_case(
            case.pk, by=officer, at=self.at, handlers=handlers, basis=f"{self.story.facts}现场照片与询问记录在卷。",
            is_punishable=True, in_jurisdiction=True, within_limitation=True,
        )  # fmt: skip
        if self.story.is_flagged:
            cases.flag_case(
                case.pk, by=officer, at=self.at, has_social_impact=True, flag_reason="群众关注度高"
            )
        return None

    def investigate(self, case: Case, officer: Actor) -> None:
        day = timezone.localdate(self.at)
        guide_in_case(
            case, self.story.guided_by, by=officer, at=self.at, people=self.load.people, pair=self.pair
        )
        note = f"现场检查笔录 {case.clue_number}\n{self.story.facts}\n".encode()
        add_evidence(
            case.pk, by=officer, at=self.at, kind=EvidenceKind.RECORD, title="现场检查笔录", collected_on=day,
            file=ContentFile(_pdf(note), name="现场检查笔录.pdf"),
        )  # fmt: skip
        verify_evidence(
            case.pk,
            by=officer,
            at=self.at,
            evidence=list(case.evidence.all()),
            standing=EvidenceStanding.VERIFIED,
        )
        record_steps(
            case, by=officer, at=self.at, colleague=self.load.people[self.pair[1]],
            is_pending=self.story.stops_after < FINISHED,
        )  # fmt: skip
        cases.record_circumstances(
            case.pk, by=officer, at=self.at, harm=self.story.harm, fault="negligent",
            correct_by=self._correct_by(day), corrected_on=day if self.story.is_corrected else None,
            refuses_correction=self.story.refuses, endangers_safety=False,
            goods_value=self.story.goods_value, unlawful_gain=Decimal(0),
        )  # fmt: skip
        cases.conclude_investigation(
            case.pk, by=officer, at=self.at, facts_found=self.story.facts, certificates_shown_on=day
        )

    def _correct_by(self, day: date) -> date | None:
        """Until when it was ordered to be put right: the day has passed where the party refuses."""
        if self.story.outcome == Outcome.NOT_ESTABLISHED:
            return None
        return day - DAY if self.story.refuses else day + DAY * self.story.correct_within

    def assess(self, case: Case, officer: Actor) -> None:
        if self.story.outcome == Outcome.TRANSFERRED:
            refer_as_crime(case, by=officer, at=self.at)
        assess_case(case.pk, by=officer, at=self.at)
        cases.conclude_assessment(case.pk, by=officer, at=self.at)

    def notify(self, case: Case, officer: Actor) -> None:
        if self.story.outcome not in PENALISING:
            return
        if case.pk % HASTY == 0:
            self._decide_too_early(case)
        cases.serve_notice(
            case.pk, by=officer, at=self.at, content=f"拟作出处罚：{self.matter.name_zh}。",
            served_on=timezone.localdate(self.at), rights_told=True,
            intended_fine=fine_for(self.matter, self.story.outcome, self.story.harm), hearing_told=True,
            overrides={UNGUIDED: reason_against(UNGUIDED, case.pk, otherwise=REASON)},
        )  # fmt: skip
        cases.record_defence(case.pk, by=officer, at=self.at, is_waived=True)

    def decide(self, case: Case, officer: Actor) -> None:
        reviewer = self.load.actor(self.team.reviewer)
        if self.story.outcome == Outcome.NO_PENALTY:
            argue_the_law(case, by=officer, reviewer=reviewer, is_flagged=self.story.is_flagged, at=self.at)
        elif self.story.is_flagged:
            cases.record_review(
                case.pk,
                by=reviewer,
                at=self.at,
                opinion=ReviewOpinion.PASSED,
                text="事实清楚，程序合法，同意。",
            )
        try:
            with reporting_refusals(by=self.load.actor(self.team.head), at=self.at):
                self._decide(case, {})
        except Refused as refused:
            if not refused.can_be_overridden:
                raise
            self._decide(
                case, {o.code: reason_against(o.code, case.pk, otherwise=REASON) for o in refused.obstacles}
            )

    def _decide_too_early(self, case: Case) -> None:
        """A head who forgot the prior notice is refused, and the refusal is logged."""
        head = self.load.actor(self.team.head)
        with suppress(Refused), reporting_refusals(by=head, at=self.at):
            self._decide(case, {})

    def _decide(self, case: Case, overrides: dict[str, str]) -> None:
        penal = self.story.outcome in PENALISING
        fine = fine_for(self.matter, self.story.outcome, self.story.harm) if penal else None
        is_found = self.story.outcome != Outcome.NOT_ESTABLISHED
        cases.decide_case(
            case.pk, by=self.load.actor(self.team.head), at=self.at, outcome=self.story.outcome,
            reasons=f"{self.story.facts}综合考虑情节与改正情况。", fine=fine,
            tier=tier_for(self.matter, fine) if penal else "",
            penalty_kind=(PenaltyKind.FINE if fine else PenaltyKind.WARNING) if penal else "",
            correction_order="七日内改正并保持。" if is_found else "",
            education="现场讲解规定，当事人表示理解。" if is_found else "",
            correct_by=timezone.localdate(self.at) + DAY * self.story.correct_within if is_found else None,
            educate_by=timezone.localdate(self.at) + DAY if self.story.outcome == Outcome.NO_PENALTY else None,
            transferred_to="善治市公安局（示例）" if self.story.outcome == Outcome.TRANSFERRED else "",
            performance="自收到本决定之日起十五日内缴纳。" if penal else "",
            remedies="可以自收到本决定之日起六十日内申请行政复议，或者六个月内提起行政诉讼。" if penal else "",
            overrides=overrides,
        )  # fmt: skip

    def finish(self, case: Case, officer: Actor) -> None:
        day = timezone.localdate(self.at)
        if self.story.outcome == Outcome.TRANSFERRED:
            answer_referral(case, by=officer, at=self.at)
        served = serve_as_it_happens(case, by=officer, at=self.at, place=self.story.place)
        if self.story.outcome in PENALISING:
            head = self.load.actor(self.team.head)
            if not pay_as_it_happens(case, served, by=officer, head=head, at=self.at, now=self.load.now):
                return
            cases.carry_out(case.pk, by=officer, at=self.at, carried_out_on=day)
        plan_visit(case.pk, by=SCHEDULER, at=self.at)
        spared = Case.objects.select_related("counterpart").get(pk=case.pk)
        teach(spared, by=officer, at=self.at)
        if self._passes(6):
            look_again(spared, by=officer, at=self.at)
            cases.close_case(case.pk, by=self.load.actor(self.team.head), at=self.at)
        if self._passes(7) and self._passes(8):
            cases.archive_case(case.pk, by=officer, at=self.at)


def _pdf(text: bytes) -> bytes:
    """A small file that is a PDF by its content."""
    body = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    body += b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
    comment = b"".join(b"% " + line + b"\n" for line in text.splitlines())
    start = len(body) + len(comment)
    return body + comment + b"trailer<</Root 1 0 R/Size 4>>\nstartxref\n%d\n%%%%EOF\n" % start
