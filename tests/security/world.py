"""South District as somebody from elsewhere must never see it: a marker stands in every text."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.core.files.base import ContentFile

from enforcement.models import Case, CoerciveMeasure, Counterpart, Publication
from enforcement.services import cases, coercion
from enforcement.services.counterparts import add_contact, add_licence
from enforcement.services.departures import ask_departure
from enforcement.services.documents import issue_document
from enforcement.services.evidence import add_evidence, verify_evidence
from enforcement.services.forbidden_times import note_time, record_emergency
from enforcement.services.inspections import plan_inspection
from enforcement.services.intervals import stop_clock
from enforcement.services.matters import enter_band
from enforcement.services.mediations import register_mediation
from enforcement.services.publicity import record_yearly_report
from enforcement.services.remedies import file_remedy
from enforcement.services.training import plan_training
from foundation.actors import ANONYMOUS, COMMAND, SCHEDULER, Actor
from foundation.articles import Article
from foundation.due import plan, sweep
from foundation.record import audited
from guidance.models import FaqEntry, GuidanceAction, InterviewInvitation, OtherWay, ReturnVisit, TipBatch
from guidance.rules.expiry import CALL, round_of
from guidance.services import conclude_guidance, visits
from guidance.services.deliveries import send_guidance
from guidance.services.expiry import set_rule
from guidance.services.faq import propose_answer
from guidance.services.joint import invite_organ
from guidance.services.ledger import enter_row
from guidance.services.links import reply_by_link
from guidance.services.means import name_means
from guidance.services.other_ways import add_field, define_way, use_way
from guidance.services.recording import record_progress
from guidance.services.tips import draft_batch, send_some, start_batch
from guidance.vocabulary import Way
from leniency.models import LeniencyChoice
from leniency.services import draft_promise, educate, plan_check, receive_promise, record_check, state_ground
from leniency.services.assessing import assess_case
from riskcontrol.rules.self_checks import Given
from riskcontrol.services.campaigns import draft_campaign
from riskcontrol.services.explaining import explain_risk
from riskcontrol.services.reviewing import review_all
from riskcontrol.services.samples import load_risk_points
from riskcontrol.services.self_checks import add_photos, ask_self_check, submit_self_check
from riskcontrol.services.weights import approve_weights, draft_weights
from tests.city import NOON, City, a_counterpart, a_filed_case
from tests.enforcement.case_course import EDUCATION, OFF_LIST
from tests.enforcement.evidence_files import PNG
from tests.guidance.drafts import DETAILS, a_draft, issued
from tests.riskcontrol.plan_course import proposed_for
from tests.riskcontrol.weighing import typed

MARK = "机密南ZQX7"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"


@dataclass
class South:
    """The things of the south, by the name of the URL argument that leads to them."""

    case: Case
    counterpart: Counterpart
    guidance: GuidanceAction
    visit: ReturnVisit
    evidence: Any
    contact: Any
    licence: Any
    coercion: Any
    document: Any
    more: dict[str, Any] = field(default_factory=dict)


def marked_south(city: City, MARK: str = MARK) -> South:  # noqa: N803 - the marker, or another in its place
    """A case without penalty with everything that hangs on it, each text marked."""
    officer, head = city.actor("officer"), city.actor("head")
    counterpart = a_counterpart(
        city, name=f"{MARK}食品店", address=f"{MARK}路1号", legal_representative=f"{MARK}人"
    )
    contact = add_contact(counterpart.pk, by=officer, at=NOON, name=f"{MARK}联系", phone="19900001111")
    licence = add_licence(
        counterpart.pk, by=officer, at=NOON, name=f"{MARK}许可", number="南1", issued_on=date(2025, 1, 1),
        expires_on=date(2026, 12, 1),
    )  # fmt: skip
    case = a_filed_case(city, counterpart=counterpart, title=f"{MARK}案", place=f"{MARK}街")
    add_evidence(
        case.pk, by=officer, at=NOON, kind="record", title=f"{MARK}笔录", collected_on=date(2026, 11, 4),
        file=ContentFile(PDF, name=f"{MARK}.pdf"),
    )  # fmt: skip
    verify_evidence(case.pk, by=officer, at=NOON, evidence=[case.evidence.get()], standing="verified")
    stop_clock(
        case.pk, by=officer, at=NOON, kind="testing", begins_on=NOON.date(), ends_on=NOON.date(), reason=MARK
    )
    measure = coercion_considered(case, officer, MARK)
    cases.flag_case(case.pk, by=officer, at=NOON, is_major=True, flag_reason=f"{MARK}重大")
    cases.record_circumstances(
        case.pk,
        by=officer,
        at=NOON,
        harm="none",
        correct_by=date(2026, 11, 22),
        corrected_on=date(2026, 11, 19),
    )
    cases.conclude_investigation(
        case.pk, by=officer, at=NOON, facts_found=f"{MARK}事实", certificates_shown_on=date(2026, 11, 4)
    )
    enter_band(
        city.matter.pk,
        by=city.actor("orgadmin"),
        at=NOON,
        tier="light",
        condition_zh="轻微",
        fine_max=Decimal(1000),
    )
    ask_departure(
        case.pk,
        by=officer,
        at=NOON,
        tier="light",
        fine=Decimal(4000),
        ground="special_facts",
        reason=f"{MARK}偏离",
    )
    assess_case(case.pk, by=officer, at=NOON)
    cases.conclude_assessment(case.pk, by=officer, at=NOON)
    reasons = {name: f"{MARK}{name}" for name in ("conduct", "corrected", "no_harm")}
    state_ground(case.pk, by=officer, at=NOON, ground="minor", **reasons)
    cases.record_review(case.pk, by=city.actor("reviewer"), at=NOON, opinion="passed", text=f"{MARK}同意")
    trace(case, officer, MARK)
    decision = {**EDUCATION, "reasons": f"{MARK}理由"}
    cases.decide_case(case.pk, by=head, at=NOON, overrides=OFF_LIST, **decision)
    cases.serve_decision(
        case.pk,
        by=officer,
        at=NOON,
        served_on=NOON.date(),
        recipient=f"{MARK}收",
        trace=f"{MARK}门",
        why=f"{MARK}因",
    )
    guidance = issued(city, Way.COUNSEL, counterpart=counterpart, title=f"{MARK}辅导", content=f"{MARK}内容")
    send_guidance(guidance.pk, by=officer, at=NOON, delivery_channel="printed")
    name_means(measure.pk, by=officer, at=NOON, action=guidance, why_not_enough=f"{MARK}仍在转移")
    reply = reply_by_link(
        by=ANONYMOUS, at=NOON, link=guidance.links.get(), kind="message", text=f"{MARK}回复",
        attachments=[ContentFile(PDF, name=f"{MARK}.pdf")],
    )  # fmt: skip
    visits.plan_visit(case.pk, by=SCHEDULER, at=NOON)
    remind_of(city, licence)
    sweep(at=NOON)
    _assess(city)
    explain_risk(counterpart.pk, by=officer, at=NOON, asked_on=NOON.date(), asked_by="phone")
    proposed_for(counterpart)
    document = issue_document(
        case.pk, noun="case", by=officer, at=NOON, kind="no_penalty", addition=f"{MARK}附"
    )
    case = Case.objects.get(pk=case.pk)
    more = {
        "reply": reply,
        **_exceptions(city, case, MARK),
        **_article_seven(city, counterpart, MARK),
        **_aftermath(city, case, MARK),
        "delivery": guidance.deliveries.get(),
        "tips": _tips(city, MARK),
        "ledger": enter_row(
            by=officer,
            at=NOON,
            held_on=NOON.date(),
            way="tip",
            method="leaflet",
            audience=f"{MARK}商户",
            content=f"{MARK}折页",
            copies=20,
            result=f"{MARK}结果",
        ),
        "way": _way_of_its_own(city, MARK),
        "faq": _question(city, guidance, MARK),
        "invitation": _invitation(city, MARK),
        "shown": _shown(city, counterpart, MARK),
        "draw": visits.draw(
            case.organ_id, "ordinary", date(2026, 11, 1), date(2026, 11, 15), by=SCHEDULER, at=NOON
        ),
        **_self_checks(city, counterpart, MARK),
    }
    visit, evidence = case.return_visits.get(), case.evidence.get()
    return South(case, counterpart, guidance, visit, evidence, contact, licence, measure, document, more)


def _assess(city: City) -> None:
    """Everybody has a score; then weights under which even the south's is medium, so that it moved."""
    review_all(by=SCHEDULER, at=NOON)
    proposed = draft_weights(by=city.actor("head"), at=NOON, **typed(from_medium=2))
    approve_weights(proposed.pk, by=city.actor("city_market_head"), at=NOON)
    review_all(by=SCHEDULER, at=NOON + timedelta(days=1))


