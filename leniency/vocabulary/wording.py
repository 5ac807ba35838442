"""Conditions, values and gaps in words, in the reader's language (Art. 10 para. 1)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from enforcement.vocabulary import Correction, Fault
from foundation.wording import day_text, money_text
from leniency.vocabulary.conditions import CHOICES_OF, ConditionKind, Sameness
from leniency.vocabulary.parties import PriorKind

K = ConditionKind


def condition_text(
    kind: str, *, number: Decimal | None = None, choice: str = "", sameness: str = "", text: str = ""
) -> str:
    """One condition as a short sentence; ``text`` is what an attested fact says, or the unit of a quantity."""
    if kind == K.ATTESTED:
        return text
    if kind == K.FIRST_TIME:
        return _first_time(number, sameness)
    if kind == K.CORRECTED_IN_TIME:
        return _corrected(number)
    if kind in CHOICES_OF:
        return _rung(kind, choice)
    if number is not None and kind in _quantities:
        unit = f" {text}" if kind == K.QUANTITY_AT_MOST and text else ""
        return f"{K(kind).label} {_quantities[kind](number)}{unit}"
    return str(K(kind).label)


def conditions_text(told: Iterable[str]) -> str:
    """All conditions of an entry, which hold together, in one line."""
    return _("; ").join(text for text in told if text)


def _rung(kind: str, choice: str) -> str:
    ladder = CHOICES_OF[kind]
    if kind == K.FAULT_AT_MOST and choice == Fault.NONE:
        return _("no fault: proven by the party")
    if kind == K.GRAVITY_AT_MOST:
        return f"{K.GRAVITY_AT_MOST.label}: {ladder(choice or ladder.values[0]).label}"
    if not choice or choice == ladder.values[0]:
        return str(ladder(ladder.values[0]).label)
    return _("at most: %(rung)s") % {"rung": ladder(choice).label}


def _first_time(months: Decimal | None, sameness: str) -> str:
    what = Sameness(sameness or Sameness.MATTER).label
    if months is None:
        return _("first on record, counting %(what)s") % {"what": what}
    text = ngettext(
        "first within %(months)d month, counting %(what)s",
        "first within %(months)d months, counting %(what)s",
        int(months),
    )
    return text % {"months": months, "what": what}


def _corrected(days: Decimal | None) -> str:
    if days is None:
        return _("corrected within the time ordered")
    if days == 0:
        return _("corrected on the spot")
    text = ngettext(
        "corrected within %(days)d day of being found",
        "corrected within %(days)d days of being found",
        int(days),
    )
    return text % {"days": days}


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


_quantities: dict[str, Callable[[Decimal], str]] = {
    K.AMOUNT_AT_MOST: money_text,
    K.AREA_AT_MOST: lambda number: f"{_plain(number)} m²",
    K.DAYS_LATE_AT_MOST: _plain,
    K.GAIN_AT_MOST: money_text,
    K.GOODS_VALUE_AT_MOST: money_text,
    K.QUANTITY_AT_MOST: _plain,
}


def value_text(kind: str, value: Any) -> str:
    """What was seen, in words; nothing when nothing is known."""
    if value is None or value == "":
        return ""
    if kind == K.FIRST_TIME:
        return _earlier(value)
    if kind in CHOICES_OF:
        return str(CHOICES_OF[kind](value).label)
    if isinstance(value, dict):
        return f"{_plain(Decimal(value['number']))} {value['unit']}"
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if kind in _quantities:
        return _quantities[kind](Decimal(str(value)))
    if value in Correction.values:
        return str(Correction(value).label)
    return day_text(date.fromisoformat(value))


def _earlier(marks: list[str]) -> str:
    if not marks:
        return _("no earlier decision found")
    text = ngettext(
        "%(count)d earlier decision: %(days)s", "%(count)d earlier decisions: %(days)s", len(marks)
    )
    return text % {"count": len(marks), "days": ", ".join(map(trace_text, marks))}


def trace_text(mark: str) -> str:
    """An earlier decision by its day and its kind; those kept before kinds were told have the day alone."""
    day, _slash, kind = mark.partition("/")
    told = day_text(date.fromisoformat(day))
    return f"{told} ({PriorKind(kind).label})" if kind else told


_missing: dict[str, Any] = {
    K.AMOUNT_AT_MOST: gettext_lazy("Record the amount involved."),
    K.AREA_AT_MOST: gettext_lazy("Measure the area and record it."),
    K.ATTESTED: gettext_lazy("Record what was found about this, and on what evidence."),
    K.CORRECTED_IN_TIME: gettext_lazy(
        "Re-check, then record the day of the correction and the time ordered."
    ),
    K.DAYS_LATE_AT_MOST: gettext_lazy("Record how many days late it was."),
    K.FAULT_AT_MOST: gettext_lazy("Record the subjective fault; the party may prove that there was none."),
    K.FIRST_TIME: gettext_lazy("Name the counterpart, so that earlier decisions can be looked up."),
    K.GAIN_AT_MOST: gettext_lazy("Record the unlawful gain, and what of it was paid back."),
    K.GOODS_VALUE_AT_MOST: gettext_lazy("Record the value of the goods."),
    K.GRAVITY_AT_MOST: gettext_lazy("Record how grave the conduct is."),
    K.HARM_AT_MOST: gettext_lazy("Record the harmful consequence."),
    K.NOT_ENDANGERING_MINORS: gettext_lazy("Record whether minors were endangered."),
    K.NOT_ENDANGERING_SAFETY: gettext_lazy("Record whether anybody's safety was endangered."),
    K.NOT_EXPLOITING: gettext_lazy("Record whether an emergency was exploited."),
    K.NOT_FORGING: gettext_lazy("Record whether evidence was forged, hidden or destroyed."),
    K.NOT_OBSTRUCTING: gettext_lazy("Record whether the party obstructed the officers."),
    K.NOT_REFUSING: gettext_lazy("Record whether the party refuses to correct."),
    K.QUANTITY_AT_MOST: gettext_lazy("Count and record the quantity."),
    K.SELF_FOUND: gettext_lazy("Record whether the party found and reported it itself."),
}


def missing_text(kind: str, value: Any = None) -> str:
    """What to do so that an unknown condition becomes known; ``value`` is what was seen of it all the same."""
    if isinstance(value, dict):
        return _("Counted in another unit: %(seen)s. Count it in the unit of the condition.") % {
            "seen": value_text(kind, value)
        }
    return str(_missing[kind])
