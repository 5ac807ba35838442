"""When the law changes: who cites what changed is under review, who cites what vanished is suspended (Art. 10)."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models import InstrumentVersion, ProvisionChange
from enforcement.rules.reckoning import months_after
from enforcement.services.notifications import notify
from enforcement.vocabulary.laws import BITING, Fate
from foundation.actors import SCHEDULER, Actor
from foundation.obstacles import Obstacle, Refused
from foundation.permissions import Permission
from foundation.record import audited
from leniency.models import EntryCitation, EntryReview, LeniencyEntry
from leniency.services.drafts import ARTICLE
from leniency.services.reviewing import MONTHS_TO_CONCLUDE, keepers_of
from leniency.services.suspending import suspend_now
from leniency.vocabulary import ListState
from leniency.vocabulary.currency import EntryOutcome

REVIEW = "leniency_entry:review"


def follow_version(version: InstrumentVersion, at: datetime) -> None:
    """Draw the consequences of a version of a law for the entries that cite it; inside its own act."""
    changes = {c.provision_id: c for c in version.changes.filter(fate__in=BITING).select_related("provision")}
    touched: dict[int, list[ProvisionChange]] = defaultdict(list)
    for citation in _citations(changes, timezone.localdate(at)):
        change = changes[citation.provision_id]
        if change not in touched[citation.entry_id]:
            touched[citation.entry_id].append(change)
        _move(citation, change)
    for entry_id, found in touched.items():
        entry = LeniencyEntry.objects.select_related("list").get(pk=entry_id)
        vanished = next((c for c in found if c.fate == Fate.VANISHED), None)
        if vanished is not None:
            _suspend(entry, vanished, version, at)
        else:
            _begin_reviews(entry, found, at)


def conclude_entry_review(
    entry_id: int, *, by: Actor, at: datetime, outcome: str, findings: str, expected: int | None = None
) -> LeniencyEntry:
    """Say what becomes of an entry whose law changed: it stays, is changed in the next edition, or is suspended.

    Raises Refused when no review of it is open, Forbidden, and Stale.
    """
    by.require(Permission.LENIENCY_PUBLISH)
    with audited("leniency_entry:conclude_review", by=by, at=at, under=ARTICLE, why=findings):
        entry: LeniencyEntry = LeniencyEntry.objects.workable_by(by).locked(entry_id, expected=expected)
        open_ones = list(entry.reviews.filter(concluded_on=None))
        if not open_ones:
            raise Refused([_not_reviewed()])
        for review in open_ones:
            review.concluded_on, review.concluded_by_id = timezone.localdate(at), by.officer_id
            review.outcome, review.findings = outcome, findings
            review.save()
        if outcome == EntryOutcome.SUSPENDED and entry.suspended_on is None:
            suspend_now(entry, on=timezone.localdate(at), reason=findings, at=at)
        else:
            entry.save()
        return entry


def _citations(changes: dict[int, ProvisionChange], today: date) -> list[EntryCitation]:
    """Citations by entries in use: of lists published and not ended, and not suspended."""
    in_use = Q(entry__list__effective_to=None) | Q(entry__list__effective_to__gte=today)
    rows = EntryCitation.objects.filter(
        in_use, provision__in=changes, entry__list__state=ListState.PUBLISHED, entry__suspended_on=None
    )
    return list(rows.order_by("entry", "id"))


def _move(citation: EntryCitation, change: ProvisionChange) -> None:
    """The citation goes along with what the provision became, so that its next change is noticed too."""
    known = EntryCitation.objects.filter(entry=citation.entry_id, is_basis=citation.is_basis)
    if change.became_id is None or known.filter(provision=change.became_id).exists():
        return
    citation.provision_id = change.became_id
    citation.save()


def _suspend(entry: LeniencyEntry, change: ProvisionChange, version: InstrumentVersion, at: datetime) -> None:
    law = version.instrument.name_zh
    reason = f"《{law}》{change.provision.article} ({version.name}, {version.valid_from}): {change.reason}"
    began = entry.list.effective_from or version.valid_from
    with audited("leniency_entry:suspend", by=SCHEDULER, at=at, under=ARTICLE, why=reason):
        suspend_now(entry, on=max(version.valid_from, began), reason=reason, at=at)


def _begin_reviews(entry: LeniencyEntry, changes: list[ProvisionChange], at: datetime) -> None:
    today = timezone.localdate(at)
    due_on = months_after(today, MONTHS_TO_CONCLUDE)
    with audited("leniency_entry:begin_review", by=SCHEDULER, at=at, under=ARTICLE, why=changes[0].reason):
        for change in changes:
            EntryReview(entry=entry, change=change, begun_on=today, due_on=due_on).save()
    for officer in keepers_of(entry.list):
        notify(
            officer, kind=REVIEW, thing=f"leniency_entry:{entry.pk}", round=changes[0].pk, at=at,
            url=entry.get_absolute_url(), data={"number": entry.code, "day": due_on.isoformat()},
        )  # fmt: skip


def _not_reviewed() -> Obstacle:
    return Obstacle(
        code="LST-17",
        message=_("No review of this entry is open."),
        article=ARTICLE,
        next_step=_("The page of the entry shows its reviews."),
    )
