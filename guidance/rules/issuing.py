"""What stands in the way of drafting, approving and issuing guidance (Art. 8)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.obstacles import Obstacle, Severity
from guidance.rules.facts import GuidanceFacts
from guidance.rules.joint import obstacles_to_unanswered_invitations
from guidance.rules.publications import obstacles_to_naming, obstacles_to_prepared
from guidance.vocabulary import Channel, Formality, Way

TWO_OFFICERS = 2


def obstacles_to_competence(facts: GuidanceFacts) -> Iterator[Obstacle]:
    if not facts.organ_is_active:
        yield Obstacle(
            code="SUB-1",
            message=_("The organ is not qualified to enforce at present."),
            article=Article(6),
            next_step=_("Ask the organ administrator to check its qualification."),
        )
    if not facts.field_in_duties or not facts.matter_in_field:
        yield Obstacle(
            code="GUI-1",
            message=_(
                "Guidance stays within the duties of the organ; this field or matter does not belong to them."
            ),
            article=Article(8),
            next_step=_("Choose a field of your organ, or hand the matter to the competent organ."),
        )


def obstacles_to_submitting(facts: GuidanceFacts) -> Iterator[Obstacle]:
    if facts.formality == Formality.SIMPLE:
        yield Obstacle(
            code="GUI-11",
            message=_("Simple guidance needs no approval."),
            article=Article(8),
            next_step=_("Issue it directly."),
        )
    yield from obstacles_to_text(facts)
    yield from obstacles_to_prepared(facts)


def obstacles_to_approving(facts: GuidanceFacts) -> Iterator[Obstacle]:
    if facts.actor_id is not None and facts.actor_id == facts.drafter_id:
        yield Obstacle(
            code="GUI-12",
            message=_("Who drafted guidance does not approve it."),
            article=Article(8),
            next_step=_("Another head approves."),
        )


def obstacles_to_issuing(facts: GuidanceFacts) -> Iterator[Obstacle]:
    yield from obstacles_to_competence(facts)
    yield from obstacles_to_text(facts)
    if facts.formality != Formality.SIMPLE and not facts.is_approved:
        yield Obstacle(
            code="GUI-13",
            message=_("General and major guidance is approved before it is issued."),
            article=Article(8),
            severity=Severity.REQUIRE,
            next_step=_("Submit it for approval."),
        )
    if facts.voluntariness_shown is False:
        yield Obstacle(
            code="GUI-2",
            message=_("The counterpart was not told that guidance is voluntary."),
            article=Article(8),
            field="voluntariness_shown",
            next_step=_("Show or read out the notice first: it may be declined without any disadvantage."),
        )
    if facts.reply_day_passed:
        yield Obstacle(
            code="GUI-19",
            message=_("The day by which a reply is invited has passed."),
            article=Article(8),
            severity=Severity.REQUIRE,
            next_step=_("Choose a later day in the draft."),
        )
    yield from _obstacles_to_implementers(facts)
    yield from _obstacles_of_the_way(facts)
    yield from obstacles_to_naming(facts)
    yield from obstacles_to_unanswered_invitations(facts.unanswered_organs)


def obstacles_to_text(facts: GuidanceFacts) -> Iterator[Obstacle]:
    if not facts.is_explained:
        yield Obstacle(
            code="GUI-14",
            message=_("Guidance says what is meant, why, and on what basis."),
            article=Article(8),
            severity=Severity.REQUIRE,
            next_step=_("Complete content, reasons and basis in the draft."),
        )


def _obstacles_to_implementers(facts: GuidanceFacts) -> Iterator[Obstacle]:
    wanted = TWO_OFFICERS if facts.needs_two_officers else 1
    if len(facts.implementers) < wanted:
        yield Obstacle(
            code="SUB-2",
            message=_("Interviews, return visits and exhortation on site are the work of two officers.")
            if facts.needs_two_officers
            else _("Nobody is named as implementer."),
            article=Article(8),
            severity=Severity.REQUIRE,
            next_step=_("Name the officers in the draft."),
        )
    for officer in facts.implementers:
        if not officer.is_of_the_organ or (facts.needs_two_officers and not officer.is_certified):
            yield Obstacle(
                code="SUB-3",
                message=_("%(name)s holds no valid certificate of this organ.") % {"name": officer.name},
                article=Article(6),
                next_step=_("Assign another officer."),
            )


def _obstacles_of_the_way(facts: GuidanceFacts) -> Iterator[Obstacle]:
    if facts.way == Way.EXHORT and not facts.prong:
        yield Obstacle(
            code="GUI-15",
            message=_(
                "Exhortation needs its ground: a violation may occur, may cause harm, or may escalate."
            ),
            article=Article(8, "6"),
            severity=Severity.REQUIRE,
            next_step=_("Choose the ground in the draft."),
        )
    for officer in facts.implementers:
        if facts.way == Way.REVISIT and officer.id in facts.handlers:
            yield Obstacle(
                code="GUI-8",
                message=_("%(name)s worked on this case.") % {"name": officer.name},
                article=Article(8, "8"),
                next_step=_("Name in the draft two officers who did not work on the case."),
            )
    if facts.way == Way.INTERVIEW and facts.channel != Channel.WRITTEN:
        yield Obstacle(
            code="GUI-7",
            message=_("An interview is announced by written notice."),
            article=Article(8, "7"),
            severity=Severity.REQUIRE,
            next_step=_("Choose the written document as channel in the draft."),
        )


def obstacles_to_answering(facts: GuidanceFacts) -> Iterator[Obstacle]:
    if facts.is_public:
        yield Obstacle(
            code="GUI-16",
            message=_("This is addressed to the public; nobody in particular answers it."),
            article=Article(8),
            next_step=_("Conclude it with its effect."),
        )
