"""Article 8: administrative guidance in eight ways, within the duties and always voluntary."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import IntegrityError

from enforcement.lifecycle import CASE_LIFECYCLE
from enforcement.models import Case
from enforcement.rules.facts import CaseFacts
from enforcement.services import cases
from foundation.actors import ANONYMOUS
from foundation.articles import Article
from foundation.due import sweep
from foundation.obstacles import Refused
from foundation.reasons import Reason
from guidance.models import GuidanceAction
from guidance.services import (
    acknowledge_guidance,
    add_rectification,
    ask_change,
    conclude_guidance,
    correct_guidance,
    decline_guidance,
    issue_guidance,
    note_silence,
    record_progress,
    stop_guidance,
)
from guidance.services.deliveries.wording import message_of
from guidance.services.expiry import follow_licence, set_rule
from guidance.services.links import reply_by_link
from guidance.services.replies import accept_time
from guidance.services.tips import start_batch
from guidance.vocabulary import Way
from guidance.ways import WAYS
from tests.city import NOON, City, a_counterpart, a_filed_case, add_evidence
from tests.guidance.a_gateway import a_contact
from tests.guidance.drafts import DETAILS, IN_HASTE, LATER, a_draft, issued
from tests.guidance.tip_groups import a_batch, a_licence, send_all, shops

pytestmark = pytest.mark.django_db


def codes_of(act: Any, *args: Any, **kwargs: Any) -> list[str]:
    with pytest.raises(Refused) as refused:
        act(*args, **kwargs)
    return [o.code for o in refused.value.obstacles]


def try_to_issue(city: City, action: GuidanceAction, *, shown: bool = True) -> list[str]:
    """What stands against issuing; a reason why no milder step was taken first is given."""
    given = {"voluntariness_shown": shown, "overrides": IN_HASTE}
    return codes_of(issue_guidance, action.pk, by=city.actor("officer"), at=NOON, **given)


@pytest.mark.article("8")
class TestTheEightWaysAndOthers:
    """The article names eight ways in an order, and encourages further ones."""

    def test_are_kept_in_the_order_of_the_article(self):
        assert list(WAYS) == [
            "guide",
            "demo",
            "tip",
            "counsel",
            "suggest",
            "exhort",
            "interview",
            "revisit",
            "other",
        ]
        assert [page.article for page in WAYS.values()] == [Article(8, str(n)) for n in range(1, 9)] + [
            Article(8)
        ]

    def test_have_each_a_table_with_columns_of_its_own(self):
        tables = {page.detail for page in WAYS.values()}
        assert len(tables) == 9
        for page in WAYS.values():
            assert set(page.drafted + page.recorded) <= {f.name for f in page.detail._meta.get_fields()}
            assert page.required <= set(page.drafted + page.recorded)


@pytest.mark.article("8")
class TestCompetence:
    """Guidance is given within the scope of the organ's statutory duties."""

    @pytest.mark.rule("GUI-1")
    def test_refuses_a_field_that_is_not_the_organs(self, city: City):
        draft = a_draft(city, Way.TIP, field=city.places.fields["transport"])
        assert try_to_issue(city, draft) == ["GUI-1"]

    @pytest.mark.rule("GUI-1")
    def test_refuses_a_matter_of_another_field(self, city: City):
        draft = a_draft(city, Way.TIP, matter=city.matter, field=city.places.fields["transport"])
        assert "GUI-1" in try_to_issue(city, draft)


