"""The page of a case: what is to be done stands open, the rest is folded one touch away (Art. 6)."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client

from enforcement.models import Case, whole_files
from enforcement.services import cases
from enforcement.views.case_folds import PARTS, WORKED_ON, notes_of, unfolded
from enforcement.vocabulary import CaseState
from tests.city import NOON, City
from tests.enforcement.case_course import LEAD, assessed, closed
from tests.enforcement.remedy_course import collected, copied

SignIn = Callable[[str], Client]
FOLD = re.compile(r'id="(\w+)"><details( open)?>')


def folds(client: Client, case: Case) -> dict[str, bool]:
    page = client.get(f"/cases/{case.pk}/").content.decode()
    return {part: bool(is_open) for part, is_open in FOLD.findall(page)}


def read(case: Case) -> Case:
    found: Case = whole_files().get(pk=case.pk)
    return found


class TestThePage:
    @pytest.mark.parametrize("state", list(LEAD))
    def test_opens_what_is_worked_on_and_folds_the_rest(
        self, city: City, as_user: SignIn, state: CaseState
    ) -> None:
        found = folds(as_user("officer"), LEAD[state](city))
        assert {part for part, is_open in found.items() if is_open} == WORKED_ON[state] & set(found)
        assert set(found) <= set(PARTS)
        assert not all(found.values())

    def test_has_a_head_for_every_part(self, city: City, as_user: SignIn) -> None:
        page = as_user("officer").get(f"/cases/{closed(city).pk}/").content.decode()
        assert len(FOLD.findall(page)) == page.count('<summary class="card-header fold-head">')

    def test_says_in_a_folded_head_what_it_holds(self, city: City) -> None:
        notes = notes_of(read(closed(city)))
        assert "1" in notes["evidence"]
        assert "2026" in notes["decision"]
        assert set(notes) == set(PARTS)


class TestAPart:
    def test_opens_while_a_review_is_asked_for(self, city: City) -> None:
        case = assessed(city)
        cases.ask_review(case.pk, by=city.actor("officer"), at=NOON)
        assert "reviews" in unfolded(read(case), {})

    def test_opens_while_the_organ_owes_an_answer(self, city: City) -> None:
        assert "remedies" in unfolded(read(copied(city).case), {})

    def test_opens_while_money_is_on_its_way(self, city: City) -> None:
        assert "execution" in unfolded(read(collected(city).case), {})

    def test_knows_every_state(self) -> None:
        assert set(WORKED_ON) == set(CaseState)
        assert set().union(*WORKED_ON.values()) <= set(PARTS)
