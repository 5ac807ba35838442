"""Every address of the house, and how to fill it with things of the south."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from leniency.models import LeniencyEntry, LeniencyList
from riskcontrol.models import RiskPoint
from tests.security.world import South


@dataclass(frozen=True)
class Address:
    """One URL pattern: its full name and the names of its arguments."""

    name: str
    arguments: tuple[str, ...]


def all_addresses() -> list[Address]:
    """Every named pattern outside the administration site, which has a test of its own."""
    return sorted(set(_walk(get_resolver().url_patterns, "")), key=lambda a: a.name)


def _walk(patterns: Any, namespace: str) -> Iterator[Address]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            if pattern.namespace == "admin":
                continue
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield Address(f"{namespace}{pattern.name}", tuple(pattern.pattern.regex.groupindex))


def fill(address: Address, south: South) -> str | None:
    """The path that leads to a thing of the south, or None when the address is about no such thing."""
    if not address.arguments:
        return reverse(address.name)
    thing = thing_of(address.name, south)
    if thing is None:
        return None
    values = {
        "pk": thing.pk,
        "act": ACTS.get(address.name, "edit"),
        "evidence_pk": south.evidence.pk,
        "case_pk": south.case.pk,
        "way": "tip",
        "noun": "case",
        "kind": "no_penalty",
        "form": "docx",
        "file": file_of(address.name, south).pk,
    }
    return reverse(address.name, kwargs={name: values[name] for name in address.arguments})


def file_of(name: str, south: South) -> Any:
    """The file that stands in the address beside the thing."""
    shown: Any = south.more["shown" if "effect" in name else "reply"]
    return shown.effect_files.get() if "effect" in name else shown.files.get()


ACTS = {
    "enforcement:emergency_act": "look",
    "enforcement:inspection_act": "start",
    "enforcement:time_signal_act": "look",
    "enforcement:rule_act": "annotate",
    "enforcement:departure_act": "approve",
    "enforcement:interval_act": "end",
    "guidance:delivery_act": "hand_over",
    "guidance:call_act": "record",
    "guidance:ledger_act": "correct",
    "guidance:means_act": "drop",
    "guidance:tips_act": "start",
    "guidance:measure_act": "name_means",
    "guidance:link_act": "message",
    "guidance:reply_act": "see",
    "enforcement:document_act": "correct",
    "enforcement:template_act": "approve",
    "guidance:visit_act": "hold",
    "guidance:way_act": "revise",
    "guidance:faq_act": "discard",
    "guidance:invitation_act": "come",
    "leniency:case_act": "assess",
    "leniency:choice_act": "approve",
    "leniency:condition_act": "remove",
    "leniency:entry_act": "suspend",
    "enforcement:instrument_act": "prepare_version",
    "enforcement:version_act": "judge",
    "leniency:list_act": "revise",
    "enforcement:publicity_act": "draft",
    "enforcement:remedy_act": "accept",
    "enforcement:yearly_report_act": "correct",
    "riskcontrol:catalogue_act": "begin_review",
    "riskcontrol:counterpart_act": "assess",
    "riskcontrol:explanation_act": "issue_document",
    "riskcontrol:weights_act": "edit",
    "riskcontrol:plan_act": "take_on",
}
PREFIXES = (
    ("guidance:action_deliveries", "guidance"),
    ("guidance:delivery_", "delivery"),
    ("delivery-", "delivery"),
    ("tip-recipient-", "recipient"),
    ("guidance:tips_", "tips"),
    ("tip-batch-", "tips"),
    ("guidance:ledger_", "ledger"),
    ("guidance-ledger-", "ledger"),
    ("guidance:call_", "call"),
    ("expiry-call-", "call"),
    ("guidance:case_", "case"),
    ("guidance:counterpart_", "counterpart"),
    ("guidance:way_", "way"),
    ("guidance:faq_", "faq"),
    ("faq-entry-", "faq"),
    ("guidance:interview_", "guidance"),
    ("guidance:invitation_", "invitation"),
    ("interview-invitation-", "invitation"),
    ("guidance:effect_file", "effect_file"),
    ("other-way-", "way"),
    ("guidance:visit_sample", "draw"),
    ("guidance:visit", "visit"),
    ("guidance:guidance_draft", None),
    ("guidance:public_", None),
    ("guidance:reply_file", "reply_file"),
    ("guidance:reply_", "reply"),
    ("counterpart-reply-", "reply"),
    ("guidance:link", None),  # its own key: who holds it may read, wherever from
    ("guidance:guidance_", "guidance"),
    ("guidance-action-effect-file", "shown"),
    ("guidance-action-", "guidance"),
    ("return-visit-", "visit"),
    ("visit-draw-", "draw"),
    ("inspection-", "inspection"),
    ("enforcement:inspection_detail", "inspection"),
    ("enforcement:inspection_act", "inspection"),
    ("enforcement:inspection_qr", "inspection"),
    ("enforcement:inspection_", None),
    ("emergency-", "emergency"),
    ("time-signal-", "signal"),
    ("enforcement:emergency_", "emergency"),
    ("enforcement:time_signal_", "signal"),
    ("enforcement:departure_", "departure"),
    ("discretion-departure-", "departure"),
    ("enforcement:interval_", "interval"),
    ("case-interval-", "interval"),
    ("coercive-measure-", "coercion"),
    ("guidance:measure_", "coercion"),
    ("guidance:means_", "means"),
    ("means-tried-", "means"),
    ("enforcement:case_", "case"),
    ("enforcement:coercion_new", "case"),
    ("enforcement:coercion_", "coercion"),
    ("enforcement:publicity_", "publication"),
    ("enforcement:yearly_report_", "report"),
    ("yearly-report-", "report"),
    ("publication-", "publication"),
    ("enforcement:remedy_", "remedy"),
    ("remedy-", "remedy"),
    ("enforcement:mediation_", "mediation"),
    ("mediation-", "mediation"),
    ("enforcement:training_", "training"),
    ("training-", "training"),
    ("enforcement:document_panel", "case"),
    ("enforcement:document_preview", "case"),
    ("enforcement:document_", "document"),
    ("document-template-", None),
    ("document-", "document"),
    ("enforcement:evidence_", "evidence"),
    ("enforcement:counterpart_", "counterpart"),
    ("enforcement:contact_", "contact"),
    ("enforcement:licence_", "licence"),
    ("case-", "case"),
    ("rule-firing-", "firing"),
    ("counterpart-risks-", "counterpart"),
    ("risk-explanations-", "explained"),
    ("riskcontrol:explanation_", "explained"),
    ("risk-moves-", "move"),
    ("counterpart-", "counterpart"),
    ("riskcontrol:counterpart_", "counterpart"),
    ("riskcontrol:self_check_detail", "self_check"),
    ("riskcontrol:self_check_qr", "self_check"),
    ("riskcontrol:self_check_photo", "check_photo"),
    ("riskcontrol:self_check_", None),  # behind a link: its own key
    ("self-checks-", "self_check"),
    ("riskcontrol:campaign_", "campaign"),
    ("self-check-campaigns-", "campaign"),
    ("riskcontrol:plan_", "plan"),
    ("risk-plans-", "plan"),
    ("leniency:case_", "case"),
    ("leniency-assessment-", "assessment"),
    ("leniency:choice_", "choice"),
    ("leniency-case-", "case"),
    ("leniency-choice-", "choice"),
)
CITY_WIDE = (
    "enforcement:rule_", "rule-",
    "enforcement:organ_", "enforcement:officer_", "enforcement:matter_", "enforcement:provision_",
    "enforcement:instrument_", "enforcement:version_", "instrument-",
    "enforcement:time_check", "enforcement:quiet_", "enforcement:local_ban_", "local-ban-", "quiet-period-",
    "time-check", "organ-", "officer-", "matter-", "provision-", "region-", "leniency:", "leniency-list-",
    "leniency-usage-",
    "leniency-entry-", "public-leniency", "public-risk", "riskcontrol:p", "risk-points-",
    "riskcontrol:catalogue_", "risk-catalogues-", "riskcontrol:explanations", "riskcontrol:moves",
    "riskcontrol:weights_", "risk-weights-", "evaluation:",
    "evaluation-", "indicator-", "guidance:guidance_draft", "account_token_revoke", "account_session_end", "job",
    "public", "desk:", "enforcement:public_", "guidance:effect", "guidance-effect-",
    "enforcement:profile_", "procedure-",
    "document-template-", "enforcement:template_",
)  # fmt: skip


def thing_of(name: str, south: South) -> Any:
    """The thing of the south that the address called ``name`` is about; raises LookupError when unknown."""
    for prefix, noun in PREFIXES:
        if name.startswith(prefix):
            return _things(south)[noun] if noun else None
    if name.startswith(CITY_WIDE) or name in OTHERS:
        return None
    raise LookupError(f"say in tests/security/addresses.py what {name} is about")


OTHERS: frozenset[str] = frozenset(
    {
        "calendar_feed",
        "deadline-reckon",
        "gateway-receipt",
        "enforcement:calculator",
        "enforcement:account_token_revoke",
    }
)


def _things(south: South) -> dict[str, Any]:
    return {
        "case": south.case,
        "firing": south.case.firings.first(),
        "coercion": south.coercion,
        "means": south.coercion.means.first(),
        "counterpart": south.counterpart,
        "guidance": south.guidance,
        "explained": south.counterpart.risk_explanations.first(),
        "move": south.counterpart.risk_moves.first(),
        "reply": south.more["reply"],
        "reply_file": south.more["reply"].files.get(),
        "visit": south.visit,
        "draw": south.more["draw"],
        "call": south.licence.calls.first(),
        "delivery": south.more["delivery"],
        "ledger": south.more["ledger"],
        "recipient": south.more["tips"].tips.first(),
        "tips": south.more["tips"],
        "way": south.more["way"],
        "faq": south.more["faq"],
        "invitation": south.more["invitation"],
        "shown": south.more["shown"],
        "effect_file": south.more["shown"].effect_files.get(),
        "document": south.document,
        "mediation": south.more["mediation"],
        "publication": south.more["publication"],
        "report": south.more["report"],
        "remedy": south.more["remedy"],
        "training": south.more["training"],
        "evidence": south.evidence,
        "departure": south.case.departures.first(),
        "interval": south.case.intervals.first(),
        "contact": south.contact,
        "self_check": south.more["self_check"],
        "check_photo": south.more["self_check"].photos.first(),
        "campaign": south.more["campaign"],
        "licence": south.licence,
        "plan": south.counterpart.risk_plans.first(),
        "emergency": south.more["emergency"],
        "inspection": south.more["inspection"],
        "signal": south.more["signal"],
        "assessment": south.case.leniency_assessments.first(),
        "choice": south.case.leniency_choices.first(),
    }


__all__ = ["Address", "LeniencyEntry", "LeniencyList", "RiskPoint", "all_addresses", "fill", "thing_of"]
