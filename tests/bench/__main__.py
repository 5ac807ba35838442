"""Measure: found, load and serve databases of some sizes, and ask them in turns.

The databases are asked in interleaved rounds, so that a busy minute of the machine hits all alike.
"""

from __future__ import annotations

import argparse
import json
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.bench.client import MOST_CONNECTIONS, Target, load
from tests.bench.figures import Figure, Measured
from tests.bench.flood import OVER, flood
from tests.bench.goals import DRF, RAW, goals
from tests.bench.machines import Web, manage, new_postgres, start_web, surroundings
from tests.bench.report import lines

TEAMS_A_CASE = 1 / 25_000
ENTERING = "create a case"
FLOODED = "list, district"


def main() -> None:
    asked = _arguments()
    signal.signal(signal.SIGTERM, lambda *_args: sys.exit(143))  # the servers end with us
    with tempfile.TemporaryDirectory(prefix="guidepost-bench-") as folder:
        measured = _measure(asked, Path(folder))
    print("\n".join(lines(measured)))
    if asked.strict and not all(goal.is_kept for goal in goals(measured)):
        raise SystemExit(1)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[100_000], metavar="CASES")
    parser.add_argument("--on", action="append", default=[], metavar="FOLDER=URL",
                        help="measure a database that generate_load filled, with its data folder")  # fmt: skip
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=2.0, help="of each request in each round")
    parser.add_argument("--connections", type=int, default=4, help=f"at most {MOST_CONNECTIONS}")
    parser.add_argument("--verify", action="store_true", help="also verify the record, and tell its memory")
    parser.add_argument("--strict", action="store_true", help="exit with 1 when a goal was missed")
    return parser.parse_args()


def _measure(asked: argparse.Namespace, folder: Path) -> Measured:
    databases = [surroundings(*reversed(_pair(text))) for text in asked.on]
    databases = databases or [_loaded(size, folder / str(size)) for size in sorted(asked.sizes)]
    measured, webs = Measured(), []
    for env in databases:
        _tell("what is asked")
        described = json.loads(_said([sys.executable, "-m", "tests.bench.targets"], env))
        size = _rounded(described["cases"])
        measured.probes[size] = described["probes"]
        web, figures = _served(env, size, described)
        webs.append((size, web))
        measured.figures += figures
    _rounds(measured, asked)
    for size, _web in webs:
        _tell(f"{OVER} x the capacity, on {size:,} cases")
        figure = measured.of(FLOODED, size)
        assert figure is not None
        measured.floods[size] = flood(figure.target, rate=OVER * figure.rate)
    for size, web in webs:
        measured.memory[f"a worker at {size:,}"] = web.memory()
    if asked.verify:
        for env, size in zip(databases, measured.sizes, strict=True):
            _verify(measured, env, size)
    return measured


def _pair(text: str) -> tuple[Path, str]:
    data, _sign, url = text.partition("=")
    return Path(data), url


def _loaded(size: int, data: Path) -> dict[str, str]:
    env = surroundings(new_postgres(f"bench_{size}"), data)
    _tell(f"{size:,} cases: migrate and load")
    manage("migrate", "--verbosity", "0", env=env)
    start = time.perf_counter()
    manage("generate_load", "--cases", str(size), "--teams", str(round(size * TEAMS_A_CASE)), env=env)
    _tell(f"loaded in {time.perf_counter() - start:.0f} s")
    return env


def _served(env: dict[str, str], size: int, described: dict[str, Any]) -> tuple[Web, list[Figure]]:
    ours = start_web("tests.bench.app", env)
    figures = []
    for name, module in ((RAW, "tests.bench.floor_raw"), (DRF, "tests.bench.floor_drf")):
        floor = start_web(module, env)
        url = f"http://127.0.0.1:{floor.port}/?district={described['district']}"
        figures.append(Figure(size, name, Target(name, url), floor, 1))
    for ask in described["asks"]:
        target = Target(
            ask["name"],
            f"http://127.0.0.1:{ours.port}{ask['path']}",
            ask["headers"],
            ask["body"],
            ask["expect"],
        )
        figures.append(Figure(size, ask["name"], target, ours, ask["statements"]))
    return ours, figures


def _rounds(measured: Measured, asked: argparse.Namespace) -> None:
    order = sorted(measured.figures, key=lambda figure: figure.name == ENTERING)  # what is entered comes last
    order = sorted(order, key=lambda figure: measured.names().index(figure.name))
    for number in range(asked.rounds + 1):
        _tell("warming up" if number == 0 else f"round {number} of {asked.rounds}")
        for figure in order:
            seconds = asked.seconds if number else min(asked.seconds, 0.5)
            before = figure.web.busy()
            sample = load(figure.target, connections=asked.connections, seconds=seconds)
            sample.busy = figure.web.busy() - before
            if number:
                figure.samples.append(sample)


def _verify(measured: Measured, env: dict[str, str], size: int) -> None:
    start = time.perf_counter()
    measured.memory[f"verify_audit at {size:,}"] = manage("verify_audit", env=env)
    _tell(f"verified {size:,} in {time.perf_counter() - start:.0f} s")


def _rounded(cases: int) -> int:
    """Measuring adds some cases: 1,000,412 are a million."""
    return round(cases, -3)


def _said(command: list[str], env: dict[str, str]) -> str:
    return subprocess.run(
        command, env=env, check=True, stdout=subprocess.PIPE, text=True
    ).stdout.splitlines()[-1]


def _tell(line: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {line}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
