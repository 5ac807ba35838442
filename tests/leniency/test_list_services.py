"""Lists through their services: what is published stays, and an edition replaces another."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from django.db import IntegrityError, connection, transaction

from foundation.actors import COMMAND
from foundation.articles import Article
from foundation.obstacles import Forbidden, Refused
from foundation.record import audited
from leniency import services
from leniency.models import CaseFinding, LeniencyCondition, LeniencyEntry, LeniencyList
from tests.city import NOON
from tests.leniency.editions import a_published_edition

NEXT_YEAR = date(2027, 1, 1)


def codes(caught):
    return [o.code for o in caught.value.obstacles]


class TestWhatIsPublished:
    @pytest.mark.parametrize("act", ["edit_entry", "remove_entry"])
    def test_is_not_changed(self, bureau, act):
        entry = bureau.entry("SJ-005")
        values = {"violation_zh": "改写"} if act == "edit_entry" else {}
        with pytest.raises(Refused) as caught:
            getattr(services, act)(entry.pk, by=COMMAND, at=NOON, **values)
        assert codes(caught) == ["LST-10"]

    def test_gets_no_new_entries_or_conditions(self, bureau):
        entry = bureau.entry("SJ-005")
        with pytest.raises(Refused):
            services.add_entry(entry.list_id, by=COMMAND, at=NOON, code="新", violation_zh="新")
        with pytest.raises(Refused):
            services.add_condition(entry.pk, by=COMMAND, at=NOON, kind="not_refusing")
        with pytest.raises(Refused):
            services.edit_condition(entry.conditions.first().pk, by=COMMAND, at=NOON, number=99)
        with pytest.raises(Refused):
            services.remove_condition(entry.conditions.first().pk, by=COMMAND, at=NOON)

    def test_is_suspended_with_a_reason_and_then_no_longer_in_force(self, bureau):
        entry = bureau.entry("SJ-005")
        services.suspend_entry(entry.pk, by=COMMAND, at=NOON, reason="法条修改")
        in_force = LeniencyEntry.objects.in_force
        assert in_force(date(2026, 11, 19)).filter(pk=entry.pk).exists()
        assert not in_force(date(2026, 11, 20)).filter(pk=entry.pk).exists()
        with pytest.raises(Refused) as caught:
            services.suspend_entry(entry.pk, by=COMMAND, at=NOON, reason="再次")
        assert codes(caught) == ["LST-13"]


class TestANewEdition:
    def test_copies_what_is_in_use_as_a_new_revision(self, bureau):
        old = bureau.entry("SJ-005").list
        services.suspend_entry(bureau.entry("SJ-001").pk, by=COMMAND, at=NOON, reason="法条修改")
        new = services.revise_list(old.pk, by=COMMAND, at=NOON, edition="2027年版")
        copied = {e.code: e for e in new.entries.all()}
        assert set(copied) == {"SJ-005", "SJ-007"}
        assert copied["SJ-005"].revision == 2
        assert copied["SJ-005"].conditions.count() == bureau.entry("SJ-005").conditions.count()

    def test_ends_the_earlier_one_on_the_day_before(self, bureau):
        old = bureau.entry("SJ-005").list
        new = a_published_edition(old, "2027年版", NEXT_YEAR)
        old.refresh_from_db()
        assert (old.effective_to, new.effective_from) == (date(2026, 12, 31), NEXT_YEAR)
        in_force = LeniencyList.objects.filter(pk__in=[old.pk, new.pk]).in_force
        assert [list(in_force(day)) for day in (date(2026, 12, 31), NEXT_YEAR)] == [[old], [new]]

    def test_chains_without_gap_or_overlap(self, bureau):
        editions = [bureau.entry("SJ-005").list]
        for year in (2027, 2028):
            editions.append(a_published_edition(editions[-1], f"{year}年版", date(year, 1, 1)))
        rows = [LeniencyList.objects.get(pk=e.pk) for e in editions]
        assert all((b.effective_from - a.effective_to).days == 1 for a, b in pairwise(rows))

    def test_is_drafted_once(self, bureau):
        old = bureau.entry("SJ-005").list
        services.revise_list(old.pk, by=COMMAND, at=NOON, edition="2027年版")
        with pytest.raises(Refused) as caught:
            services.revise_list(old.pk, by=COMMAND, at=NOON, edition="2028年版")
        assert codes(caught) == ["LST-11"]

    def test_of_a_draft_is_refused(self, draft, city):
        with pytest.raises(Refused) as caught:
            services.revise_list(draft.pk, by=city.actor("head"), at=NOON, edition="二")
        assert codes(caught) == ["LST-11"]


class TestADraft:
    def test_belongs_to_the_organ_of_its_drafter(self, draft, city):
        assert (draft.organ, draft.drafted_by) == (city.places.organs["SD11"], city.people["head"])

    def test_is_changed_and_emptied(self, draft, city):
        by = city.actor("head")
        services.edit_list(draft.pk, by=by, at=NOON, title_zh="改名")
        entry = services.add_entry(draft.pk, by=by, at=NOON, code="Q-1", violation_zh="示例")
        services.add_condition(entry.pk, by=by, at=NOON, kind="not_refusing")
        services.remove_entry(entry.pk, by=by, at=NOON)
        draft.refresh_from_db()
        assert (draft.title_zh, draft.entries.count()) == ("改名", 0)
        assert not LeniencyCondition.objects.exists()

    def test_of_another_organ_is_not_there(self, draft, city):
        with pytest.raises(LeniencyList.DoesNotExist):
            services.edit_list(draft.pk, by=city.actor("head_north"), at=NOON, title_zh="改名")

    def test_is_not_begun_by_who_may_not(self, city):
        with pytest.raises(Forbidden):
            services.draft_list(by=city.actor("officer"), at=NOON, title_zh="清单")

    def test_needs_an_organ(self, city):
        with pytest.raises(Refused) as caught:
            services.draft_list(by=COMMAND, at=NOON, title_zh="清单")
        assert codes(caught) == ["LST-14"]

    def test_who_drafted_it_does_not_review_it(self, city):
        by = city.actor("reviewer")
        found = services.draft_list(
            by=by,
            at=NOON,
            title_zh="清单",
            type="lighter",
            field=city.places.fields["market"],
            edition="一",
        )
        services.add_entry(
            found.pk, by=by, at=NOON, code="Q", violation_zh="例", conditions=[{"kind": "not_refusing"}]
        )
        services.seek_opinions(found.pk, by=by, at=NOON)
        with pytest.raises(Refused) as caught:
            services.review_list(found.pk, by=by, at=NOON, opinions="无", review="合法")
        assert codes(caught) == ["LST-4"]


class TestWhatTheDatabaseNeverHolds:
    @pytest.mark.parametrize(
        ("constraint", "values"),
        [
            ("leniency_list_published_in_full", {"state": "published"}),
            (
                "leniency_list_not_retroactive",
                {"published_on": date(2026, 2, 1), "effective_from": date(2026, 1, 1)},
            ),
            (
                "leniency_list_days_in_order",
                {"effective_from": date(2026, 2, 1), "effective_to": date(2026, 1, 1)},
            ),
            ("leniency_list_days_in_order", {"effective_to": date(2026, 1, 1)}),
            (
                "leniency_list_repealed_with_reason",
                {
                    "state": "repealed",
                    "published_on": date(2026, 1, 1),
                    "effective_from": date(2026, 1, 1),
                    "document_number": "1",
                },
            ),
        ],
    )
    def test_a_list_against_its_rules(self, draft, constraint, values):
        self.refused(constraint, draft, values)

    @pytest.mark.parametrize(
        ("constraint", "values"),
        [
            ("leniency_condition_not_negative", {"kind": "first_time", "sameness": "any", "number": -1}),
            ("leniency_condition_has_number", {"kind": "amount_at_most"}),
            ("leniency_condition_has_rung", {"kind": "harm_at_most"}),
            ("leniency_condition_has_text", {"kind": "attested"}),
            ("leniency_condition_says_what_counts", {"kind": "first_time"}),
        ],
    )
    def test_a_condition_that_says_nothing(self, draft, city, constraint, values):
        entry = services.add_entry(draft.pk, by=city.actor("head"), at=NOON, code="Q", violation_zh="例")
        self.refused(constraint, LeniencyCondition(entry=entry), values)

    def test_an_entry_twice_or_suspended_without_reason(self, draft, city):
        entry = services.add_entry(draft.pk, by=city.actor("head"), at=NOON, code="Q", violation_zh="例")
        twin = LeniencyEntry(list=draft, code="Q", violation_zh="例")
        self.refused("leniency_entry_code_once_a_list", twin, {})
        self.refused("leniency_entry_suspended_with_reason", entry, {"suspended_on": NEXT_YEAR})

    def test_the_same_edition_twice(self, draft):
        twin = LeniencyList(type="minor", field=draft.field, edition=draft.edition, title_zh="二")
        twin.place_under(draft.organ)
        self.refused("leniency_list_edition_once", twin, {})

    def test_a_finding_without_evidence(self, bureau):
        condition = bureau.entry("SJ-005").conditions.get(kind="attested")
        finding = CaseFinding(case=bureau.a_case(), condition=condition, holds=True)
        self.refused("finding_rests_on_evidence", finding, {})

    def refused(self, constraint, row, values):
        for name, value in values.items():
            setattr(row, name, value)
        named = constraint if connection.vendor == "postgresql" else f"{constraint}|UNIQUE constraint failed"
        with (
            pytest.raises(IntegrityError, match=named),
            transaction.atomic(),
            audited("leniency_list:try", by=COMMAND, at=NOON, under=Article(10)),
        ):
            row.save()
