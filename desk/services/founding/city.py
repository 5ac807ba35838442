"""The whole invented city: places, people, lists, risk points, businesses, cases, guidance and visits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from django.db import transaction

from desk.services.founding.answering import answer_by_links
from desk.services.founding.businesses import register_businesses
from desk.services.founding.caseload import Caseload
from desk.services.founding.checking import check_themselves
from desk.services.founding.coercing import coerce_where_needed
from desk.services.founding.defining import define_and_answer
from desk.services.founding.designing import design_papers
from desk.services.founding.exporting import make_an_export
from desk.services.founding.guiding import conclude_case_guidance, give_standing_guidance
from desk.services.founding.hurrying import hurry_and_enter_late
from desk.services.founding.inspecting import inspect_businesses
from desk.services.founding.learning import mediate_disputes, train_officers
from desk.services.founding.listing import keep_lists_current
from desk.services.founding.meeting import meet_together
from desk.services.founding.papering import issue_papers
from desk.services.founding.people import enrol_people
from desk.services.founding.places import found_places
from desk.services.founding.preventing import act_on_risk
from desk.services.founding.publishing import publish_decisions, report_yearly
from desk.services.founding.quiet import keep_times_free
from desk.services.founding.reading import read_what_is_old
from desk.services.founding.results import publish_results
from desk.services.founding.scoring import explain_on_request, weigh_and_look_back
from desk.services.founding.sorting import conclude_reviews, sort_out_risks
from desk.services.founding.timing import stop_and_lengthen
from desk.services.founding.tipping import remind_trades
from desk.services.founding.under_way import UnderWay
from desk.services.founding.visiting import hold_due_visits
from desk.services.founding.weighing import weigh_and_hear
from enforcement.models import Officer, Organ
from enforcement.services.matters import link_matters
from enforcement.services.profiles import load_profiles
from enforcement.services.rules import load_rules
from enforcement.services.sample_data import load_matters
from evaluation.services import load_indicators, open_periods
from foundation.actors import COMMAND, SCHEDULER
from foundation.articles import Article
from foundation.due import sweep
from foundation.events import silence
from foundation.obstacles import Obstacle, Refused
from guidance.services.visits import draw_missing, plan_missing_visits
from leniency.services.importing import load_lists
from leniency.services.special_laws import load_special_provisions
from riskcontrol.services.reviewing import review_all
from riskcontrol.services.samples import load_risk_points

MONTHS = timedelta(days=548)
SEED = 20261122
VISITS_TODAY = 3
PUNISHED_LATELY = 3
SPOKEN_EVERY = 10
LOTS_SINCE = 150  # days; drawn twice a month
REVIEWED_BEFORE = timedelta(days=120)  # the catalogue of risk points, within the year


Tell = Callable[..., None]
"""``tell(part)`` or ``tell(part, done, of)``: how far the founding is."""


def say_nothing(_part: str, _done: int = 0, _of: int = 0) -> None:
    """For who does not wait."""


@dataclass(frozen=True)
class Founded:
    people: dict[str, Officer]
    cases: int
    counterparts: int


def found_city(
    *,
    at: datetime,
    password: str | None,
    cases: int = 200,
    counterparts: int = 300,
    guidance: int = 72,
    tell: Tell = say_nothing,
) -> Founded:
    """Found the city in an empty database, as it would stand at ``at`` after eighteen months of work.

    All of it or nothing: ended in the middle, the database is as empty as before.
    Raises Refused when there are organs already.
    """
    if Organ.objects.exists():
        raise Refused([_there_is_one()])
    start, random = at - MONTHS, Random(SEED)  # noqa: S311 - the same city every time
    with silence(), transaction.atomic():
        tell("places and people")
        places = found_places(at=start)
        people = enrol_people(places, at=start, password=password, everyone=True)
        keep_times_free(places, at=start)
        tell("matters, lists and risk points")
        load_rules(by=COMMAND, at=start)
        load_matters(by=COMMAND, at=start)
        load_profiles(by=COMMAND, at=start)
        load_lists(by=COMMAND, at=start)
        load_special_provisions(by=COMMAND, at=start)
        link_matters(by=COMMAND, at=start)
        load_risk_points(by=COMMAND, at=at - REVIEWED_BEFORE)
        sort_out_risks(people, at=at)
        load_indicators(by=COMMAND, at=start)
        open_periods(by=COMMAND, at=at)
        tell("counterparts")
        businesses = register_businesses(places, people, at=start, number=counterparts, random=random)
        load, wanted = Caseload(places, people, businesses, random, at), cases + VISITS_TODAY
        for serial in range(wanted):
            if serial % SPOKEN_EVERY == 0:
                tell("cases", serial, wanted)
            is_last = serial >= cases
            opened_at = at - timedelta(days=12) if is_last else start + MONTHS * serial / cases
            load.lead(serial, opened_at, visit_today=is_last)
        for serial in range(PUNISHED_LATELY):
            load.punish_lately(wanted + serial, at - timedelta(days=9 + serial))
        load.leave_to_be_heard(wanted + PUNISHED_LATELY, at - timedelta(days=6))
        stop_and_lengthen(people, at=at)
        weigh_and_hear(people, businesses, at=at)
        tell("guidance")
        give_standing_guidance(people, businesses, since=start, until=at, number=guidance)
        conclude_case_guidance(people, until=at)
        UnderWay(people, businesses).leave(until=at)
        define_and_answer(people, until=at)
        meet_together(people, businesses, until=at)
        tell("inspections")
        inspect_businesses(places, people, businesses, at=at)
        hurry_and_enter_late(people, businesses, at=at)
        tell("coercion")
        coerce_where_needed(people, until=at)
        keep_lists_current(until=at)
        tell("mediation and training")
        mediate_disputes(people, businesses, until=at)
        train_officers(people, until=at)
        tell("publicity and remedies")
        publish_decisions(people, until=at)
        publish_results(people, until=at)
        report_yearly(people, until=at)
        tell("documents")
        design_papers(people, at=at)
        issue_papers(people, until=at)
        answer_by_links(people, until=at)
        tell("return visits and risk")
        plan_missing_visits(at=at)
        for days in range(LOTS_SINCE, -1, -15):
            draw_missing(at=at - timedelta(days=days))
        hold_due_visits(people, since=start, until=at)
        weigh_and_look_back(people, at=at)
        review_all(by=SCHEDULER, at=at)
        act_on_risk(people, at=at)
        explain_on_request(people, at=at)
    sweep(at=at)
    conclude_reviews()
    make_an_export(people, at=at)
    remind_trades(people, at=at)
    check_themselves(people, at=at)
    read_what_is_old(people, at=at)
    return Founded(people, cases, counterparts)


def _there_is_one() -> Obstacle:
    return Obstacle(
        code="city:founded",
        message="There is a city already.",
        article=Article(4),
        next_step="Found the invented city in an empty database.",
    )
