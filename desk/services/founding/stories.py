"""What happens in a case of the invented city: facts, days between steps, and how it ends."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from enforcement.models import Matter
from enforcement.vocabulary import CaseSource, Harm, Outcome

SOURCES = (
    CaseSource.INSPECTION, CaseSource.INSPECTION, CaseSource.INSPECTION, CaseSource.COMPLAINT,
    CaseSource.REPORT, CaseSource.MONITORING, CaseSource.REFERRAL, CaseSource.SUPERIOR,
)  # fmt: skip
OUTCOMES = (
    Outcome.NO_PENALTY, Outcome.NO_PENALTY, Outcome.NO_PENALTY, Outcome.LIGHTER, Outcome.LIGHTER,
    Outcome.PENALTY, Outcome.PENALTY, Outcome.MITIGATED, Outcome.NOT_ESTABLISHED, Outcome.TRANSFERRED,
)  # fmt: skip


@dataclass(frozen=True)
class Story:
    """The plan of one case; ``steps`` are the days from one step to the next."""

    source: str
    outcome: str
    harm: str
    is_flagged: bool
    is_declined: bool
    is_corrected: bool
    stops_after: int
    correct_within: int
    guided_by: str
    steps: tuple[int, ...]
    title: str
    facts: str
    place: str


def invent(matter: Matter, party: str, serial: int, random: Random, *, is_pending: bool) -> Story:
    """A story for the case number ``serial``; what is not pending has come to an end."""
    outcome = random.choice(OUTCOMES)
    return Story(
        source=random.choice(SOURCES),
        outcome=outcome,
        harm=Harm.NONE if outcome == Outcome.NO_PENALTY else random.choice([Harm.SLIGHT, Harm.NONE, Harm.EVIDENT]),
        is_flagged=serial % 11 == 0,
        is_declined=serial % 17 == 5,
        is_corrected=outcome == Outcome.NO_PENALTY or serial % 6 != 4,
        stops_after=random.choice((0, 1, 2, 3, 4, 5, 6)) if is_pending else 9,
        correct_within=7,
        guided_by=("exhort", "tip", "counsel", "suggest", "", "", "interview", "exhort")[serial % 8],
        steps=tuple(random.randrange(1, 6) for _step in range(10)),
        title=f"{party}涉嫌{matter.name_zh}"[:200],
        facts=f"现场检查发现：{matter.name_zh}。当事人在场，配合调查，表示改正。",
        place=f"示例路{serial % 200 + 1}号",
    )  # fmt: skip


def due_today(story: Story) -> Story:
    """The same case without penalty, opened twelve days ago: its return visit falls on today."""
    return replace(
        story,
        outcome=Outcome.NO_PENALTY,
        harm=Harm.NONE,
        is_flagged=False,
        is_declined=False,
        stops_after=6,
        correct_within=3,
        steps=(1,) * 10,
    )


def punished_lately(story: Story) -> Story:
    """The same case with a penalty, decided within a week: what is published of it waits in the queue."""
    return replace(
        story,
        outcome=Outcome.PENALTY,
        harm=Harm.SLIGHT,
        is_flagged=False,
        is_declined=False,
        stops_after=5,
        steps=(1,) * 10,
    )


def fine_for(matter: Matter, outcome: str) -> Decimal | None:
    """A fine inside the statutory range that fits the outcome's label."""
    highest = matter.fine_max
    if highest is None:
        return None
    lowest = matter.fine_min or Decimal(0)
    if outcome == Outcome.MITIGATED:
        return (lowest / 2).quantize(Decimal(1)) if lowest else None
    share = Decimal("0.2") if outcome == Outcome.LIGHTER else Decimal("0.45")
    return (lowest + (highest - lowest) * share).quantize(Decimal(1))


def tier_for(matter: Matter, fine: Decimal | None) -> str:
    """The tier of the benchmark in which the fine lies, else its first tier; none without a benchmark."""
    bands = sorted(matter.bands.all(), key=lambda band: band.fine_min or Decimal(0))
    for band in bands:
        if fine is not None and (band.fine_min or 0) <= fine <= (band.fine_max or fine):
            return band.tier
    return bands[0].tier if bands else ""