@pytest.mark.article("8")
class TestVoluntariness:
    """Guidance is voluntary, and who receives it is told so first."""

    @pytest.mark.rule("GUI-2")
    @pytest.mark.parametrize("way", [Way.TIP, Way.COUNSEL, Way.GUIDE])
    def test_is_shown_before_anything_is_issued(self, city: City, way: str):
        draft = a_draft(city, way, formality="simple")
        assert try_to_issue(city, draft, shown=False) == ["GUI-2"]
        draft.refresh_from_db()
        assert (draft.state, draft.number) == ("draft", "")

    def test_asks_no_reason_of_who_declines(self, city: City):
        action = issued(city, Way.TIP)
        assert decline_guidance(action.pk, by=city.actor("officer"), at=LATER).state == "declined"

    def test_lets_the_counterpart_change_its_mind(self, city: City):
        action, officer = issued(city, Way.TIP), city.actor("officer")
        decline_guidance(action.pk, by=officer, at=LATER)
        assert acknowledge_guidance(action.pk, by=officer, at=LATER).state == "acknowledged"


@pytest.mark.article("8")
class TestDecliningHasNoConsequence:
    """Who declines is treated exactly like who agrees."""

    def test_changes_nothing_in_what_can_be_done_with_the_case(self, city: City):
        case, officer = a_filed_case(city), city.actor("officer")
        action = issued(city, Way.EXHORT, case=case)
        acknowledge_guidance(action.pk, by=officer, at=LATER)
        before = self.as_it_stands(case, city)
        decline_guidance(action.pk, by=officer, at=LATER)
        assert self.as_it_stands(case, city) == before

    def as_it_stands(self, case: Case, city: City) -> Any:
        known = Case.objects.get(pk=case.pk)
        offers = CASE_LIFECYCLE.offers(known, by=city.actor("head"), at=LATER)
        told = [(o.name, [(x.code, x.severity) for x in o.obstacles]) for o in offers]
        return told, known.facts(by=city.actor("head"), at=LATER), known.deadline_on

    @pytest.mark.parametrize("effect", ["effective", "partly", "ineffective"])
    def test_leaves_every_conclusion_open(self, city: City, effect: str):
        action, officer = issued(city, Way.TIP), city.actor("officer")
        decline_guidance(action.pk, by=officer, at=LATER)
        assert (
            conclude_guidance(action.pk, by=officer, at=LATER, effect=effect, effect_note="已改").effect
            == effect
        )

    def test_does_not_stand_in_the_way_of_further_guidance(self, city: City):
        action, officer = issued(city, Way.TIP), city.actor("officer")
        decline_guidance(action.pk, by=officer, at=LATER)
        assert issued(city, Way.COUNSEL, counterpart=action.counterpart, at=LATER).state == "issued"

    def test_does_not_touch_the_counterpart(self, city: City):
        action = issued(city, Way.TIP)
        before = action.counterpart.version
        decline_guidance(action.pk, by=city.actor("officer"), at=LATER)
        action.counterpart.refresh_from_db()
        assert action.counterpart.version == before

    def test_is_no_fact_of_any_rule_about_cases(self):
        told = {field.name for field in fields(CaseFacts)}
        assert not {name for name in told if re.search("guidance|declin|response", name)}

    def test_is_read_by_no_other_part_of_the_house(self):
        assert answers_read_outside(Path(settings.BASE_DIR)) == []


@pytest.mark.article("8")
class TestTheCounterpartMayEndOrChangeIt:
    """Whoever is guided may have the guidance changed or ended at any time, without any disadvantage."""

    def test_stops_it_without_a_reason(self, city: City):
        action = issued(city, Way.SUGGEST)
        stopped = stop_guidance(action.pk, by=city.actor("officer"), at=LATER)
        assert (stopped.state, stopped.stopped_on) == ("stopped", LATER.date())

    def test_stops_it_after_any_answer(self, city: City):
        action, officer = issued(city, Way.TIP), city.actor("officer")
        decline_guidance(action.pk, by=officer, at=LATER)
        assert stop_guidance(action.pk, by=officer, at=LATER).state == "stopped"

    def test_leaves_the_counterpart_and_further_guidance_alone(self, city: City):
        action, officer = issued(city, Way.TIP), city.actor("officer")
        before = action.counterpart.version
        stop_guidance(action.pk, by=officer, at=LATER)
        action.counterpart.refresh_from_db()
        assert action.counterpart.version == before
        assert issued(city, Way.COUNSEL, counterpart=action.counterpart, at=LATER).state == "issued"

    def test_asks_for_a_change_that_a_new_version_answers(self, city: City):
        action, officer = issued(city, Way.SUGGEST), city.actor("officer")
        asked = ask_change(action.pk, by=officer, at=LATER, wish="期限太短")
        assert (asked.change_asked_on, asked.change_wish) == (LATER.date(), "期限太短")
        assert correct_guidance(action.pk, by=officer, at=LATER).supersedes_id == action.pk

    def test_does_not_stop_what_is_addressed_to_everybody(self, city: City):
        action = issued(city, Way.GUIDE)
        assert codes_of(stop_guidance, action.pk, by=city.actor("officer"), at=LATER) == ["GUI-16"]


