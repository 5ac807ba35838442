"""The tables of a run."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.figures import Figure, Measured
from tests.bench.goals import DRF, RAW, goals

HEAD = f"{'':<28}{'req/s':>8}{'p50 ms':>9}{'p99 ms':>9}{'CPU ms':>9}{'SQL':>5}{'x raw':>8}{'x DRF':>8}"


def lines(measured: Measured) -> Iterator[str]:
    for size in measured.sizes:
        yield f"\n{size:,} cases\n{HEAD}"
        yield from (_line(figure, measured, size) for figure in measured.figures if figure.size == size)
        yield "\nIn the database alone, ms"
        yield from (f"{name:<34}{ms:>10.2f}" for name, ms in measured.probes[size].items())
    yield from _growth(measured)
    yield "\nGoals"
    for goal in goals(measured):
        sign, word = (">=" if goal.at_least else "<="), "ok" if goal.is_kept else "MISSED"
        yield f"{word:<7}{goal.code:<7}{goal.text:<66}{goal.found:>9.2f} {sign} {goal.limit:g}"


def _line(figure: Figure, measured: Measured, size: int) -> str:
    ratios = ""
    for floor in (RAW, DRF):
        found = measured.of(floor, size)
        ratios += f"{figure.rate / found.rate:>8.2f}" if found else f"{'':>8}"
    statements = "" if figure.statements is None else figure.statements
    wrong = f"  {figure.wrong} wrong answers" if figure.wrong else ""
    times = f"{figure.rate:>8.0f}{figure.p50:>9.1f}{figure.p99:>9.1f}{figure.cost:>9.1f}"
    return f"{figure.name:<28}{times}{statements:>5}{ratios}{wrong}"


def _growth(measured: Measured) -> Iterator[str]:
    if len(measured.sizes) < 2:
        return
    small, large = measured.sizes[0], measured.sizes[-1]
    yield f"\nFrom {small:,} to {large:,} cases{'p50 ms':>14}{'':>9}{'growth':>8}{'of CPU':>12}"
    for name in measured.names():
        before, after = measured.of(name, small), measured.of(name, large)
        if before and after:
            wall, cost = after.p50 / before.p50, after.cost / before.cost
            yield f"{name:<28}{before.p50:>9.1f}{after.p50:>9.1f}{wall:>8.2f}{cost:>12.2f}"
