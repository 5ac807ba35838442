"""What stands on the page of a publication about its public side (Art. 8 (1), (2))."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from foundation.pages.facts import Fact, fact, told


def life_facts(life: Any) -> list[Fact]:
    """How it was prepared, when it is looked at again, and how it ended."""
    return told(
        [
            fact(_("opinion on legality"), life.legal_opinion, "multiline"),
            fact(_("reviewed by"), str(life.reviewed_by) if life.reviewed_by else ""),
            fact(_("reviewed on"), life.reviewed_on, "date"),
            fact(_("open to the public from"), life.shown_from, "date"),
            fact(_("open to the public until"), life.shown_until, "date"),
            fact(_("experts heard"), life.experts),
            fact(_("experts heard on"), life.experts_on, "date"),
            fact(_("what the experts said"), life.experts_opinion, "multiline"),
            fact(_("why it could not wait"), life.get_urgent_reason_display()),
            fact(_("what would have happened meanwhile"), life.urgent_text, "multiline"),
            fact(_("to be looked at again by"), life.review_due_on, "date"),
            fact(_("looked at again and kept on"), life.kept_on, "date"),
            fact(_("why it was kept"), life.kept_note, "multiline"),
            fact(_("ended on"), life.ended_on, "date"),
            fact(_("how it ended"), life.get_ended_how_display()),
            fact(_("public reason why it ended"), life.ended_why, "multiline"),
        ]
    )


def end_facts(life: Any) -> list[Fact]:
    """What everybody reads of the end of a publication."""
    return told(
        [
            fact(_("ended on"), life.ended_on, "date"),
            fact(_("how it ended"), life.get_ended_how_display()),
            fact(_("reason"), life.ended_why, "multiline"),
        ]
    )
