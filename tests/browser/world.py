"""The city of the browser's walk: invented as for the demonstration, with a case at every step and a draft.

Run as a program, in the surroundings of the house that it is for.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import django

django.setup()

from django.utils import timezone  # noqa: E402

from desk.services.founding import found_city  # noqa: E402
from desk.services.founding.places import Places  # noqa: E402
from enforcement.models import Field, Matter, Organ, Region  # noqa: E402
from enforcement.services import cases  # noqa: E402
from enforcement.services.departures import ask_departure  # noqa: E402
from foundation.record.chain import link_pending  # noqa: E402
from guidance.vocabulary import Way  # noqa: E402
from leniency.models import LeniencyEntry  # noqa: E402
from leniency.services import choose_entry  # noqa: E402
from tests.browser.things import furnish  # noqa: E402
from tests.city import NOON, City  # noqa: E402
from tests.enforcement import case_course  # noqa: E402
from tests.guidance.drafts import a_draft  # noqa: E402

OFTEN = 3  # leniency beyond the lists about one matter, so that an entry is proposed
STEPS = ("clue", "filed", "investigated", "assessed", "notified")
PURCHASES = "SJ-004"  # a matter with a benchmark
PRICES = "SJ-005"  # a matter whose fine may be five hundred


def found() -> None:
    """Found it, then lead more cases, each only as far as one step."""
    people = found_city(at=timezone.now(), password=None, cases=25, counterparts=30, guidance=24).people
    city = City(_places(), people, Matter.objects.get(code=PRICES))
    for step in STEPS:
        case_course.LEAD[step](city)
    for _time in range(OFTEN):
        case_course.educated(city)
    ask_for_a_hearing(city)
    leave_a_benchmark(replace(city, matter=Matter.objects.get(code=PURCHASES)))
    depart_from_the_assessment(city)
    a_draft(city, Way.EXHORT)
    furnish(city)
    link_pending()


def ask_for_a_hearing(city: City) -> None:
    """The party was told of its right and uses it: the time to decide stands still."""
    case, officer, today = case_course.assessed(city), city.actor("officer"), NOON.date()
    cases.serve_notice(
        case.pk, by=officer, at=NOON, content="拟责令停业。", intended_kind="business", served_on=today,
        hearing_told=True, rights_told=True,
    )  # fmt: skip
    cases.request_hearing(case.pk, by=officer, at=NOON, requested_on=today, request="对事实有异议。")


def leave_a_benchmark(city: City) -> None:
    """A fine below its tier is asked for; the head has not answered."""
    case = case_course.investigated(city)
    ask_departure(
        case.pk, by=city.actor("officer"), at=NOON, tier="normal", fine=Decimal(9000), ground="special_facts",
        reason="当事人主动召回并赔偿，基准未列明。",
    )  # fmt: skip


def depart_from_the_assessment(city: City) -> None:
    """The entry of which not all is known is to be applied; the head has not answered."""
    case = case_course.assessed(city)
    entry = LeniencyEntry.objects.filter(matter=city.matter).in_force(NOON.date()).first()
    choose_entry(
        case.pk,
        by=city.actor("officer"),
        at=NOON,
        entry=entry,
        cause="special_facts",
        reason="多收价款已当场退还。",
    )


def _places() -> Places:
    return Places(
        regions={region.code: region for region in Region.objects.select_related("parent")},
        fields={field.code: field for field in Field.objects.all()},
        organs={organ.code: organ for organ in Organ.objects.select_related("region", "district", "parent")},
    )


if __name__ == "__main__":
    found()
