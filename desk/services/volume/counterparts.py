"""Invented counterparts by the hundred thousand, found by name like any other (Art. 8)."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from random import Random

from stdnum.cn import uscc

from desk.services.founding.businesses import BRANCHES, STEMS, TRADES
from desk.services.volume.bureaux import Bureau
from desk.services.volume.tables import Row, Table
from enforcement.models import Counterpart, CounterpartSearch
from enforcement.rules.names import SearchName, syllables_of
from enforcement.vocabulary import CounterpartKind
from foundation.secrecy import blind_index

CITIZENS = 15  # every so many is a citizen
BUSY = 3  # few counterparts have many cases: the power of a random number


class Registry:
    """The counterparts of each district, to be chosen from by chance."""

    def __init__(self) -> None:
        self._by_district: dict[int | None, array[int]] = {}

    def add(self, district_id: int | None, key: int) -> None:
        self._by_district.setdefault(district_id, array("q")).append(key)

    def any_of(self, bureau: Bureau, random: Random) -> int:
        """A counterpart whom the bureau may meet: of its district, or of anywhere for a city organ."""
        known = self._by_district.get(bureau.district_id) or random.choice(list(self._by_district.values()))
        return known[int(len(known) * random.random() ** BUSY)]


class Register:
    """Writes counterparts with the rows by which they are found."""

    def __init__(self, bureaux: list[Bureau]) -> None:
        self.homes = [bureau for bureau in bureaux if bureau.district_id] or bureaux
        self.rows, self.search = Table(Counterpart), Table(CounterpartSearch)
        self.first = self.rows.next_key
        self.registry = Registry()

    def write(self, number: int) -> None:
        """Write the next ``number`` counterparts."""
        rows = list(self._rows(number))
        names = self.rows.names
        key, name = names.index("id"), names.index("name")
        self.rows.pour(rows)
        self.search.pour([self._search_row(row[key], row[name]) for row in rows])

    def _rows(self, number: int) -> Iterator[Row]:
        for _one in range(number):
            serial = self.rows.next_key - self.first
            bureau = self.homes[serial % len(self.homes)]
            self.registry.add(bureau.district_id, self.rows.next_key)
            yield self._citizen(bureau, serial) if serial % CITIZENS == 0 else self._business(bureau, serial)

    def _business(self, bureau: Bureau, serial: int) -> Row:
        trade, industry, _licence = TRADES[serial % len(TRADES)]
        alone = trade.endswith(("店", "部"))
        code = _credit_code(self.rows.next_key, alone=alone)
        return self._row(
            bureau,
            kind=CounterpartKind.SOLE_TRADER if alone else CounterpartKind.LEGAL_PERSON,
            name=f"{_mark(serial)}{serial // 120 + 1}号{trade}",
            industry=industry,
            identifier=code,
            identifier_index=blind_index(code),
            address=f"示例路{serial % 5000 + 1}号",
            legal_representative=f"{STEMS[serial % 10]}某",
        )

    def _citizen(self, bureau: Bureau, serial: int) -> Row:
        return self._row(bureau, kind=CounterpartKind.CITIZEN, name=f"{_mark(serial)}{serial // 120 + 1}某")

    def _row(self, bureau: Bureau, *, name: str, **values: object) -> Row:
        return self.rows.numbered(
            **bureau.place,
            **values,
            region_id=bureau.district_id or bureau.region_id,
            name=name,
            name_pinyin=" ".join(syllables_of(name)),
        )

    def _search_row(self, key: int, text: str) -> Row:
        name = SearchName(text)
        return self.search.row(
            counterpart_id=key,
            plain=name.plain,
            initials=name.initials,
            pinyin=name.pinyin,
            grams=name.grams,
        )


def _mark(serial: int) -> str:
    return f"{STEMS[serial % 10]}{BRANCHES[serial // 10 % 12]}"


def _credit_code(key: int, *, alone: bool) -> str:
    """A code of a region that does not exist; apart from those of the founded city."""
    body = f"{'92' if alone else '91'}990199X{key:08d}"[:17]
    return str(body + uscc.calc_check_digit(body))
