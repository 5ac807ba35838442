"""An act fits its service, tidies what was typed, and has one effect however often it is asked for."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.db import IntegrityError

from enforcement.services.cases import edit_case
from foundation.actors import ANONYMOUS, Actor
from foundation.acts import Act, ActForm, Answer, KeyReused, fingerprint_of, once, perform
from foundation.acts.changes import changed_since
from foundation.acts.conflict import obstacle_of
from foundation.acts.typed_text import tidy
from foundation.models import IdempotencyKey
from foundation.obstacles import Forbidden, Obstacle, Refused, Severity
from tests.city import NOON, City, a_clue
from tests.foundation.sample import REGISTER, TitleForm

WARNING = Obstacle("case:late", "It is late.", severity=Severity.WARN)


def warned(thing_id: int, *, by: Actor, at: datetime, expected: int | None, overrides: Any = None) -> str:
    return str(overrides)


class TestAnAct:
    def test_whose_form_does_not_fit_its_service_is_refused_when_declared(self) -> None:
        def service(thing_id: int, *, by: Actor, at: datetime) -> None: ...

        with pytest.raises(TypeError, match="title"):
            Act("edit", service, TitleForm)

    def test_whose_service_has_no_actor_is_refused(self) -> None:
        with pytest.raises(TypeError, match="by"):
            Act("edit", lambda thing_id, *, at: None)

    def test_needs_a_form_only_when_something_is_asked(self) -> None:
        assert REGISTER.needs_form
        assert not Act("go", warned).needs_form

    def test_asks_for_its_permission(self) -> None:
        with pytest.raises(Forbidden):
            perform(REGISTER, {}, by=ANONYMOUS, at=NOON)

    def test_hands_reasons_on_only_to_a_service_that_takes_them(self) -> None:
        reasons = {"case:late": "because"}
        act = Act("go", warned)
        assert perform(act, {}, by=ANONYMOUS, at=NOON, thing_id=1, reasons=reasons) == str(reasons)
        assert not Act("edit", edit_case, TitleForm).takes_overrides

    def test_that_hits_a_constraint_is_a_refusal(self) -> None:
        def hit(*, by: Actor, at: datetime) -> None:
            raise IntegrityError('violates check constraint "case_flag_has_reason"')

        with pytest.raises(Refused) as refused:
            perform(Act("hit", hit), {}, by=ANONYMOUS, at=NOON)
        assert refused.value.obstacles[0].code == "constraint:case_flag_has_reason"

    def test_that_hits_an_unnamed_constraint_still_says_what_to_do(self) -> None:
        assert obstacle_of(IntegrityError("UNIQUE constraint failed: a.b")).next_step


class TestAForm:
    def form(self, cls: type[ActForm] = TitleForm, **data: Any) -> ActForm:
        return cls(data, actor=ANONYMOUS, at=NOON)

    def test_removes_what_nobody_sees(self) -> None:
        form = self.form(title="甲\u200b一\u202e店", place="a\x85b")
        assert form.is_valid()
        assert form.service_data() == {"title": "甲一店", "place": "ab"}

    def test_made_of_nothing_visible_is_empty(self) -> None:
        assert self.form(title="\u200b\u200b").errors["title"]

    def test_refuses_nul(self) -> None:
        assert self.form(title="a\0b").errors["title"]

    def test_keeps_its_machinery_from_the_service(self) -> None:
        form = self.form(
            title="x", expected_version="3", **{"reason-case:late": "other", "override-case:late": "because"}
        )
        assert form.is_valid()
        assert form.service_data() == {"title": "x", "place": ""}
        assert form.reasons() == {"case:late": "because"}

    def test_asks_a_reason_against_a_warning_and_nothing_against_a_block(self) -> None:
        form = self.form(title="x")
        form.ask_reasons([WARNING, Obstacle("case:never", "No.")])
        assert [name for name in form.fields if name.startswith("override-")] == ["override-case:late"]

    def test_takes_only_plausible_codes(self) -> None:
        form = self.form(title="x", **{f"override-{'x' * 81}": "a", "override-<b>": "b"})
        assert not [name for name in form.fields if name.startswith("override-")]

    @pytest.mark.parametrize("value", [None, 3, ["a"], True])
    def test_leaves_what_is_not_text(self, value: Any) -> None:
        assert tidy(value) is value


@pytest.mark.django_db
class TestOnce:
    def ask(self, key: str, fingerprint: str = "f", actor: Actor = ANONYMOUS) -> Answer:
        self.runs = getattr(self, "runs", 0)

        def answer() -> Answer:
            self.runs += 1
            return Answer(201, f"身份 {self.runs}", "/there/")

        return once(answer, actor=actor, at=NOON, key=key, fingerprint=fingerprint)

    def test_repeats_the_first_answer(self) -> None:
        first, second = self.ask("k"), self.ask("k")
        assert (first.repeated, second.repeated, self.runs) == (False, True, 1)
        assert (second.status, second.body, second.location) == (201, "身份 1", "/there/")

    def test_refuses_another_content_under_the_same_key(self) -> None:
        self.ask("k")
        with pytest.raises(KeyReused):
            self.ask("k", "g")

    def test_knows_keys_apart_by_owner(self) -> None:
        self.ask("k")
        self.ask("k", "g", Actor("x", officer_id=5))
        assert self.runs == 2

    def test_without_a_key_runs_each_time(self) -> None:
        self.ask("")
        self.ask("")
        assert self.runs == 2

    def test_keeps_the_answer_unreadable(self) -> None:
        self.ask("k")
        assert "身份" not in IdempotencyKey.objects.get().body

    def test_forgets_the_key_of_what_failed(self) -> None:
        def fail() -> Answer:
            raise Refused([WARNING])

        with pytest.raises(Refused):
            once(fail, actor=ANONYMOUS, at=NOON, key="k", fingerprint="f")
        assert not self.ask("k").repeated

    def test_fingerprints_do_not_flow_into_each_other(self) -> None:
        assert fingerprint_of("ab", "c") != fingerprint_of("a", "bc")
        assert fingerprint_of("\ud800")


@pytest.mark.django_db
def test_what_others_changed_is_told_by_field(city: City) -> None:
    case = a_clue(city)
    read = case.version
    edit_case(case.pk, by=city.actor("officer"), at=NOON, title="另一标题", place="二街道")
    case.refresh_from_db()
    labels = {str(case._meta.get_field(name).verbose_name) for name in ("title", "place")}
    assert set(changed_since(case, read)) == labels
    assert changed_since(case, case.version) == []
