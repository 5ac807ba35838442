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
ON_REFUSAL = ("拒不改正", "逾期不改正", "逾期未改正")
ORDINARY = Decimal("0.45")
SHARE_OF: dict[str, Decimal] = {Harm.EVIDENT: Decimal("0.75")}
"""Which part of the range is a fine: the middle, and its last third where the harm is evident."""
GOODS = ("食品", "进货", "农药", "种子")
GOODS_WORTH = {Harm.NONE: 180, Harm.SLIGHT: 1860, Harm.EVIDENT: 12400}
"""What the goods of a case were worth, about, by what became of them."""


@dataclass(frozen=True)
class Story:
    """The plan of one case; ``steps`` are the days from one step to the next."""

    source: str
    outcome: str
    harm: str
    is_flagged: bool
    is_declined: bool
    corrects: bool
    stops_after: int
    correct_within: int
    guided_by: str
    steps: tuple[int, ...]
    title: str
    matter: Matter
    serial: int
    place: str

    @property
    def refuses(self) -> bool:
        """Where the law fines only who refuses to correct, who is fined has refused."""
        return self.outcome == Outcome.PENALTY and is_fined_on_refusal(self.matter)

    @property
    def is_corrected(self) -> bool:
        if self.outcome == Outcome.NO_PENALTY:
            return True
        return self.corrects and not self.refuses and self.outcome != Outcome.NOT_ESTABLISHED

    @property
    def goods_value(self) -> Decimal | None:
        """What the goods were worth, where the matter is about goods."""
        if not any(word in self.matter.name_zh for word in GOODS):
            return None
        return Decimal(GOODS_WORTH[Harm(self.harm)] + 35 * (self.serial % 20))

    @property
    def facts(self) -> str:
        """What was found, as the figures and the end of the case have it."""
        if self.outcome == Outcome.NOT_ESTABLISHED:
            return f"现场核查：反映的“{self.matter.name_zh}”未能查实，现有证据不足以认定。"
        worth = f"涉案货值{self.goods_value}元，" if self.goods_value is not None else ""
        stand = "责令改正后复查，当事人仍未改正。" if self.refuses else "当事人在场，配合调查，表示改正。"
        return f"现场检查发现：{self.matter.name_zh}。{worth}未发现违法所得。{stand}"


def invent(matter: Matter, party: str, serial: int, random: Random, *, is_pending: bool) -> Story:
    """A story for the case number ``serial``; what is not pending has come to an end."""
    outcome = random.choice(OUTCOMES)
    if outcome in (Outcome.LIGHTER, Outcome.MITIGATED) and is_fined_on_refusal(matter):
        outcome = Outcome.PENALTY
    return Story(
        source=random.choice(SOURCES),
        outcome=outcome,
        harm=_harm(outcome, random, is_pending=is_pending),
        is_flagged=serial % 11 == 0,
        is_declined=serial % 17 == 5,
        corrects=serial % 6 != 4,
        stops_after=random.choice((0, 1, 2, 3, 4, 5, 6)) if is_pending else 9,
        correct_within=7,
        guided_by=("exhort", "tip", "counsel", "suggest", "", "", "interview", "exhort")[serial % 8],
        steps=tuple(random.randrange(1, 6) for _step in range(10)),
        title=f"{party}涉嫌{matter.name_zh}"[:200],
        matter=matter,
        serial=serial,
        place=f"示例路{serial % 200 + 1}号",
    )  # fmt: skip


def _harm(outcome: str, random: Random, *, is_pending: bool) -> str:
    """What harm came of it, as far as it fits how the case ends."""
    drawn = random.choice([Harm.SLIGHT, Harm.NONE, Harm.EVIDENT])
    if outcome in (Outcome.NO_PENALTY, Outcome.NOT_ESTABLISHED):
        return Harm.NONE
    if outcome == Outcome.TRANSFERRED:
        return Harm.EVIDENT
    if outcome == Outcome.PENALTY:
        return drawn if is_pending and drawn == Harm.EVIDENT else Harm.SLIGHT
    return Harm.SLIGHT if drawn == Harm.EVIDENT else drawn


def is_fined_on_refusal(matter: Matter) -> bool:
    """Whether the law orders correction first, and fines only who does not obey."""
    first, _semicolon, then = matter.statutory_range.partition("；")
    return "罚款" not in first and any(word in then for word in ON_REFUSAL)


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


def to_be_heard(story: Story) -> Story:
    """The same case with evident harm, assessed and not yet announced: the party will ask for a hearing."""
    return replace(
        story,
        outcome=Outcome.PENALTY,
        harm=Harm.EVIDENT,
        is_flagged=False,
        is_declined=False,
        stops_after=3,
        steps=(1,) * 10,
    )


def fine_for(matter: Matter, outcome: str, harm: str = Harm.SLIGHT) -> Decimal | None:
    """A fine inside the statutory range that fits the outcome's label, and the harm that was done."""
    highest = matter.fine_max
    if highest is None:
        return None
    lowest = matter.fine_min or Decimal(0)
    if outcome == Outcome.MITIGATED:
        return (lowest / 2).quantize(Decimal(1)) if lowest else None
    share = Decimal("0.2") if outcome == Outcome.LIGHTER else SHARE_OF.get(harm, ORDINARY)
    return (lowest + (highest - lowest) * share).quantize(Decimal(1))


def tier_for(matter: Matter, fine: Decimal | None) -> str:
    """The tier of the benchmark in which the fine lies, else its first tier; none without a benchmark."""
    bands = sorted(matter.bands.all(), key=lambda band: band.fine_min or Decimal(0))
    for band in bands:
        if fine is not None and (band.fine_min or 0) <= fine <= (band.fine_max or fine):
            return band.tier
    return bands[0].tier if bands else ""