def trace(case: Case, officer: Actor, mark: str) -> None:
    """What departs from the assessment, and what is done instead of a penalty."""
    with audited("case:choose_entry", by=officer, at=NOON, under=Article(10)):
        LeniencyChoice(
            case=case, assessment=case.leniency_assessments.get(), state="overtaken", cause="special_facts",
            reason=f"{mark}偏离", asked_by_id=officer.officer_id, asked_on=NOON.date(),
        ).save()  # fmt: skip
    told = {"given_on": NOON.date(), "means": "in_person", "said": f"{mark}教育", "acknowledged": "signed"}
    educate(case.pk, by=officer, at=NOON, **told)
    draft_promise(case.pk, by=officer, at=NOON, text=f"{mark}承诺")
    receive_promise(case.pk, by=officer, at=NOON, received_on=NOON.date(), signed_by=f"{mark}签")
    plan_check(case.pk, by=officer, at=NOON, due_on=NOON.date())
    looked = {"checked_on": NOON.date(), "result": "corrected", "evidence": f"{mark}照片"}
    record_check(case.pk, by=officer, at=NOON, **looked)


def _question(city: City, asked: GuidanceAction, mark: str) -> FaqEntry:
    """What was answered in counselling, offered to everybody and not published."""
    officer, answer = city.actor("officer"), {"held_on": NOON.date(), "answer": f"{mark}答复"}
    record_progress(asked.pk, by=officer, at=NOON, detail=answer)
    words = {"question_zh": f"{mark}问", "answer_zh": f"{mark}答", "basis": "价格法第十三条"}
    return propose_answer(asked.pk, by=officer, at=NOON, **words)