FORBIDDEN = re.compile(
    r"GuidanceState\.(DECLINED|ACKNOWLEDGED)|\bResponse\.(DECLINED|ACKNOWLEDGED|SILENT)"
    r"|guidance_actions__(response|state)|response_note|responded_on|[\"']declined[\"']|__response\b"
)
ELSEWHERE = ("foundation", "enforcement", "riskcontrol", "leniency", "evaluation", "desk")
WRITES_INVENTED_ROWS = ("desk/services/founding/", "desk/services/volume/")
LEFT_OUT_OF_THE_COUNT = ".exclude(response=Response.DECLINED)"  # an organ gains nothing by pressing


def answers_read_outside(root: Path) -> list[str]:
    """Lines outside the app of guidance that read what a counterpart answered."""
    sources = (p for app in ELSEWHERE for p in (root / app).rglob("*.py") if "migrations" not in p.parts)
    return [
        f"{path.relative_to(root)}: {line.strip()}"
        for path in sources
        if not str(path.relative_to(root)).startswith(WRITES_INVENTED_ROWS)
        for line in path.read_text(encoding="utf-8").splitlines()
        if FORBIDDEN.search(line.replace(LEFT_OUT_OF_THE_COUNT, ""))
    ]


def test_the_reading_of_answers_would_be_found(tmp_path: Path):
    (tmp_path / "riskcontrol").mkdir()
    line = 'points += 5 * (action.response == "declined")'
    (tmp_path / "riskcontrol" / "score.py").write_text(f"{line}\n")
    assert answers_read_outside(tmp_path) == [f"riskcontrol/score.py: {line}"]


@pytest.mark.article("8")
class TestAnsweringWithoutAnAccount:
    """Whoever is guided reads it, and answers or not, as freely as at the counter."""

    def answer(self, action: GuidanceAction, kind: str, **said: Any) -> Any:
        return reply_by_link(by=ANONYMOUS, at=LATER, link=action.links.get(), kind=kind, **said)

    def test_accepts_or_declines_by_a_link_of_its_own(self, city: City):
        for kind, state in (("accept", "acknowledged"), ("decline", "declined")):
            action = issued(city, Way.TIP)
            self.answer(action, kind)
            action.refresh_from_db()
            assert action.state == state

    def test_is_asked_for_no_reason(self, city: City):
        with pytest.raises(IntegrityError, match="guidance_reply_declines_without_reason"):
            self.answer(issued(city, Way.TIP), "decline", text="因为")

    def test_changes_nothing_in_the_case_by_declining(self, city: City):
        case = a_filed_case(city)
        action = issued(city, Way.EXHORT, case=case)
        before = TestDecliningHasNoConsequence().as_it_stands(case, city)
        self.answer(action, "decline")
        assert TestDecliningHasNoConsequence().as_it_stands(case, city) == before

    def test_has_it_in_writing_and_counselling_for_the_asking(self, city: City):
        action = issued(city, Way.TIP)
        self.answer(action, "written")
        application = self.answer(action, "counsel", text="怎么标价？").application
        action.refresh_from_db()
        assert action.written_asked_on == LATER.date()
        assert (application.way, application.answer_by is not None) == ("counsel", True)

    def test_relies_on_a_text_that_never_changes(self, city: City):
        """Moving the appointment is told in a new letter; what was served stays as it was."""
        action = issued(city, Way.INTERVIEW)
        wanted = LATER + timedelta(days=7, hours=-2)
        accept_time(self.answer(action, "time", proposed_for=wanted).pk, by=city.actor("officer"), at=LATER)
        served = action.interview.invited_for
        action.refresh_from_db()
        assert (action.interview.invited_for, action.state) == (served, "issued")
        assert action.appointments.last().invited_for == wanted


