"""Template words of the look: icons, tones, and dates and deadlines in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html

from foundation import wording
from foundation.vocabulary import Tone

register = template.Library()

SEVERITY_TONES = {"block": Tone.BAD, "warn": Tone.WATCH, "require": Tone.INFO}
SEVERITY_ICONS = {"block": "ban", "warn": "alert-triangle", "require": "clipboard-list"}
MESSAGE_TONES = {"success": Tone.GOOD, "warning": Tone.WATCH, "error": Tone.BAD}
MESSAGE_ICONS = {"success": "circle-check", "warning": "alert-triangle", "error": "alert-circle"}

register.filter("day", wording.day_text)
register.filter("moment", wording.moment_text)
register.filter("month", wording.month_text)
register.filter("weekday", wording.weekday_text)
register.filter("money", wording.money_text)
register.filter("deadline", wording.deadline_text)
register.filter("deadline_tone", wording.deadline_tone)
register.filter("device_words", wording.device_text)


@register.filter
def working_deadline(days: int | None) -> str:
    """The same as ``deadline``, in working days."""
    return wording.deadline_text(days, working=True)


@register.simple_tag
def icon(name: str, extra: str = "") -> str:
    """One icon of ``static/icons.svg``; always decoration, so the words beside it carry the meaning."""
    return format_html(
        '<svg class="icon {}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        extra,
        static("icons.svg"),
        name,
    )


@register.filter
def tone(name: str | None) -> str:
    """The class of a tone; what is unknown is neutral."""
    return f"tone-{name if name in Tone.values else Tone.NEUTRAL.value}"


@register.filter
def severity_tone(severity: str) -> str:
    return SEVERITY_TONES.get(severity, Tone.NEUTRAL)


@register.filter
def severity_icon(severity: str) -> str:
    return SEVERITY_ICONS.get(severity, "info-circle")


@register.filter
def message_tone(level: str) -> str:
    return MESSAGE_TONES.get(level, Tone.INFO)


@register.filter
def message_icon(level: str) -> str:
    return MESSAGE_ICONS.get(level, "info-circle")


@register.filter
def entry(mapping: Mapping[str, Any] | None, key: str) -> Any:
    """``mapping[key]`` for a key that is itself a variable; None when absent."""
    return mapping.get(key) if mapping else None


@register.filter
def sorted_as(ordering: str, column: str) -> str:
    """The ``aria-sort`` of a column under an ordering such as ``-opened_on``."""
    if ordering.removeprefix("-") != column:
        return "none"
    return "descending" if ordering.startswith("-") else "ascending"
