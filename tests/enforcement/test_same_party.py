"""One person or firm under two entries: proposed by a rule, said by a human, counted only then (Art. 4, 10)."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from enforcement.models import Counterpart, SameParty
from enforcement.rules.same_party import Party, joined, may_be_same
from enforcement.services.counterparts import add_contact, candidates_of, same_as, say_same
from foundation.actors import COMMAND
from foundation.models import AuditEntry
from foundation.obstacles import Forbidden, Refused
from foundation.record import audited
from tests.city import NOON, City, a_counterpart, small_city

HERE, THERE = 1, 2
ONE = frozenset({"1"})


def firm(name: str = "甲一示例商贸有限公司", **more) -> Party:
    return Party(
        **{"kind": "legal_person", "name": name, "region_id": HERE, "representative": "王某", **more}
    )


def person(name: str = "王某", **more) -> Party:
    return Party(**{"kind": "citizen", "name": name, "region_id": HERE, **more})


def trader(**more) -> Party:
    return firm("王某小吃店", kind="sole_trader", **more)


class TestWhoMayBeTheSame:
    @pytest.mark.parametrize(
        ("one", "other", "traits"),
        [
            (person(), trader(), ("owner", )),
            (trader(), person(), ("owner", )),
            (person(), trader(region_id=THERE), ()),
            (person(telephones=ONE), trader(region_id=THERE, telephones=ONE), ("owner", "telephone")),
            (firm(), firm("乙二示例科技有限公司"), ()),
            (firm(address="示例路1号"), firm("乙二示例货栈", address="示例路 1 号"), ("representative", "address")),
            (firm(), firm("甲一示例商贸公司"), ("representative", "name")),
            (person(), person("王某"), ()),
            (firm(representative=""), firm("乙二示例科技有限公司", representative=""), ()),
            (firm(representative="", address="1号", telephones=ONE),
             firm("丙三示例货栈", representative="", address="1号", telephones=ONE), ("address", "telephone")),
        ],
    )  # fmt: skip
    def test_turns_on_what_they_share(self, one, other, traits):
        assert may_be_same(one, other) == may_be_same(other, one) == traits

    def test_is_joined_over_several_pairs(self):
        assert joined([(1, 2), (2, 3), (7, 8)], 3) == {1, 2, 3}
        assert joined([], 5) == {5}


@pytest.fixture
def city(db: None) -> City:
    return small_city()


@pytest.fixture
def renamed(city: City) -> tuple[Counterpart, Counterpart]:
    given = {"legal_representative": "王某", "address": "示例路1号"}
    return a_counterpart(city, name="甲一示例商贸有限公司", **given), a_counterpart(
        city, name="乙二示例货栈", **given
    )


def say(
    city: City,
    one: Counterpart,
    other: Counterpart,
    *,
    by: str = "officer",
    answer: str = "same",
    reason: str = "变更登记通知书",
):
    return say_same(one.pk, by=city.actor(by), at=NOON, other=other.pk, answer=answer, reason=reason)


class TestWhatIsSaid:
    def test_counts_only_once_it_was_confirmed(self, city, renamed):
        one, other = renamed
        assert [c.counterpart for c in candidates_of(one)] == [other]
        assert same_as(one.pk) == {one.pk}
        say(city, one, other)
        assert same_as(one.pk) == same_as(other.pk) == {one.pk, other.pk}
        assert candidates_of(one) == candidates_of(other) == []
        row = SameParty.objects.get()
        assert (row.traits, row.answered_by.username) == (["representative", "address"], "officer")
        assert AuditEntry.objects.get(action="counterpart:say_same").why == "变更登记通知书"

    def test_is_not_asked_again_after_a_no_and_can_be_corrected(self, city, renamed):
        one, other = renamed
        say(city, one, other, answer="other")
        assert candidates_of(one) == []
        assert same_as(one.pk) == {one.pk}
        say(city, other, one, answer="same")
        assert same_as(one.pk) == {one.pk, other.pk}
        assert SameParty.objects.count() == 1

    def test_has_a_reason_and_is_about_a_candidate(self, city, renamed):
        stranger = a_counterpart(city, name="毫不相干示例店")
        for other, reason, field in ((renamed[1], " ", "reason"), (stranger, "看错", "other")):
            with pytest.raises(Refused) as caught:
                say(city, renamed[0], other, reason=reason)
            assert [o.field for o in caught.value.obstacles] == [field]

    def test_is_said_by_who_keeps_the_registry_there(self, city, renamed):
        with pytest.raises(Forbidden):
            say(city, *renamed, by="evaluator")
        with pytest.raises(Counterpart.DoesNotExist):
            say(city, *renamed, by="officer_north")

    def test_is_compared_by_telephone_too(self, city):
        one = a_counterpart(city, name="甲一示例商贸有限公司", legal_representative="王某")
        other = a_counterpart(city, name="乙二示例货栈", legal_representative="王某")
        assert candidates_of(one) == []
        for party in (one, other):
            add_contact(party.pk, by=city.actor("officer"), at=NOON, name="联系人", phone="139 0000 0001")
        assert [c.counterpart for c in candidates_of(Counterpart.objects.get(pk=one.pk))] == [other]

    @pytest.mark.parametrize("turned", [True, False])
    def test_stands_once_a_pair_and_in_one_order(self, city, renamed, turned):
        say(city, *renamed)
        row = SameParty.objects.get()
        first, second = (row.second, row.first) if turned else (row.first, row.second)
        copy = SameParty(first=first, second=second, answer="same", reason="x")
        copy.answered_by, copy.answered_on = row.answered_by, row.answered_on
        refuses = pytest.raises(IntegrityError, match=r"same_party|first_id")
        with audited("counterpart:test", by=COMMAND, at=NOON), transaction.atomic(), refuses:
            copy.save()


class TestThePages:
    def test_show_the_candidate_and_take_the_answer(self, city, renamed, client):
        one, other = renamed
        client.force_login(city.people["officer"])
        with translation.override("en"):
            page = client.get(f"/counterparts/{one.pk}/same/").content.decode()
        assert other.name in page
        url = f"/counterparts/{one.pk}/do/say_same/"
        assert client.get(url, {"other": other.pk}).context["form"]["other"].value() == str(other.pk)
        form = {
            "submission_key": uuid4(),
            "expected_version": one.version,
            "other": other.pk,
            "answer": "same",
        }
        assert client.post(url, {**form, "reason": "变更登记通知书"}).status_code == 302
        assert "变更登记通知书" in client.get(f"/counterparts/{one.pk}/same/").content.decode()

    def test_say_nothing_of_a_party_handled_elsewhere_but_that_there_is_one(self, city, client):
        given = {"legal_representative": "王某", "address": "示例路1号"}
        here = a_counterpart(city, name="甲一示例商贸有限公司", **given)
        there = a_counterpart(city, by="officer_north", name="乙二示例货栈", **given)
        client.force_login(city.people["officer"])
        for url in (f"/counterparts/{here.pk}/same/", f"/counterparts/{here.pk}/do/say_same/"):
            page = client.get(url, headers={"Accept-Language": "en"}).content.decode()
            assert "a party handled elsewhere" in page or "另" in page or "其他" in page
            assert there.name not in page