@pytest.mark.article("8.1")
class TestGuidanceToThePublic:
    """(1) Policies, plans and information are issued to lead the public."""

    def test_names_an_audience_instead_of_a_counterpart(self, city: City):
        action = issued(city, Way.GUIDE)
        assert (action.counterpart, action.audience) == (None, "辖区食品店")

    def test_is_major_and_approved_unless_it_is_made_simple(self, city: City):
        assert try_to_issue(city, a_draft(city, Way.GUIDE)) == ["GUI-13"]

    def test_is_answered_by_nobody_in_particular(self, city: City):
        action, officer = issued(city, Way.GUIDE), city.actor("officer")
        for answer in (acknowledge_guidance, decline_guidance, note_silence):
            assert codes_of(answer, action.pk, by=officer, at=LATER) == ["GUI-16"]

    def test_tells_where_it_was_published(self, city: City):
        action = issued(city, Way.GUIDE)
        published = {"published_on": NOON.date(), "published_at": "政府网站"}
        done = record_progress(action.pk, by=city.actor("officer"), at=LATER, detail=published)
        assert done.detail.published_at == "政府网站"


@pytest.mark.article("8.2")
class TestDemonstration:
    """(2) A model is shown so that others follow of their own will."""

    def test_names_only_who_agreed(self, city: City):
        shop = a_counterpart(city)
        with pytest.raises(Exception, match="demo_model_consents"):
            a_draft(city, Way.DEMO, detail={**DETAILS[Way.DEMO], "exemplar": shop})

    def test_marks_the_model(self, city: City):
        shop = a_counterpart(city)
        issued(city, Way.DEMO, detail={**DETAILS[Way.DEMO], "exemplar": shop, "has_consent": True})
        shop.refresh_from_db()
        assert shop.is_demonstration


@pytest.mark.article("8.3")
class TestTips:
    """(3) What is easily overlooked is told kindly and early."""

    def test_need_neither_approval_nor_a_case(self, city: City):
        action = issued(city, Way.TIP)
        assert (action.state, action.case, action.approved_at) == ("issued", None, None)

    def test_say_what_is_overlooked_and_until_when(self, city: City):
        assert issued(city, Way.TIP).tip.due_on == date(2026, 12, 20)

    def test_reach_a_whole_trade_each_once(self, city: City):
        shops(city, 3)
        batch = a_batch(city)
        send_all(start_batch(batch.pk, by=city.actor("officer"), at=NOON), city, size=2)
        told = GuidanceAction.objects.filter(batch_row__batch=batch)
        assert told.values("counterpart").distinct().count() == told.count() == 3

    def test_say_that_they_are_voluntary_whatever_carries_them(self, city: City):
        shop = a_counterpart(city)
        a_contact(city, shop, email="shop@example.test")
        delivery = issued(city, Way.TIP, counterpart=shop, channel="message").deliveries.get()
        text = message_of(delivery, at=NOON).text
        assert "自主决定" in text
        assert "不影响" in text

    def test_come_in_time_before_a_licence_expires(self, city: City):
        ends = NOON.date() + timedelta(days=35)
        set_rule(
            by=city.actor("orgadmin"), at=NOON, organ=city.places.organs["SD11"], officer=city.people["officer"],
            field=city.places.fields["market"],
        )  # fmt: skip
        follow_licence(a_licence(city, a_counterpart(city), ends).pk, at=NOON)
        sweep(at=NOON + timedelta(days=7))
        (tip,) = GuidanceAction.objects.filter(way=Way.TIP)
        assert (tip.trigger, tip.detail.due_on) == ("expiry", ends)


