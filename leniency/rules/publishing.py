"""What stands in the way of a list on its way to publication (Art. 10 para. 1)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.obstacles import Obstacle, Severity
from leniency.rules.facts import EntryTerms, ListFacts
from leniency.rules.within_law import wider
from leniency.vocabulary import CHOICES_OF, CONDITIONS_OF_LAW, HIGHEST_BY_LAW, LAW_OF, ConditionKind

ARTICLE = Article(10, "1")


def obstacles_to_content(facts: ListFacts) -> Iterator[Obstacle]:
    if not facts.entries:
        yield Obstacle(
            code="LST-1",
            message=_("The list has no entries."),
            article=ARTICLE,
            severity=Severity.REQUIRE,
            next_step=_("Add the violations that it is about."),
        )
    for entry in facts.entries:
        yield from _obstacles_to_entry(entry, facts)


def _obstacles_to_entry(entry: EntryTerms, facts: ListFacts) -> Iterator[Obstacle]:
    if not entry.conditions:
        yield Obstacle(
            code="LST-2",
            message=_("Entry %(code)s has no conditions.") % {"code": entry.code},
            article=ARTICLE,
            severity=Severity.REQUIRE,
            next_step=_("Say under which conditions it applies."),
        )
        return
    written = {c.kind for c in entry.conditions}
    missing = [kind for kind in CONDITIONS_OF_LAW.get(facts.type, ()) if kind not in written]
    if missing:
        yield Obstacle(
            code="LST-3",
            message=_("Entry %(code)s leaves out what the law demands: %(kinds)s.")
            % {"code": entry.code, "kinds": ", ".join(str(ConditionKind(k).label) for k in missing)},
            article=ARTICLE,
            citation=LAW_OF[facts.type],
            next_step=_("A list may make the law handier, never wider: add the condition."),
        )
    for terms in wider(facts.type, entry.conditions):
        highest = CHOICES_OF[terms.kind](HIGHEST_BY_LAW[facts.type][terms.kind])
        yield Obstacle(
            code="LST-3",
            message=_("Entry %(code)s goes further than the law: %(kind)s may be “%(highest)s” at most.")
            % {
                "code": entry.code,
                "kind": ConditionKind(terms.kind).label,
                "highest": highest.label,
            },
            article=ARTICLE,
            citation=LAW_OF[facts.type],
            next_step=_("A list may make the law handier, never wider: change the condition."),
        )


def obstacles_to_reviewing(facts: ListFacts) -> Iterator[Obstacle]:
    if facts.actor_id is not None and facts.actor_id == facts.drafter_id:
        yield Obstacle(
            code="LST-4",
            message=_("Who drafted the list does not review its legality."),
            article=ARTICLE,
            next_step=_("Another reviewer gives the opinion."),
        )
    yield from _required(
        facts.has_opinions,
        "LST-5",
        _("No opinions have been recorded."),
        _("Ask for opinions first."),
        field="opinions",
    )
    yield from _required(
        facts.has_review,
        "LST-6",
        _("The opinion on legality is missing."),
        _("Write it down."),
        field="review",
    )


def obstacles_to_approving(facts: ListFacts) -> Iterator[Obstacle]:
    yield from _required(
        facts.has_approval,
        "LST-7",
        _("The collective decision is missing."),
        _("Name the meeting and what it decided."),
        field="approval",
    )


def obstacles_to_publishing(facts: ListFacts) -> Iterator[Obstacle]:
    yield from _required(
        bool(facts.document_number.strip()),
        "LST-8",
        _("The document number is missing."),
        _("Enter it as it stands on the document."),
        field="document_number",
    )
    yield from _required(
        facts.effective_from is not None,
        "LST-9",
        _("The first day in force is missing."),
        _("Enter the day from which the list applies."),
        field="effective_from",
    )
    if facts.effective_from is not None and facts.effective_from < facts.today:
        yield Obstacle(
            code="LST-9",
            message=_("A list does not come into force before it is published."),
            article=ARTICLE,
            next_step=_("Name today or a later day."),
            field="effective_from",
        )
    previous = facts.previous_from
    if previous is not None and facts.effective_from is not None and facts.effective_from <= previous:
        yield Obstacle(
            code="LST-9",
            message=_("The earlier edition is not in force before that day."),
            article=ARTICLE,
            next_step=_("Name a day after the earlier edition began."),
            field="effective_from",
        )


def obstacles_to_adding_nothing(facts: ListFacts) -> Iterator[Obstacle]:
    """Where the statute orders correction first, an entry spares nothing, unless a warning is waived."""
    if facts.adding_nothing:
        yield Obstacle(
            code="LST-18",
            message=_("The statute already orders correction first; these entries add nothing: %(codes)s.")
            % {"codes": ", ".join(facts.adding_nothing)},
            article=ARTICLE,
            severity=Severity.WARN,
            next_step=_("Take them out of the list, or say why they stand in it all the same."),
        )


def _required(
    there: bool, code: str, message: object, next_step: object, *, field: str
) -> Iterator[Obstacle]:
    """What the form of the step itself asks for: told beside its field."""
    if not there:
        yield Obstacle(
            code=code,
            message=message,
            article=ARTICLE,
            severity=Severity.REQUIRE,
            next_step=next_step,
            field=field,
        )
