"""Reading the kept figures, exact to the last entry: tallies, and what the record says since (Art. 4)."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from django.db.models import Case, F, Q, Sum, Value, When

from desk.models import Tally, TallyState
from desk.reports.changes import NotFoldable, changes_in, counted_images
from desk.rules.tallies import CITY, EVER, Share, Sphere
from desk.vocabulary import Measure
from foundation.actors import Actor, ReachKind
from foundation.models import AuditLink, AuditPending
from foundation.vocabulary import ImageKind

MOST_UNFOLDED = 1000
DAILY = (Measure.CASES_UNDECIDED, Measure.VISITS_OPEN)
Figures = Counter[Share]


def figures_for(actor: Actor, *, since: date, today: date) -> Figures | None:
    """What is counted in the actor's reach since a month; what is past due stands on yesterday.

    None when nothing is kept yet or too much happened since it was: then count the rows.
    """
    if actor.reach.kind == ReachKind.NONE:
        return Counter()
    sphere = Sphere(actor.reach.kind.value, actor.reach.id or CITY)
    for _attempt in range(2):
        state = TallyState.objects.first()
        if state is None:
            return None
        changed = _since(state, sphere)
        if changed is None:
            return None
        kept = _kept(sphere, since, today)
        if TallyState.objects.filter(pk=state.pk, seq=state.seq, rebuilt_at=state.rebuilt_at).exists():
            return _together(kept, changed, since, today)
    return None


def _kept(sphere: Sphere, since: date, today: date) -> Figures:
    """One row a measure, day and value, however far back something is due."""
    late = When(measure__in=DAILY, day__lt=today, then=Value(today - timedelta(days=1)))
    wanted = Q(day__gte=since) | Q(day=EVER) | Q(measure__in=DAILY)
    rows = Tally.objects.filter(wanted, sphere=sphere.kind, sphere_id=sphere.id)
    found = rows.order_by().annotate(on=Case(late, default=F("day"))).values_list("measure", "on", "value")
    return Counter({Share(*key): number for *key, number in found.annotate(n=Sum("number"))})


def _since(state: TallyState, sphere: Sphere) -> Figures | None:
    """What entries say that are not folded in; None when they are too many."""
    linked = AuditLink.objects.filter(seq__gt=state.seq).values("entry")
    unfolded = Q(entry__in=linked) | Q(entry__in=AuditPending.objects.values("entry"))
    images = counted_images().filter(unfolded).exclude(entry__in=state.ahead).order_by("id")
    waiting = dict(images.values_list("id", "kind")[: MOST_UNFOLDED + 1])
    if not waiting:
        return Counter()
    if len(waiting) > MOST_UNFOLDED or ImageKind.LOADED in waiting.values():
        return None
    try:
        changes = changes_in(list(counted_images().filter(id__in=waiting).order_by("id")))
    except NotFoldable:
        return None
    return Counter({share: number for (whose, share), number in changes.items() if whose == sphere})


def _together(kept: Figures, changed: Figures, since: date, today: date) -> Figures:
    found: Figures = Counter(kept)
    for share, number in changed.items():
        if share.measure in DAILY and share.day < today:
            found[Share(share.measure, today - timedelta(days=1), share.value)] += number
        elif share.day >= since or share.day == EVER or share.measure in DAILY:
            found[share] += number
    return Counter({share: number for share, number in found.items() if number})
