"""What was measured of one request on one database, over all rounds."""

from __future__ import annotations

import statistics
from dataclasses import dataclass, field

from tests.bench.client import Sample, Target
from tests.bench.flood import Flood
from tests.bench.machines import Web


@dataclass
class Figure:
    """A request on the database of ``size`` cases; medians over the rounds."""

    size: int
    name: str
    target: Target
    web: Web
    statements: int | None = None
    samples: list[Sample] = field(default_factory=list)

    @property
    def rate(self) -> float:
        return statistics.median(sample.rate for sample in self.samples)

    @property
    def cost(self) -> float:
        return statistics.median(sample.cost for sample in self.samples)

    @property
    def p50(self) -> float:
        return statistics.median(sample.at(0.5) for sample in self.samples)

    @property
    def p99(self) -> float:
        return statistics.median(sample.at(0.99) for sample in self.samples)

    @property
    def wrong(self) -> int:
        return sum(sum(sample.wrong.values()) for sample in self.samples)


@dataclass
class Measured:
    """Everything that one run found."""

    figures: list[Figure] = field(default_factory=list)
    probes: dict[int, dict[str, float]] = field(default_factory=dict)
    memory: dict[str, int] = field(default_factory=dict)
    floods: dict[int, Flood] = field(default_factory=dict)

    @property
    def sizes(self) -> list[int]:
        return sorted(self.probes)

    def of(self, name: str, size: int) -> Figure | None:
        return next((f for f in self.figures if f.name == name and f.size == size), None)

    def names(self) -> list[str]:
        return list(dict.fromkeys(f.name for f in self.figures))