@pytest.mark.article("8.4")
class TestCounselling:
    """(4) Questions are answered concretely."""

    def test_records_the_answer_and_how_content_the_counterpart_is(self, city: City):
        action = issued(city, Way.COUNSEL)
        held = {"held_on": LATER.date(), "answer": "按件标明，见价格法第十三条", "satisfaction": 5}
        done = record_progress(action.pk, by=city.actor("officer"), at=LATER, detail=held)
        assert done.counsel.satisfaction == 5


@pytest.mark.article("8.5")
class TestSuggestion:
    """(5) Suggestions are for reference."""

    def test_may_be_adopted_in_part_or_not_at_all(self, city: City):
        action = issued(city, Way.SUGGEST)
        officer = city.actor("officer")
        feedback = {"adopted": "none", "adopted_on": LATER.date()}
        assert record_progress(action.pk, by=officer, at=LATER, detail=feedback).suggest.adopted == "none"
        assert conclude_guidance(action.pk, by=officer, at=LATER, effect="ineffective").state == "concluded"


@pytest.mark.article("8.6")
class TestExhortation:
    """(6) Persuasion where a violation may occur, harm or escalate."""

    def test_names_which_of_the_three_it_is(self, city: City):
        draft = a_draft(city, Way.EXHORT, detail={**DETAILS[Way.EXHORT], "prong": ""})
        assert try_to_issue(city, draft) == ["GUI-15"]

    @pytest.mark.rule("SUB-2")
    def test_is_the_work_of_two_certified_officers_on_site(self, city: City):
        draft = a_draft(city, Way.EXHORT, implementers=[city.people["officer"]])
        assert try_to_issue(city, draft) == ["SUB-2"]

    def test_by_letter_needs_one_implementer(self, city: City):
        draft = a_draft(city, Way.EXHORT, channel="written", implementers=[city.people["officer"]])
        issue = {"by": city.actor("officer"), "at": NOON, "voluntariness_shown": True}
        assert issue_guidance(draft.pk, **issue, overrides=IN_HASTE).state == "issued"

    def test_is_effective_only_after_a_second_look(self, city: City):
        action, officer = issued(city, Way.EXHORT), city.actor("officer")
        assert codes_of(
            conclude_guidance, action.pk, by=officer, at=LATER, effect="effective", effect_note="已改"
        ) == ["GUI-18"]
        seen = {"rechecked_on": LATER.date(), "recheck_result": "corrected"}
        record_progress(action.pk, by=officer, at=LATER, detail=seen)
        assert (
            conclude_guidance(action.pk, by=officer, at=LATER, effect="effective", effect_note="已改").state
            == "concluded"
        )

    def test_about_an_existing_violation_is_not_concluded_without_its_case_or_a_reason(self, city: City):
        detail = {**DETAILS[Way.EXHORT], "prong": "may_escalate"}
        action, officer = issued(city, Way.EXHORT, detail=detail), city.actor("officer")
        assert codes_of(
            conclude_guidance, action.pk, by=officer, at=LATER, effect="partly", effect_note="已改"
        ) == ["GUI-10"]
        why = {"GUI-10": "现场核实不构成违法"}
        done = conclude_guidance(
            action.pk, by=officer, at=LATER, effect="partly", effect_note="已改", overrides=why
        )
        assert done.state == "concluded"


