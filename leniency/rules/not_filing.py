"""What a clue that is not filed out of leniency rests on, and that it leaves its trace (Art. 10 para. 1; FIL-3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.vocabulary import LENIENT_GROUNDS, NonFilingGround
from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle, Severity
from leniency.rules.deciding import Matched, following_a_statement, unanswered
from leniency.rules.off_list import obstacles_from_the_file
from leniency.vocabulary import Ground, ListType, Verdict

ARTICLE = Article(10, "1")
N = NonFilingGround
LIST_OF: dict[str, ListType] = {
    N.MINOR: ListType.MINOR,
    N.FIRST: ListType.FIRST,
    N.NO_FAULT: ListType.NO_FAULT,
}
LAW_OF_GROUND: dict[str, Ground] = {
    N.MINOR: Ground.SLIGHT_CONDUCT,
    N.FIRST: Ground.FIRST_SLIGHT,
    N.NO_FAULT: Ground.NO_FAULT,
}
WITHOUT_VIOLATION = (N.NO_FACTS, N.NOT_PUNISHABLE)
NEVER_PUNISHABLE = (Ground.CHILD, Ground.INCAPABLE, Ground.TIME_LIMIT)


@dataclass(frozen=True, slots=True)
class NotFilingFacts:
    """What is known of the leniency of a clue when it is not filed.

    ``entries`` apply, ``held`` are the grounds of the law that the recorded facts bear out, ``stated`` is one that
    the handling officer stated with reasons; ``is_own`` whether who decides stated it.
    """

    ground: str
    is_weighed: bool = False
    awaits_head: bool = False
    entries: tuple[Matched, ...] = ()
    held: tuple[str, ...] = ()
    stated: str = ""
    is_own: bool = False
    is_promised: bool = False
    is_corrected: bool = False
    grounds: tuple[Mapping[str, Any], ...] = ()

    @property
    def bearing(self) -> tuple[Matched, ...]:
        """The entries that bear the ground."""
        wanted = LIST_OF.get(self.ground)
        return tuple(entry for entry in self.entries if wanted and entry.type == wanted)

    @property
    def is_borne_by_law(self) -> bool:
        return LAW_OF_GROUND.get(self.ground) in self.held

    @property
    def is_stated(self) -> bool:
        return bool(self.stated) and self.stated == self.ground

    @property
    def is_established(self) -> bool:
        """Whether the file itself says that there was a violation, which the law spares."""
        spared = any(ground in self.held for ground in LAW_OF_GROUND.values())
        return bool(self.entries) or spared or self.stated in LENIENT_GROUNDS or self.is_promised


def held_grounds(grounds: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The grounds of the law that an assessment found to hold; a special law holds for the one it displaces."""
    for ground in grounds:
        if ground["verdict"] == Verdict.HOLDS:
            yield ground.get("displaces", "") if ground["ground"] == Ground.SPECIAL_LAW else ground["ground"]


def obstacles_to_letting_go(facts: NotFilingFacts) -> Iterator[Obstacle]:
    """A clue spared out of leniency names what bears it; one that the file calls a violation is called none."""
    if facts.ground in LENIENT_GROUNDS:
        yield from _to_sparing(facts)
    elif facts.ground in WITHOUT_VIOLATION:
        yield from _to_leaving_no_trace(facts)


def _to_sparing(facts: NotFilingFacts) -> Iterator[Obstacle]:
    if facts.awaits_head:
        yield unanswered()
    if not facts.is_weighed:
        yield _unweighed()
    elif facts.bearing or facts.is_borne_by_law:
        return
    elif not facts.is_stated:
        yield _fil_3(
            _(
                "Neither an entry of a list nor a ground of the law that the file bears out stands behind “%(ground)s”."
            )
            % {"ground": N(facts.ground).label},
            _(
                "Record the circumstances and assess again, or let the handling officer state the ground of the law "
                "with its reasons in the leniency panel. Otherwise file the case."
            ),
            field="ground",
        )
    else:
        yield from _to_following(facts)


def _to_following(facts: NotFilingFacts) -> Iterator[Obstacle]:
    """A clue has no legal review: another than who stated the ground weighs it, against the file and in writing."""
    yield from obstacles_from_the_file(facts.stated, facts.grounds)
    if facts.is_own:
        yield _fil_3(
            _("Who stated the ground of the law does not decide on it."),
            _("Another head decides, or another handling officer states the ground."),
        )
    else:
        yield following_a_statement()


def _to_leaving_no_trace(facts: NotFilingFacts) -> Iterator[Obstacle]:
    """Whoever was spared once is not in breach for the first time: so nobody is spared under another name."""
    never = facts.ground == N.NOT_PUNISHABLE and any(ground in facts.held for ground in NEVER_PUNISHABLE)
    if facts.is_established and not never:
        yield _fil_3(
            _("The file says that there was a violation, and that the law spares the party."),
            _(
                "Choose the ground on which it is spared: it then counts later as what it was. If there was no "
                "violation after all, correct the circumstances and assess again."
            ),
            field="ground",
        )
    elif facts.is_corrected and not facts.is_weighed:
        yield _unweighed()


def _unweighed() -> Obstacle:
    return _fil_3(
        _("The clue has not been held against the leniency lists as it stands now."),
        _("Press “Assess leniency” in the leniency panel of the clue, then decide not to file."),
    )


def _fil_3(message: Any, next_step: Any, *, field: str | None = None) -> Obstacle:
    return Obstacle(
        code="FIL-3",
        message=message,
        article=ARTICLE,
        citation=Citation(PENALTY, "33"),
        severity=Severity.REQUIRE,
        field=field,
        next_step=next_step,
    )
