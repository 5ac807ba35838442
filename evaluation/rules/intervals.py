"""How sure a figure is: small numbers say little, and the interval shows it (Art. 4)."""

from __future__ import annotations

from math import sqrt

Z = 1.96


def wilson(met: int, n: int) -> tuple[float, float] | None:
    """The 95 % interval of a share by Wilson; none without rows."""
    if n <= 0:
        return None
    share, spread = met / n, Z * Z / n
    centre = (share + spread / 2) / (1 + spread)
    half = Z / (1 + spread) * sqrt(share * (1 - share) / n + spread / (4 * n))
    return max(0.0, centre - half), min(1.0, centre + half)


def of_mean(total: int, squares: int, n: int, *, least: float, most: float) -> tuple[float, float] | None:
    """The 95 % interval of a mean of ``n`` marks between ``least`` and ``most``; none below two marks."""
    if n < 2:
        return None
    mean = total / n
    half = Z * sqrt(max(0.0, (squares - n * mean * mean) / (n - 1)) / n)
    return max(least, mean - half), min(most, mean + half)
