"""What a ground of the law turns on, in a sentence each, in the reader's language (Penalty Law, Art. 30-36)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from enforcement.vocabulary import Capacity, Fault, Gravity, Harm
from foundation.wording import day_text
from leniency.vocabulary.verdicts import Verdict
from leniency.vocabulary.wording import trace_text

Values = Mapping[str, Any]

_plain: dict[str, Any] = {
    "organisation_has_no_age": gettext_lazy("An organisation has no age."),
    "organisation_has_no_capacity": gettext_lazy(
        "An organisation is not asked whether it could recognise its conduct."
    ),
    "age_unknown": gettext_lazy("The age of the party at the act is not known."),
    "capacity_unknown": gettext_lazy(
        "It is not known whether the party could recognise and control its conduct."
    ),
    "gravity_unknown": gettext_lazy("It is not known how grave the conduct itself is."),
    "harm_unknown": gettext_lazy("The harmful consequence is not known."),
    "no_fault_unproven": gettext_lazy(
        "That there was no fault is for the party to prove; it is not known to have."
    ),
    "fault_unknown": gettext_lazy("Neither fault nor proof of its absence is known."),
    "no_fault_proven": gettext_lazy("The party has proven that it was not at fault."),
    "no_fault_not_proven": gettext_lazy("The party has not proven that it was not at fault."),
    "correction_refused": gettext_lazy("Whoever refuses to correct has not corrected in time."),
    "not_corrected": gettext_lazy("It was not corrected."),
    "before_discovery": gettext_lazy("Corrected before it was discovered."),
    "before_order": gettext_lazy("Corrected before an order to correct."),
    "within_order": gettext_lazy("Corrected within the time ordered."),
    "corrected_in_time": gettext_lazy("Corrected in time."),
    "corrected_too_late": gettext_lazy("Not corrected in time."),
    "promised": gettext_lazy("Correction was promised; that is not yet correction."),
    "impossible": gettext_lazy(
        "Nothing can be corrected any more: whether that counts as corrected in time, a person has to weigh."
    ),
    "correction_unknown": gettext_lazy("It is not known whether it was corrected in time."),
    "first_time": gettext_lazy("It is the first violation of the kind."),
    "not_first": gettext_lazy("It is not the first violation of the kind."),
    "first_unknown": gettext_lazy("It is not known whether it is the first violation of the kind."),
    "act_goes_on": gettext_lazy("The act goes on: the time has not begun to run."),
    "time_unknown": gettext_lazy(
        "It is not known whether the time in which it could be punished had passed."
    ),
}

_told: dict[str, dict[Verdict, Any]] = {
    "removed_harm": {
        Verdict.HOLDS: gettext_lazy("The party removed or reduced the harm of its own accord."),
        Verdict.FAILS: gettext_lazy("The party did not remove or reduce the harm of its own accord."),
        Verdict.UNKNOWN: gettext_lazy(
            "It is not known whether the party removed or reduced the harm of its own accord."
        ),
    },
    "coerced_or_deceived": {
        Verdict.HOLDS: gettext_lazy("The party was forced or deceived by others."),
        Verdict.FAILS: gettext_lazy("The party was neither forced nor deceived by others."),
        Verdict.UNKNOWN: gettext_lazy("It is not known whether the party was forced or deceived by others."),
    },
    "confessed_unknown": {
        Verdict.HOLDS: gettext_lazy("The party confessed violations that the organ did not know of."),
        Verdict.FAILS: gettext_lazy("The party confessed nothing that the organ did not know of."),
        Verdict.UNKNOWN: gettext_lazy(
            "It is not known whether the party confessed violations that the organ did not know of."
        ),
    },
    "meritorious": {
        Verdict.HOLDS: gettext_lazy("The party helped the organ to clear up violations."),
        Verdict.FAILS: gettext_lazy("The party did not help the organ to clear up violations."),
        Verdict.UNKNOWN: gettext_lazy(
            "It is not known whether the party helped the organ to clear up violations."
        ),
    },
}


def _corrected_by(values: Values) -> str:
    return _("Corrected on %(on)s, in time until %(due)s.") % _days(values, "on", "due")


def _corrected_late(values: Values) -> str:
    return _("Corrected on %(on)s, after %(due)s.") % _days(values, "on", "due")


def _prior(values: Values) -> str:
    marks = ", ".join(map(trace_text, values["marks"]))
    return _("Not the first: %(marks)s. %(how)s") % {"marks": marks, "how": _looked_back(values)}


def _looked_back(values: Values) -> str:
    if values["months"] is None:
        return ""
    text = ngettext(
        "Looked back %(months)d month, at violations of the same kind (local setting).",
        "Looked back %(months)d months, at violations of the same kind (local setting).",
        values["months"],
    )
    return text % {"months": values["months"]}


def _limit(values: Values) -> dict[str, Any]:
    return {**_days(values, "ended", "last", "found"), "years": values["years"]}


def _in_time(values: Values) -> str:
    if values.get("last"):
        return _("It could be punished until %(last)s, %(years)s years after %(ended)s.") % _limit(values)
    return _("The time in which it could be punished has not passed.")


def _discovered_late(values: Values) -> str:
    if values.get("found"):
        return _(
            "Discovered on %(found)s: it could be punished until %(last)s, %(years)s years after %(ended)s."
        ) % _limit(values)
    return _("It could be punished until %(last)s, %(years)s years after %(ended)s.") % _limit(values)


def _days(values: Values, *names: str) -> dict[str, str]:
    return {name: day_text(date.fromisoformat(values[name])) if values.get(name) else "" for name in names}


def _by_language(values: Values) -> str:
    return values["en"] if values["en"] and (get_language() or "").startswith("en") else values["zh"]


_worded: dict[str, Callable[[Values], str]] = {
    "age": lambda values: _("The party was %(age)s at the act.") % values,
    "capacity": lambda values: _("The party: %(how)s.") % {"how": Capacity(values["capacity"]).label},
    "gravity": lambda values: (
        _("Gravity of the conduct: %(how)s.") % {"how": Gravity(values["gravity"]).label}
    ),
    "harm": lambda values: _("Harm: %(how)s.") % {"how": Harm(values["harm"]).label},
    "fault": lambda values: _("The party was at fault: %(how)s.") % {"how": Fault(values["fault"]).label},
    "corrected_when_found": lambda values: (
        _("Corrected on %(on)s, before or on the day it was discovered.") % _days(values, "on")
    ),
    "corrected_by_itself": lambda values: (
        _(
            "Found by the party itself (%(source)s), corrected on %(on)s, told on %(told)s before it was discovered."
        )
        % {"source": values["source"], **_days(values, "on", "told")}
    ),
    "corrected_by_day": _corrected_by,
    "corrected_late": _corrected_late,
    "promise_unkept": lambda values: _("Promised, but not done by %(due)s.") % _days(values, "due"),
    "no_day_due": lambda values: (
        _("Corrected on %(on)s; until when it was due is not known.") % _days(values, "on")
    ),
    "found_unknown": lambda values: (
        _("Corrected on %(on)s; when it was discovered is not known.") % _days(values, "on")
    ),
    "no_prior": lambda values: _("No earlier decision counts. %(how)s") % {"how": _looked_back(values)},
    "prior": _prior,
    "in_time": _in_time,
    "discovered_late": _discovered_late,
    "displaced": lambda values: (
        _("Another law has its own answer and goes first: %(law)s.") % {"law": _by_language(values)}
    ),
    "other_ground": lambda values: str(values["text"]),
}


def element_text(word: str, verdict: Verdict, values: Values) -> str:
    """The sentence ``word`` with what it tells of."""
    if word in _told:
        return str(_told[word][verdict])
    return str(_plain[word]) if word in _plain else _worded[word](values).strip()
