"""What so small a city would not have by itself: coercion, stopped time and visits at each stage, a draft list.

Each is led there through the services, so that the walk meets its page and every act that it offers.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from enforcement.services.counterparts import add_contact
from enforcement.services.documents import issue_document
from enforcement.services.forbidden_times import next_free_at
from enforcement.services.intervals import ask_extension, stop_clock
from enforcement.vocabulary import TimedAct
from foundation.actors import ANONYMOUS, SCHEDULER
from foundation.due import plan, sweep
from guidance.rules.expiry import CALL, round_of
from guidance.services import conclude_guidance, faq, other_ways, record_progress, visits
from guidance.services.joint import invite_organ
from guidance.services.links import reply_by_link
from guidance.services.means import name_means
from guidance.vocabulary import Way
from leniency.services import add_entry, draft_list
from riskcontrol.services.self_checks import add_photos
from riskcontrol.services.self_checks.points import editions_of
from tests.city import NOON, City, a_counterpart, a_filed_case
from tests.enforcement import coercion_course, inspection_course
from tests.enforcement.evidence_files import PNG
from tests.guidance.drafts import a_draft, issued
from tests.guidance.joint_course import invited
from tests.guidance.tip_groups import a_licence
from tests.riskcontrol.checks import offered, submitted

LATER = coercion_course.LATER


def furnish(city: City) -> None:
    """All of it, in the south."""
    consider_coercion(city)
    stop_time(city)
    visit_firms(city)
    draft_a_list(city)
    answer_a_letter(city)
    remind(city)
    tell_everybody(city)
    find_a_way(city)
    meet_together(city)
    check_itself(city)
    draw_lots(city)


def draw_lots(city: City) -> None:
    """A draw of return visits of half a month."""
    days = date(2026, 10, 1), date(2026, 10, 15)
    visits.draw(city.places.organs["SD11"].pk, "ordinary", *days, by=SCHEDULER, at=NOON)


def meet_together(city: City) -> None:
    """An interview that another organ leads and the south is invited to; one of its own that was held and shown."""
    draft = a_draft(
        city, Way.INTERVIEW, by="transport1", at=timezone.now(), field=city.places.fields["transport"],
        counterpart=None, audience="沿街门店",
        implementers=[city.people["transport1"], city.people["transport2"]],
    )  # fmt: skip
    host = city.places.organs["SD11"]
    invite_organ(draft.pk, by=city.actor("transport1"), at=timezone.now(), organ=host, task="说明标价要求")
    invited(city, at=timezone.now())
    action, picture = issued(city, Way.TIP), ContentFile(PNG, name="改正后.png")
    shown = {"effect": "effective", "effect_note": "复查时价签齐全", "attachment": picture}
    conclude_guidance(action.pk, by=city.actor("officer"), at=NOON, **shown)


def check_itself(city: City) -> None:
    """A self-check that was submitted with a photo and one thing still open, and one that nobody has opened."""
    for name in ("自查未填示例店", "自查示例店"):
        check = offered(city, a_counterpart(city, name=name), at=timezone.now())
    photo, link = ContentFile(PNG, name="台账.png"), check.invitation.links.get()
    add_photos(by=ANONYMOUS, at=timezone.now(), link=link, edition=check.editions[0], photos=[photo])
    code = editions_of(check)[0].code.replace("-", "_")
    submitted(check, at=timezone.now(), **{code: {"wants_help": True, "note": "台账怎么记？"}})


def tell_everybody(city: City) -> None:
    """An answer of counselling that was published, and one that is proposed."""
    officer = city.actor("officer")
    party = a_counterpart(city, name="提问示例店")
    add_contact(party.pk, by=officer, at=NOON, name="提问联系人", phone="13900000001")
    action = issued(city, Way.COUNSEL, counterpart=party)
    held = {"held_on": NOON.date(), "answer": "按件标明。"}
    record_progress(action.pk, by=officer, at=NOON, detail=held)
    words = {"answer_zh": "按件标明。", "basis": "价格法第十三条"}
    entries = [
        faq.propose_answer(action.pk, by=officer, at=NOON, question_zh=question, **words)
        for question in ("散装食品怎么标价？", "打折怎么标价？")
    ]
    faq.publish_answer(entries[0].pk, by=city.actor("head"), at=NOON)


def find_a_way(city: City) -> None:
    """A way of the organ's own that is in use, and a draft of another."""
    head, words = city.actor("head"), {"description": "在夜市摆摊讲解"}
    used = other_ways.define_way(by=head, at=NOON, name_zh="夜市说法", **words)
    other_ways.define_way(by=head, at=NOON, name_zh="集市说法", **words)
    other_ways.add_field(
        used.pk, by=head, at=NOON, key="people", label_zh="参加人数", kind="number", stage="drafted"
    )
    other_ways.use_way(used.pk, by=head, at=NOON)