def _invitation(city: City, mark: str) -> InterviewInvitation:
    """The city's brigade invites the south to an interview of its own."""
    by = city.actor("city_market1")
    draft = a_draft(
        city, Way.INTERVIEW, by="city_market1", counterpart=None, audience=f"{mark}商户", title=f"{mark}约谈",
        implementers=[city.people["city_market1"], city.people["city_market2"]],
        detail={**DETAILS[Way.INTERVIEW], "cause": f"{mark}事由"},
    )  # fmt: skip
    invite_organ(draft.pk, by=by, at=NOON, organ=city.places.organs["SD11"], task=f"{mark}职责")
    return draft.invitations.get()


def _shown(city: City, party: Counterpart, mark: str) -> GuidanceAction:
    """Guidance that was concluded, with a picture of what it achieved."""
    action = issued(city, Way.SUGGEST, counterpart=party, title=f"{mark}建议", content=f"{mark}内容")
    return conclude_guidance(
        action.pk, by=city.actor("officer"), at=NOON, effect="effective", effect_note=f"{mark}成效",
        attachment=ContentFile(PDF, name=f"{mark}.pdf"),
    )  # fmt: skip


def _self_checks(city: City, party: Counterpart, mark: str) -> dict[str, Any]:
    """A self-check that the marked shop submitted with a photo, and a campaign that is not sent."""
    load_risk_points(by=COMMAND, at=NOON)
    by, given = city.actor("officer"), {"field": city.places.fields["market"], "due_on": date(2026, 12, 10)}
    check = ask_self_check(
        by=by, at=NOON, counterpart=party, content=f"{mark}自查", contact=f"{mark}人", **given
    )
    link, photo = check.invitation.links.get(), ContentFile(PNG, name=f"{mark}.png")
    add_photos(by=ANONYMOUS, at=NOON, link=link, edition=check.editions[0], photos=[photo])
    said = {"answer": "no", "note": f"{mark}所见", "found_on": NOON.date()}
    answers = [Given(key, "", **said) for key in check.editions]
    check = submit_self_check(
        by=ANONYMOUS, at=NOON, link=link, answers=answers, declared_by=f"{mark}填", truth=True
    )
    words = {"title": f"{mark}行动", "content": f"{mark}{{name}}", "contact": mark}
    return {"self_check": check, "campaign": draft_campaign(by=by, at=NOON, **words, **given)}


def _way_of_its_own(city: City, mark: str) -> OtherWay:
    """A way that the organ defined, with a field."""
    head = city.actor("head")
    way = define_way(by=head, at=NOON, name_zh=f"{mark}说法", description=f"{mark}摆摊讲解")
    add_field(way.pk, by=head, at=NOON, key="people", label_zh=f"{mark}人数", kind="number", stage="drafted")
    return use_way(way.pk, by=head, at=NOON)


