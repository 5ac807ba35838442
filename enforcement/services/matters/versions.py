"""A new version of an instrument: prepared, confirmed, and in effect from its day (Art. 3, 10 para. 1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.lifecycle import VERSION_LIFECYCLE
from enforcement.models import Instrument, InstrumentVersion, MatterProvision, Provision, ProvisionChange
from enforcement.rules.laws import ARTICLE
from enforcement.vocabulary.laws import Fate, VersionState
from foundation.actors import SCHEDULER, Actor
from foundation.due import cancel, handles, plan
from foundation.models import DueItem
from foundation.obstacles import Obstacle, Refused
from foundation.permissions import Permission
from foundation.record import audited

TAKE_EFFECT = "instrument_version:take_effect"
Follower = Callable[[InstrumentVersion, datetime], None]
_followers: list[Follower] = []


def follow_law(follower: Follower) -> Follower:
    """Let an app above draw its consequences, in the same transaction, when a version takes effect."""
    if follower not in _followers:
        _followers.append(follower)
    return follower


def prepare_version(
    instrument_id: int,
    *,
    by: Actor,
    at: datetime,
    name: str,
    valid_from: date,
    source: str,
    note: str = "",
    expected: int | None = None,
) -> InstrumentVersion:
    """Begin a new version of an instrument; nothing follows from it before it is confirmed and its day has come."""
    by.require(Permission.MATTER_EDIT)
    with audited("instrument_version:prepare", by=by, at=at, under=ARTICLE, why=source):
        instrument = Instrument.objects.workable_by(by).locked(instrument_id, expected=expected)
        version = InstrumentVersion(
            instrument=instrument,
            name=name,
            valid_from=valid_from,
            source=source,
            note=note,
            prepared_by_id=by.officer_id,
        )
        version.save()
        return version


def judge_provision(
    version_id: int,
    *,
    by: Actor,
    at: datetime,
    provision: Provision,
    fate: str,
    moved_to: str = "",
    summary: str = "",
    reason: str = "",
    expected: int | None = None,
) -> InstrumentVersion:
    """Say what the version makes of one provision; said again, the last word counts.

    Raises Refused once the version is confirmed, or when the provision is not one to be judged.
    """
    with preparing(version_id, "judge", by=by, at=at, expected=expected) as version:
        write_fate(version, provision, fate=fate, moved_to=moved_to, summary=summary, reason=reason)
        version.save()
        return version


def write_fate(version: InstrumentVersion, provision: Provision, **values: str) -> None:
    """Write down one fate; inside the act that says it."""
    if not version.to_judge().filter(pk=provision.pk).exists():
        raise Refused([_nothing_to_judge(provision)])
    found = version.changes.filter(provision=provision).first()
    change = found or ProvisionChange(version_of=version, provision=provision)
    for name, value in values.items():
        setattr(change, name, value)
    change.save()


def adopt_version(
    version_id: int, *, by: Actor, at: datetime, expected: int | None = None
) -> InstrumentVersion:
    """Confirm the version: it takes effect on its day, at once when that day is past.

    Raises Refused while a provision that is cited here has no fate.
    """
    with audited("instrument_version:adopt", by=by, at=at, under=ARTICLE):
        version: InstrumentVersion = InstrumentVersion.objects.workable_by(by).locked(
            version_id, expected=expected
        )
        VERSION_LIFECYCLE.take(version, "adopt", by=by, at=at)
        version.save()
        plan(kind=TAKE_EFFECT, thing=_thing(version), due_at=_morning_of(version.valid_from))
    if version.valid_from <= timezone.localdate(at):
        return take_effect(version.pk, by=SCHEDULER, at=at)
    return version


def withdraw_version(
    version_id: int, *, by: Actor, at: datetime, reason: str, expected: int | None = None
) -> InstrumentVersion:
    """Take back a version that has not taken effect yet, with the reason."""
    with audited("instrument_version:withdraw", by=by, at=at, under=ARTICLE, why=reason):
        version: InstrumentVersion = InstrumentVersion.objects.workable_by(by).locked(
            version_id, expected=expected
        )
        VERSION_LIFECYCLE.take(version, "withdraw", by=by, at=at)
        version.save()
        cancel(kind=TAKE_EFFECT, thing=_thing(version))
        return version


def take_effect(version_id: int, *, by: Actor, at: datetime) -> InstrumentVersion:
    """Make the version the law here: revisions end and begin, and who cites them is told; once only."""
    by.require(Permission.MATTER_EDIT)
    with audited("instrument_version:take_effect", by=by, at=at, under=ARTICLE):
        version: InstrumentVersion = InstrumentVersion.objects.workable_by(by).locked(version_id)
        if version.state != VersionState.SCHEDULED:
            return version
        VERSION_LIFECYCLE.take(version, "take_effect", by=by, at=at)
        version.took_effect_at = at
        version.save()
        for change in version.changes.select_related("provision"):
            _bite(change, version)
        for follow in _followers:
            follow(version, at)
        return version


@handles(TAKE_EFFECT)
def take_effect_when_due(item: DueItem, at: datetime) -> None:
    """The day of a confirmed version has come."""
    take_effect(int(item.thing.partition(":")[2]), by=SCHEDULER, at=at)


@contextmanager
def preparing(
    version_id: int, action: str, *, by: Actor, at: datetime, expected: int | None = None
) -> Iterator[InstrumentVersion]:
    """Open ``instrument_version:<action>`` on a version in preparation; raises Refused for any other."""
    by.require(Permission.MATTER_EDIT)
    with audited(f"instrument_version:{action}", by=by, at=at, under=ARTICLE):
        version = InstrumentVersion.objects.workable_by(by).locked(version_id, expected=expected)
        refuse_unless_prepared(version)
        yield version


def refuse_unless_prepared(version: InstrumentVersion) -> None:
    """Raise Refused once the version is confirmed or withdrawn."""
    if version.state != VersionState.PREPARED:
        raise Refused([_is_confirmed(version)])


def _bite(change: ProvisionChange, version: InstrumentVersion) -> None:
    if change.fate == Fate.UNCHANGED:
        return
    old = Provision.objects.locked(change.provision_id)
    old.valid_to = version.valid_from - timedelta(days=1)
    old.save()
    if change.fate == Fate.VANISHED:
        return
    article = change.moved_to or old.article
    known = Provision.objects.filter(instrument=version.instrument_id, article=article)
    new = Provision(
        instrument_id=version.instrument_id,
        article=article,
        revision=(known.aggregate(last=Max("revision"))["last"] or 0) + 1,
        summary=change.summary or old.summary,
        valid_from=version.valid_from,
    )
    new.save()
    change.became = new
    change.save()
    for link in MatterProvision.objects.filter(provision=old):
        link.provision = new
        link.save()


def _thing(version: InstrumentVersion) -> str:
    return f"instrument_version:{version.pk}"


def _morning_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def _is_confirmed(version: InstrumentVersion) -> Obstacle:
    return Obstacle(
        code="LAW-3",
        message=_("The version is “%(state)s” and no longer edited.")
        % {"state": version.get_state_display()},
        article=ARTICLE,
        next_step=_("Withdraw it while it waits for its day, or prepare another version."),
    )


def _nothing_to_judge(provision: Provision) -> Obstacle:
    return Obstacle(
        code="LAW-4",
        message=_("%(provision)s was not in force on the day before this version.")
        % {"provision": provision},
        article=ARTICLE,
        field="provision",
        next_step=_("Only what the version found in force can change by it."),
    )
