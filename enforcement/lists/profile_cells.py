"""Periods, chains and sources in words: a parameter without a source is called a local setting."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from enforcement.rules.periods import Period
from enforcement.rules.profiles import Extension, Profile
from enforcement.vocabulary import Approver, StopKind, Unit
from foundation.wording import money_text


def period_text(period: Period | None) -> str:
    """“5 working days”; nothing for a period that does not exist."""
    if period is None:
        return ""
    if period.unit == Unit.WORKING:
        return ngettext("%(days)s working day", "%(days)s working days", period.days) % {"days": period.days}
    return ngettext("%(days)s calendar day", "%(days)s calendar days", period.days) % {"days": period.days}


def extension_text(step: Extension) -> str:
    """“30 days: head of the organ”."""
    days = _("days as fixed when granted")
    if step.days is not None:
        days = ngettext("at most %(days)s day", "at most %(days)s days", step.days) % {"days": step.days}
    return _("%(days)s, granted by: %(approver)s") % {"days": days, "approver": Approver(step.approver).label}


def source_text(profile: Profile, parameter: str) -> str:
    """The provision, or nothing for a local setting."""
    return str(profile.source_of(parameter))


def values_of(profile: Profile) -> dict[str, Any]:
    """What each parameter says, in words."""
    none = _("none")
    excluded = [str(kind.label) for kind in StopKind if profile.excludes(kind)]
    return {
        "verification": period_text(profile.verification),
        "verification_extension": period_text(profile.verification_extension) or none,
        "defence": period_text(profile.defence),
        "review": period_text(profile.review),
        "review_extension": period_text(profile.review_extension) or none,
        "decision": ngettext("%(days)s calendar day", "%(days)s calendar days", profile.decision_days)
        % {"days": profile.decision_days},
        "extensions": [extension_text(step) for step in profile.extensions] or [none],
        "exclusions": excluded or [none],
        "hearing": _hearing(profile),
        "summary_filing": period_text(profile.summary_filing),
    }


def _hearing(profile: Profile) -> list[str]:
    person = _("natural person: from %(fine)s") % {"fine": _money(profile.hearing_person_fine)}
    organisation = _("organisation: from %(fine)s") % {"fine": _money(profile.hearing_organisation_fine)}
    return [person, organisation]


def _money(fine: Decimal | None) -> str:
    return _("not fixed") if fine is None else str(money_text(fine))
