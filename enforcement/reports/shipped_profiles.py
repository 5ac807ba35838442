"""The rules of procedure as they stand in the product, read from its data file."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from enforcement.models import ProcedureProfile
from enforcement.rules.profiles import Extension, Profile

FILE = Path(__file__).resolve().parents[1] / "data" / "profiles.json"
FINES = ("hearing_person_fine", "hearing_organisation_fine")


def shipped_profiles() -> list[dict[str, Any]]:
    """Every profile of the file: its values, its ``field`` (None for the general one) and its ``steps``."""
    rows: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))["profiles"]
    return [{**row, **{name: Decimal(row[name]) for name in FINES}} for row in rows]


@lru_cache(maxsize=1)
def shipped_general() -> Profile:
    """The general profile of the file: what binds where nothing was entered."""
    row = next(row for row in shipped_profiles() if row["field"] is None)
    values = {name: value for name, value in row.items() if name not in {"field", "steps"}}
    rules = ProcedureProfile(**values)
    steps = tuple(Extension(step["days"], step["approver"]) for step in row["steps"])
    return rules.with_steps(steps)