@pytest.mark.article("8.7")
class TestInterview:
    """(7) By written notice, with a record, and with what is to be put right."""

    @pytest.mark.rule("GUI-7")
    def test_is_announced_in_writing(self, city: City):
        draft = a_draft(city, Way.INTERVIEW, formality="simple", channel="phone")
        assert try_to_issue(city, draft) == ["GUI-7"]

    @pytest.mark.rule("SUB-2")
    def test_is_the_work_of_two_certified_officers(self, city: City):
        draft = a_draft(city, Way.INTERVIEW, formality="simple", implementers=[city.people["officer"]])
        assert try_to_issue(city, draft) == ["SUB-2"]

    def test_has_a_notice_under_the_number_of_the_guidance(self, city: City):
        action = issued(city, Way.INTERVIEW)
        assert action.interview.notice_number == action.number

    @pytest.mark.rule("GUI-7")
    def test_is_not_concluded_without_a_record(self, city: City):
        action, officer = issued(city, Way.INTERVIEW), city.actor("officer")
        assert codes_of(
            conclude_guidance, action.pk, by=officer, at=LATER, effect="partly", effect_note="已改"
        ) == ["GUI-7"]

    def test_asks_to_put_right_by_a_day(self, city: City):
        action, officer = issued(city, Way.INTERVIEW), city.actor("officer")
        add_rectification(action.pk, by=officer, at=LATER, requirement="补齐价签", due_on=date(2026, 12, 1))
        assert action.open_items == 1


@pytest.mark.article("6")
class TestGuidanceReplacesNoDecision:
    """Service is no ground for leaving a duty undone: an established violation is decided."""

    @pytest.fixture
    def investigated(self, city: City) -> Case:
        case, officer = a_filed_case(city), city.actor("officer")
        add_evidence(case, city)
        return cases.conclude_investigation(
            case.pk, by=officer, at=NOON, facts_found="没有标价", certificates_shown_on=date(2026, 11, 4)
        )

    @pytest.mark.rule("GUI-4")
    def test_is_not_called_effective_while_the_case_waits(self, city: City, investigated: Case):
        action = issued(city, Way.TIP, case=investigated)
        officer = city.actor("officer")
        assert codes_of(
            conclude_guidance, action.pk, by=officer, at=LATER, effect="effective", effect_note="已改"
        ) == ["GUI-4"]

    def test_may_be_concluded_as_partly_effective(self, city: City, investigated: Case):
        action = issued(city, Way.TIP, case=investigated)
        officer = city.actor("officer")
        assert (
            conclude_guidance(action.pk, by=officer, at=LATER, effect="partly", effect_note="已改").state
            == "concluded"
        )

    @pytest.mark.rule("GUI-4")
    def test_is_not_called_effective_though_nobody_linked_the_case(self, city: City, investigated: Case):
        same = {"counterpart": investigated.counterpart, "matter": investigated.matter}
        action, officer = issued(city, Way.SUGGEST, **same), city.actor("officer")
        assert codes_of(
            conclude_guidance, action.pk, by=officer, at=LATER, effect="effective", effect_note="已改"
        ) == ["GUI-4"]
        other = issued(city, Way.SUGGEST, counterpart=investigated.counterpart)
        assert (
            conclude_guidance(other.pk, by=officer, at=LATER, effect="effective", effect_note="已改").state
            == "concluded"
        )

    def test_asks_for_the_case_when_a_violation_came_to_light_in_any_way(self, city: City):
        action, officer = issued(city, Way.COUNSEL), city.actor("officer")
        seen = {"effect": "partly", "effect_note": "多数已改", "shows_violation": True}
        assert codes_of(conclude_guidance, action.pk, by=officer, at=LATER, **seen) == ["GUI-10"]
        why = {"GUI-10": Reason("当场改正，没有违法事实。", "special_facts")}
        done = conclude_guidance(action.pk, by=officer, at=LATER, **seen, overrides=why)
        assert (done.state, done.shows_violation) == ("concluded", True)

    def test_leaves_a_case_under_investigation_alone(self, city: City):
        action, officer = issued(city, Way.TIP, case=a_filed_case(city)), city.actor("officer")
        assert (
            conclude_guidance(action.pk, by=officer, at=LATER, effect="effective", effect_note="已改").state
            == "concluded"
        )