def _article_seven(city: City, party: Counterpart, mark: str) -> dict[str, Any]:
    """A dispute that is mediated, and a training."""
    officer, fields = city.actor("officer"), city.places.fields
    mediation = register_mediation(
        by=officer, at=NOON, title=f"{mark}调解", kind="consumer", field=fields["market"], dispute=f"{mark}纠纷",
        applied_on=date(2026, 11, 18), applicant=party,
    )  # fmt: skip
    training = plan_training(
        by=city.actor("head"), at=NOON, title=f"{mark}培训", kind="course", topic="service",
        held_on=date(2026, 11, 18), hours=Decimal(8),
    )  # fmt: skip
    return {"mediation": mediation, "training": training}


def _aftermath(city: City, case: Case, mark: str) -> dict[str, Any]:
    """A suit against the decision, and a public text that nobody has published."""
    officer = city.actor("officer")
    file_remedy(
        case.pk, by=officer, at=NOON, kind="litigation", body=f"{mark}法院", number=f"{mark}号",
        filed_on=NOON.date(), grounds=f"{mark}不服",
    )  # fmt: skip
    with audited("publicity:draft", by=officer, at=NOON, under=Article(4)):
        text = Publication(
            case=case, decided_on=NOON.date(), state="draft", party=f"{mark}店", violation=f"{mark}事实",
            basis=f"{mark}依据", result=f"{mark}结果", masking=f"{mark}处理",
        )  # fmt: skip
        text.place_under(case.organ)
        text.save()
    report = record_yearly_report(  # everybody may read it, so nothing in it is marked
        by=city.actor("head"),
        at=NOON,
        year=2025,
        published_on=date(2026, 1, 20),
        address="https://city.example/2025",
    )
    return {"remedy": case.remedies.get(), "publication": text, "report": report}


def remind_of(city: City, licence: Any) -> None:
    """A call before the marked licence expires."""
    south = city.places.organs["SD11"]
    set_rule(
        by=city.actor("orgadmin"), at=NOON, organ=south, officer=city.people["officer"], call_days=3,
        field=city.places.fields["market"],
    )  # fmt: skip
    plan(
        kind="licence:call",
        thing=f"licence:{licence.pk}",
        due_at=NOON,
        round=round_of(licence.expires_on, CALL),
    )


def _tips(city: City, mark: str) -> TipBatch:
    """Tips to the marked shop alone, issued."""
    officer = city.actor("officer")
    batch = draft_batch(
        by=officer, at=NOON, title=f"{mark}提示", neglected=f"{mark}易忽视", content=f"{mark}{{name}}", reasons=mark,
        basis=mark, field=city.places.fields["market"], licence_name=f"{mark}许可",
    )  # fmt: skip
    start_batch(batch.pk, by=officer, at=NOON)
    return send_some(batch.pk, by=officer, at=NOON)


def _exceptions(city: City, case: Case, mark: str) -> dict[str, Any]:
    """Something done on a Saturday night in an emergency, and told three days late."""
    officer, organ, night = city.actor("officer"), case.organ, datetime(2026, 11, 14, 23, tzinfo=NOON.tzinfo)
    about = {"thing": f"case:{case.pk}", "title": f"{mark}执行", "organ": organ, "act": "coercive_execution"}
    with audited("case:edit", by=officer, at=NOON, under=Article(6)):
        emergency = record_emergency(
            by=officer, at=NOON, acted_at=night, reason=f"{mark}紧急", approver=city.people["head"], **about
        )
        signals = note_time(by=officer, at=NOON, stated_at=night, reason=f"{mark}断网", **about)
    return {"emergency": emergency, "signal": signals[0], "inspection": _inspection(city, case, mark)}


def _inspection(city: City, case: Case, mark: str) -> Any:
    """A visit of the marked shop that is planned for tomorrow."""
    return plan_inspection(
        by=city.actor("officer"), at=NOON, counterpart=case.counterpart, matters=[case.matter],
        officers=[city.people["officer"], city.people["officer2"]], origin="plan", plan_reference=f"{mark}计划",
        purpose=f"{mark}目的", basis=f"{mark}依据", why_on_site=f"{mark}现场", planned_at=NOON + timedelta(days=1),
    )  # fmt: skip


def coercion_considered(case: Case, officer: Actor, mark: str) -> CoerciveMeasure:
    """A seizure that was considered: a note with one thing."""
    measure = coercion.draft_measure(
        by=officer, at=NOON, case=case, kind="seize", means_tried=f"{mark}规劝", alternative=f"{mark}登记",
        why_not_enough=f"{mark}转移", legal_basis=f"{mark}法 18", basis_level="law", scope=f"{mark}货物",
        place=f"{mark}库", term_days=10,
    )  # fmt: skip
    return coercion.add_item(
        measure.pk, by=officer, at=NOON, name=f"{mark}秤", quantity=1, unit=f"{mark}台", condition=f"{mark}好"
    )