def remind(city: City) -> None:
    """A call before a licence expires."""
    party = a_counterpart(city, name="到期示例店")
    add_contact(party.pk, by=city.actor("officer"), at=NOON, name="到期联系人", phone="13900000002")
    licence = a_licence(city, party, NOON.date() + timedelta(days=2))
    plan(
        kind="licence:call",
        thing=f"licence:{licence.pk}",
        due_at=NOON,
        round=round_of(licence.expires_on, CALL),
    )
    sweep(at=NOON)


def consider_coercion(city: City) -> None:
    """A note with the guidance that was tried, a proposal, one in urgency, one in force, one execution."""
    officer = city.actor("officer")
    party = a_counterpart(city, name="强制示例店")
    draft = coercion_course.drafted(city, case=a_filed_case(city, counterpart=party))
    coercion_course.with_thing(city, draft)
    letter = issued(city, Way.COUNSEL, counterpart=party)
    name_means(draft.pk, by=officer, at=NOON, action=letter, why_not_enough="辅导后仍在转移")
    coercion_course.proposed(city)
    coercion_course.urgent(city, at=LATER)
    measure = coercion_course.applied(city)
    for kind in ("coercion", "inventory"):
        issue_document(measure.pk, noun="coercion", by=officer, at=LATER, kind=kind)
    coercion_course.demanded(city)


def stop_time(city: City) -> None:
    """A sample at the laboratory, and more time that is asked for."""
    case, officer = a_filed_case(city), city.actor("officer")
    stop_clock(case.pk, by=officer, at=NOON, kind="testing", begins_on=NOON.date(), reason="样品送检")
    ask_extension(a_filed_case(city).pk, by=officer, at=NOON, days=20, reason="需要核实新证据")


def visit_firms(city: City) -> None:
    """One visit planned, one under way, one with its record and result; another organ goes along."""
    officer, shop = city.actor("officer"), a_counterpart(city, name="检查示例店")
    inspection_course.planned(city, counterpart=shop)
    inspection_course.planned(city, by="city_market1", counterpart=shop, overrides={"INS-4": "将合并"})
    inspection_course.begun(city, counterpart=a_counterpart(city, name="在查示例店"))
    over = inspection_course.concluded(city, counterpart=a_counterpart(city, name="查毕示例店"))
    at = inspection_course.TOMORROW + timedelta(hours=2)
    issue_document(over.pk, noun="inspection", by=officer, at=at, kind="visit")


def answer_a_letter(city: City) -> None:
    """A letter on paper that was answered with a picture, and an interview for which another time is proposed."""
    letter, meeting = issued(city, Way.TIP, at=timezone.now()), issued(city, Way.INTERVIEW, at=timezone.now())
    for action in (letter, meeting):
        officer = city.actor("officer")
        issue_document(action.pk, noun="guidance", by=officer, at=timezone.now(), kind="guidance")
    by_link(letter, "message", text="价签已经补齐", attachments=[ContentFile(PNG, name="改正.png")])
    by_link(letter, "written")
    wished = timezone.now() + timedelta(days=6)
    wanted = next_free_at(act=TimedAct.INTERVIEW, organ=meeting.organ, at=wished) or wished
    by_link(meeting, "time", text="那天上午要进货", proposed_for=wanted)


def by_link(action: Any, kind: str, **said: Any) -> None:
    reply_by_link(by=ANONYMOUS, at=timezone.now(), link=action.links.get(), kind=kind, **said)


def draft_a_list(city: City) -> None:
    """A list of the district that is still a draft, with an entry and its condition."""
    head = city.actor("head")
    draft = draft_list(
        by=head, at=timezone.now(), title_zh="南示范区轻微违法清单（草案）", title_en="Minor violations, South (draft)",
        type="minor", field=city.places.fields["market"], edition="2027年版",
    )  # fmt: skip
    small = {"kind": "amount_at_most", "number": 500}
    add_entry(
        draft.pk,
        by=head,
        at=timezone.now(),
        code="00-1",
        violation_zh="未明码标价",
        matter=city.matter,
        conditions=[small],
    )
