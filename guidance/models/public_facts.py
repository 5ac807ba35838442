"""What the rules are told of the public side of guidance (Art. 8 (1), (2))."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from guidance.rules.facts import PublicFacts
from guidance.vocabulary import Formality, GuidanceState, Way

Days = tuple[date | None, date | None]


def holds_between(action: Any) -> Days:
    """From and until when a publication holds; a guide holds once it was published."""
    if action.way == Way.DEMO:
        named_on = timezone.localdate(action.issued_at) if action.issued_at else None
        return named_on, action.demo.valid_to
    guide = action.guide
    published = guide.published_on
    return max(published, guide.effective_from) if published else None, guide.effective_to


def public_facts_of(action: Any, today: date) -> PublicFacts | None:
    """The facts of a publication, also of one that is older than its public side; None for other ways."""
    if not action.page.is_public:
        return None
    life = getattr(action, "public_life", None)
    first, last = holds_between(action)
    names_model = action.names_model
    over = life is not None and life.shown_until is not None and life.shown_until < today
    return PublicFacts(
        needs_preparation=action.way == Way.GUIDE and action.formality == Formality.MAJOR,
        is_reviewed=life is not None and life.reviewed_on is not None,
        has_expert=life is not None and life.experts_on is not None,
        comments_over=over and action.state == GuidanceState.COMMENTS,
        unanswered=life.unanswered if life else 0,
        is_urgent=life is not None and bool(life.urgent_reason and life.urgent_text.strip()),
        names_model=names_model,
        has_consent=names_model and action.demo.has_consent and action.demo.consent_on is not None,
        scores=life.scored if names_model and life else 0,
        candidacy_over=over and action.state == GuidanceState.CANDIDACY,
        has_begun=first is not None and first <= today,
        has_ended=last is not None and last < today,
    )
