"""The goals that a run is held to: each with its limit and whether it was kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.bench.figures import Figure, Measured
from tests.bench.flood import OVER, SLOWEST

RAW, DRF = "floor: raw SQL", "floor: bare DRF"
SCOPES = ("list, root", "list, district", "list, organ", "list, small organ")
LISTS = (*SCOPES, "list, root, page 1,000")
DASHBOARDS = ("dashboard, head", "dashboard, root")
MOST_STATEMENTS = 12


@dataclass(frozen=True)
class Goal:
    """``found`` is kept when it is at most (or, ``at_least``, not less than) ``limit``."""

    code: str
    text: str
    found: float
    limit: float
    at_least: bool = False

    @property
    def is_kept(self) -> bool:
        return self.found >= self.limit if self.at_least else self.found <= self.limit


def goals(measured: Measured) -> Iterator[Goal]:
    for size in measured.sizes:
        yield from _of_size(measured, size)
    if len(measured.sizes) > 1:
        yield from _of_growth(measured, measured.sizes[0], measured.sizes[-1])
    for size, found in measured.floods.items():
        at = f"at {OVER} x the capacity, at {size:,}"
        yield Goal("load", f"p99 of what is let in, s, {at}", found.p99, SLOWEST)
        yield Goal("load", f"share that is let in, {at}", found.share, 0.25, at_least=True)
        yield Goal("load", f"neither answered nor told to come back, {at}", len(found.wrong), 0)
    for name, megabytes in measured.memory.items():
        yield Goal("memory", f"{name}, MB", megabytes, 300 if "verify" in name else 200)


def _of_size(measured: Measured, size: int) -> Iterator[Goal]:
    figures = {f.name: f for f in measured.figures if f.size == size}
    listed, raw, drf = figures["list, district"], figures[RAW], figures[DRF]
    at = f"at {size:,}"
    yield Goal(
        "P1", f"list, req/s as a multiple of bare DRF, {at}", listed.rate / drf.rate, 1.5, at_least=True
    )
    yield Goal("P1", f"list, CPU as a share of bare DRF, {at}", listed.cost / drf.cost, 1 / 1.5)
    yield Goal("P1", f"list, req/s as a share of raw SQL, {at}", listed.rate / raw.rate, 0.28, at_least=True)
    yield Goal("P1", f"list, statements, {at}", listed.statements or 0, 3)
    yield Goal("P1", f"list, p99 as a multiple of p50, {at}", listed.p99 / listed.p50, 3)
    scopes = [figures[name].p50 for name in SCOPES if name in figures]
    yield Goal("P2", f"dearest scope as a multiple of the cheapest, {at}", max(scopes) / min(scopes), 2)
    far = figures["list, root, page 1,000"].p50 / figures["list, root"].p50
    yield Goal("P2", f"page 1,000 as a multiple of page 1, {at}", far, 1.2)
    worst = max((f for f in figures.values() if not f.target.body), key=lambda f: f.statements or 0)
    yield Goal("P3", f"most statements ({worst.name}), {at}", worst.statements or 0, MOST_STATEMENTS)
    page = figures["page of cases"].rate / drf.rate
    yield Goal("P11", f"page of cases, req/s as a multiple of bare DRF, {at}", page, 0.6, at_least=True)
    yield from _of_probes(measured.probes[size], at)


def _of_probes(probes: dict[str, float], at: str) -> Iterator[Goal]:
    rare, like = probes["search, two rare signs"], probes["LIKE, two rare signs"]
    yield Goal("P5", f"search of two common signs, ms, {at}", probes["search, two common signs"], 15)
    yield Goal("P5", f"search of two rare signs as a share of LIKE, {at}", rare / like, 0.1)
    grouped = probes["GROUP BY month and outcome"] / probes["dashboard of the city"]
    yield Goal("P6", f"dashboard: times as fast as one GROUP BY over all, {at}", grouped, 1, at_least=True)
    claim = probes["claim 500 due items"]
    yield Goal("P9", f"claim 500 due items, ms, {at}", claim, 10)
    yield Goal(
        "P9", f"claim as a share of one without index, {at}", claim / probes["claim 500, no index"], 0.05
    )


def _of_growth(measured: Measured, small: int, large: int) -> Iterator[Goal]:
    for name in measured.names():
        before, after = measured.of(name, small), measured.of(name, large)
        if before is None or after is None or name in (RAW, DRF):
            continue
        code = "P6" if name in DASHBOARDS else "P2" if name in LISTS else "growth"
        yield Goal(code, f"{name}: p50 at {large:,} as a multiple of {small:,}", after.p50 / before.p50, 1.2)
        yield Goal(
            code, f"{name}: CPU at {large:,} as a multiple of {small:,}", after.cost / before.cost, 1.2
        )
        yield from _same_statements(name, before, after)


def _same_statements(name: str, before: Figure, after: Figure) -> Iterator[Goal]:
    if before.statements != after.statements:
        grown = (after.statements or 0) / max(before.statements or 0, 1)
        yield Goal("P3", f"{name}: statements, as a multiple of those at the smaller size", grown, 1)
