"""The facts that rules about a guidance action are given."""

from __future__ import annotations

from dataclasses import dataclass

from enforcement.rules.facts import OfficerFacts


@dataclass(frozen=True, slots=True)
class PublicFacts:
    """What is known of the public side of guidance that is addressed to everybody."""

    needs_preparation: bool = False
    is_reviewed: bool = False
    has_expert: bool = False
    comments_over: bool = False
    unanswered: int = 0
    is_urgent: bool = False
    names_model: bool = False
    has_consent: bool = False
    scores: int = 0
    candidacy_over: bool = False
    has_begun: bool = False
    has_ended: bool = False


@dataclass(frozen=True, slots=True)
class GuidanceFacts:
    """``voluntariness_shown`` is None until somebody says whether it was shown; ``is_shown`` of the effect.

    The counterpart's answer is not among them: no rule can turn on it (Art. 8).
    """

    actor_id: int | None
    drafter_id: int
    way: str
    formality: str
    channel: str
    is_public: bool
    organ_is_active: bool
    field_in_duties: bool
    matter_in_field: bool
    is_explained: bool
    is_approved: bool
    reply_day_passed: bool
    voluntariness_shown: bool | None
    implementers: tuple[OfficerFacts, ...]
    needs_two_officers: bool
    handlers: frozenset[int]
    prong: str
    is_recorded: bool
    open_items: int
    is_corrected: bool
    case_number: str
    case_undecided: bool
    effect: str
    owes_document: bool = False
    shows_violation: bool = False
    open_questions: int = 0
    is_shown: bool = False
    unanswered_organs: tuple[str, ...] = ()
    public: PublicFacts | None = None
