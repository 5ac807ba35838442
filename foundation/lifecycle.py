"""Lifecycle tables: which state follows which, by whose permission, under which article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from foundation.actors import Actor
from foundation.articles import Article, Citation
from foundation.firing import in_use, weigh
from foundation.obstacles import Obstacle, Refused
from foundation.permissions import Permission
from foundation.vocabulary import Tone

Rule = Callable[[Any], Iterator[Obstacle]]
UpperRule = Callable[[Any, Actor, datetime], Iterable[Obstacle]]


@dataclass(frozen=True, slots=True)
class Transition:
    """One row of a lifecycle table. ``rules`` are pure and receive ``thing.facts(by=, at=)``."""

    name: str
    label: Any
    sources: tuple[str, ...]
    target: str
    permission: Permission
    article: Article
    citation: Citation | str = ""
    rules: tuple[Rule, ...] = ()
    tone: str = Tone.NEUTRAL


@dataclass(frozen=True, slots=True)
class Offer:
    """A transition as it stands for one actor now: allowed, or why not."""

    transition: Transition
    obstacles: tuple[Obstacle, ...]

    @property
    def name(self) -> str:
        return self.transition.name

    @property
    def label(self) -> Any:
        return self.transition.label

    @property
    def allowed(self) -> bool:
        return not self.obstacles

    @property
    def overridable(self) -> bool:
        return Refused(self.obstacles).can_be_overridden


@dataclass
class Lifecycle:
    """The table of one kind of thing; upper apps add obstacles with ``obstruct`` when they start."""

    noun: str
    states: Any
    transitions: tuple[Transition, ...]
    _by_name: dict[str, Transition] = field(init=False, repr=False)
    _upper: dict[str, list[UpperRule]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._by_name = {t.name: t for t in self.transitions}
        self._upper = {t.name: [] for t in self.transitions}
        known = set(self.states.values)
        for t in self.transitions:
            unknown = ({*t.sources, t.target}) - known
            if unknown:
                raise ValueError(f"{self.noun}:{t.name} names unknown states {unknown}")
        if len(self._by_name) != len(self.transitions):
            raise ValueError(f"{self.noun} has two transitions of one name")

    def transition(self, name: str) -> Transition:
        """The row called ``name``; raises KeyError."""
        return self._by_name[name]

    def rules_by_transition(self) -> Iterator[tuple[str, tuple[Callable[..., Any], ...]]]:
        """Each transition with its rules, those of upper floors too."""
        for transition in self.transitions:
            yield transition.name, (*transition.rules, *self._upper[transition.name])

    def obstruct(self, name: str, rule: UpperRule) -> None:
        """Let an app above add obstacles to the transition ``name``."""
        if rule not in self._upper[name]:
            self._upper[name].append(rule)

    def obstacles(self, thing: Any, name: str, *, by: Actor, at: datetime) -> list[Obstacle]:
        """Every reason why ``thing`` cannot take the transition now, none first or favoured."""
        transition = self._by_name[name]
        facts = thing.facts(by=by, at=at) if transition.rules else None
        return self._found(thing, transition, facts, by, at)

    def offers(self, thing: Any, *, by: Actor, at: datetime) -> list[Offer]:
        """The transitions that leave the present state, as they stand for ``by``."""
        return [
            Offer(t, tuple(self.obstacles(thing, t.name, by=by, at=at)))
            for t in self.transitions
            if thing.state in t.sources
        ]

    def take(
        self,
        thing: Any,
        name: str,
        *,
        by: Actor,
        at: datetime,
        overrides: dict[str, str] | None = None,
    ) -> Transition:
        """Set the new state on ``thing`` (unsaved); raises Refused with every standing obstacle.

        Warnings that fired and were answered are told to who listens, in the open act.
        """
        transition = self._by_name[name]
        facts = thing.facts(by=by, at=at) if transition.rules else None
        weigh(
            self._found(thing, transition, facts, by, at),
            action=f"{self.noun}:{name}",
            thing=thing,
            by=by,
            at=at,
            overrides=overrides,
            facts=facts,
        )
        thing.state = transition.target
        return transition

    def _found(
        self, thing: Any, transition: Transition, facts: Any, by: Actor, at: datetime
    ) -> list[Obstacle]:
        found = list(self._fixed(thing, transition, by))
        for rule in transition.rules:
            found.extend(rule(facts))
        for upper in self._upper[transition.name]:
            found.extend(upper(thing, by, at))
        return in_use(found)

    def _fixed(self, thing: Any, transition: Transition, by: Actor) -> Iterator[Obstacle]:
        if thing.state not in transition.sources:
            yield Obstacle(
                code=f"{self.noun}:wrong_state",
                message=_("Not possible in the present state: “%(state)s”.")
                % {"state": self.states(thing.state).label},
                article=transition.article,
                citation=transition.citation,
                next_step=_("Open the page again to see what can be done now."),
            )
        if not by.may(transition.permission):
            yield Obstacle(
                code="actor:lacks_permission",
                message=_("Your role does not include this step."),
                article=Article(4),
                next_step=_("Ask an officer or head whose role includes it."),
            )
