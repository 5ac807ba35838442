"""One load: counterparts, cases, guidance and visits of five years, under one audit entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any

from django.db import connection

from desk.services.founding.people import enrol_people
from desk.services.founding.places import found_places
from desk.services.volume.bureaux import Bureau, bureaux
from desk.services.volume.cases import Caseload
from desk.services.volume.counterparts import Register
from desk.services.volume.guidance import GuidanceLoad
from desk.services.volume.moments import Span
from desk.services.volume.serials import Serials
from desk.services.volume.tables import Table, keep_others_out, settle
from desk.services.volume.teams import found_teams
from desk.services.volume.visits import Visits
from enforcement.models import Organ
from enforcement.services.sample_data import load_matters
from foundation.actors import Actor
from foundation.articles import Article
from foundation.events import silence
from foundation.obstacles import Obstacle, Refused
from foundation.permissions import Permission
from foundation.record import audited
from foundation.record.entry import kind_of

BATCH = 5000
Tell = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Loaded:
    """The entry of the load, and how many rows each kind of thing gained."""

    entry_id: int
    rows: dict[str, int]


def load_volume(
    *,
    by: Actor,
    at: datetime,
    cases: int,
    counterparts: int | None = None,
    guidance: int | None = None,
    teams: int = 0,
    seed: int = 1,
    tell: Tell = lambda _what, _done, _all: None,
) -> Loaded:
    """Write so many cases, and as many counterparts and guidance actions unless told otherwise.

    An empty database gets places, people and matters first; ``teams`` more organs are founded by the
    services. All rows stand under one audit entry, with a digest of each; killed, nothing of it remains.
    Raises Forbidden.
    """
    by.require(Permission.SYSTEM_OPERATE)
    random = Random(seed)  # noqa: S311 - the same volume every time
    with silence():
        _found_what_is_missing(by, at, teams)
        with audited(
            "volume:load", by=by, at=at, under=Article(4), why=f"{cases} cases, seed {seed}"
        ) as entry:
            load = _Load(at, random)
            load.counterparts(cases if counterparts is None else counterparts, tell)
            load.cases(cases, cases if guidance is None else guidance, tell)
            load.end(entry.pk)
    return Loaded(entry.pk, {kind_of(t.model): t.count for t in load.tables})


def _found_what_is_missing(by: Actor, at: datetime, teams: int) -> None:
    if not Organ.objects.exists():
        enrol_people(found_places(at=at), at=at, password=None, everyone=True)
        load_matters(by=by, at=at)
    found_teams(teams, by=by, at=at)


def _able_organs() -> list[Bureau]:
    if found := bureaux():
        return found
    nobody = "No organ has four certified officers, a head and a matter among its duties: nobody could lead a case."
    found_first = "Found the invented city first, or enrol the people and enter the matters that are missing."
    raise Refused([Obstacle(code="volume:nobody", message=nobody, article=Article(3), next_step=found_first)])


class _Load:
    """The writers of one load and the tables that they share."""

    def __init__(self, at: datetime, random: Random) -> None:
        span, self.random = Span.until(at), random
        organs = _able_organs()
        self.serials = Serials()
        self.register = Register(organs)
        registry = self.register.registry
        self.caseload = Caseload(organs, registry, self.serials, span, random)
        self.guidance = GuidanceLoad(registry, self.serials, span.end, random)
        self.visits = Visits(self.caseload.people, at, span.today, random)
        keep_others_out(self.tables)

    @property
    def tables(self) -> list[Table]:
        own = [self.register.rows, self.register.search]
        return [*own, *self.caseload.tables, *self.guidance.tables, *self.visits.tables]

    def counterparts(self, number: int, tell: Tell) -> None:
        for size, done in _batches(number):
            self.register.write(size)
            tell("counterparts", done, number)

    def cases(self, number: int, guidance: int, tell: Tell) -> None:
        given = 0
        for size, done in _batches(number):
            led = self.caseload.write(size)
            self.visits.write(led)
            wanted = guidance * done // number - given
            self.guidance.write(led, wanted)
            given += wanted
            tell("cases", done, number)

    def end(self, entry_id: int) -> None:
        self.serials.save()
        for table in (self.register.rows, self.caseload.cases):
            _put_in_timelines(entry_id, table)
        settle(self.tables)


def _batches(number: int) -> Iterator[tuple[int, int]]:
    for start in range(0, number, BATCH):
        size = min(BATCH, number - start)
        yield size, start + size


def _put_in_timelines(entry_id: int, table: Table) -> None:
    """Every case and counterpart tells in its timeline that it was loaded."""
    meta: Any = table.model._meta
    name = connection.ops.quote_name(meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO foundation_auditsubject (entry_id, kind, key) "  # noqa: S608 - names of the model
            f"SELECT %s, %s, CAST(id AS varchar(40)) FROM {name} WHERE id >= %s AND id < %s",
            [entry_id, kind_of(table.model), table.next_key - table.count, table.next_key],
        )
