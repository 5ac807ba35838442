"""Every address leads through the base classes, which ask who comes and what is in reach (Art. 4)."""

from __future__ import annotations

import ast
from typing import Any

import pytest
from django.urls import get_resolver
from rest_framework.views import APIView

from foundation.endpoints.resource import Resource
from foundation.pages import Page
from tests.architecture.sources import called, in_rooms, name_of, tree_of

OTHER_DOORS = {"healthz", "readyz", "set_language", "api_schema", "api_docs"}
FOR_EVERYBODY_SIGNED_IN = {
    "account", "account_calendar", "account_calendar_end",
    "account_device_remove", "account_password", "account_recovery_codes", "account_second_factor",
    "account_session_end", "account_sessions_end", "account_token_revoke", "notice",
    "notifications", "search", "system", "today",
}  # fmt: skip
DOORS = ("views", "api", "admin", "forms", "serializers")
SCOPED = {"visible_to", "workable_by"}
PUBLISHED = {"none", "published", "in_force", "open_to_comment", "taken_back"}
GIVES_THE_MACHINERY_ITS_ROWS = {"rows", "risk_rows"}


def views() -> dict[str, Any]:
    """The class, or else the function, behind every name outside the administration site."""
    found: dict[str, Any] = {}

    def walk(patterns: Any) -> None:
        for pattern in patterns:
            if getattr(pattern, "namespace", None) == "admin":
                continue
            if hasattr(pattern, "url_patterns"):
                walk(pattern.url_patterns)
                continue
            view = pattern.callback
            found[pattern.name] = getattr(view, "view_class", getattr(view, "cls", view))

    walk(get_resolver().url_patterns)
    return found


VIEWS = views()


def is_of_the_house(view: Any) -> bool:
    return isinstance(view, type) and issubclass(view, (Page, Resource))


def asks_for(view: Any) -> Any:
    """The permission of a page or of its list."""
    return view.permission or getattr(getattr(view, "spec", None), "permission", None)


def test_every_address_has_a_name() -> None:
    assert [view for name, view in VIEWS.items() if not name] == []


def test_every_view_descends_from_a_page_or_a_resource() -> None:
    assert {name for name, view in VIEWS.items() if not is_of_the_house(view)} == OTHER_DOORS


def test_every_view_asks_for_a_permission_or_says_why_not() -> None:
    open_to_all = {n for n, v in VIEWS.items() if is_of_the_house(v) and not v.public and asks_for(v) is None}
    assert open_to_all == FOR_EVERYBODY_SIGNED_IN


def test_the_api_knows_nobody_by_another_way() -> None:
    """An endpoint that names its own authentication or rights would stand beside the wall."""
    others = [v for n, v in VIEWS.items() if n not in OTHER_DOORS and issubclass(v, APIView)]
    own = [v for v in others if {"authentication_classes", "permission_classes"} & set(vars(v))]
    assert [v.__name__ for v in own if not getattr(v, "public", False)] == []


class TestRowsAtTheDoors:
    """Rows that somebody's scope divides are asked for as that person sees them."""

    def test_are_asked_for_in_somebodys_name(self) -> None:
        found = [place for path in in_rooms(*DOORS) for place in _unscoped(path)]
        assert found == []

    @pytest.mark.parametrize(
        ("source", "bare"),
        [
            ("class P:\n def get(self): return Case.objects.filter(pk=1)", True),
            ("class P:\n def get(self): return Case.objects.visible_to(self.actor).filter(pk=1)", False),
            ("class P:\n def rows(self): return Case.objects.select_related('x')", False),
            ("class P:\n def get(self): return Matter.objects.all()", False),
        ],
    )
    def test_are_told_apart(self, source: str, bare: bool) -> None:
        assert bool(list(_bare_chains(ast.parse(source)))) is bare


DIVIDED = {
    "Appointment", "AssessmentResult", "Attendance", "BandDeparture", "CandidateScore", "Case", "CaseFinding",
    "CaseInterval", "CasePerson", "Circumstances", "CoerciveExecution", "CoerciveMeasure", "Contact", "CorrectionCheck",
    "Counterpart", "CounselQuestion", "CounterpartLink", "CounterpartReply", "CounterpartRisk", "CourtApplication",
    "CrimeReferral", "CustodyStep", "Decision", "Delivery", "Discussion", "DiscussionMember", "Document",
    "DocumentFile", "EffectFile",
    "EducationRecord", "EmergencyOverride", "Evidence", "ExpiryCall", "ExpiryRule", "FaqEntry", "FilingCheck",
    "GuidanceAction", "Hardship", "Hearing", "Inspection", "InspectionMatter", "InspectionOfficer",
    "InspectionRating", "Instalment", "InterviewAttendance",
    "InterviewInvitation", "LedgerRow", "LegalReview", "LeniencyAssessment", "LeniencyChoice",
    "Licence", "MeansTried", "Mediation", "MediationParty", "MediationSession", "Mediator", "MonitoringRecord",
    "NonFiling", "Notice", "Notification", "OtherField", "OffListWaiver", "OtherWay", "PaperService", "Payment",
    "PerformanceDemand", "Preservation", "ProcessRecord", "PublicComment", "PublicEdition", "PublicLife",
    "Promise", "Publication", "RectificationItem", "Recusal", "Remedy", "ReplyAnswer", "ReplyFile", "ReturnVisit",
    "ReviewRequest", "RiskHistory", "RiskExplanation", "RiskMove", "RuleFiring", "SameParty", "SeizedItem", "Showing",
    "SuggestionItem", "TestingTime",
    "SelfCheck", "SelfCheckAnswer", "SelfCheckCorrection", "SelfCheckPhoto", "Campaign",
    "TimeSignal", "TipBatch", "TipRecipient", "TrainingSession", "VisitSample", "YearlyReport",
    "RevisitNotice", "RiskPlan",
}  # fmt: skip
KNOWN_TO_BE_IN_REACH = {
    "enforcement/forms/inspections.py": "which visits of a firm can be joined is asked of the service",
    "enforcement/api/evidence_upload.py": "the case was found in the caller's scope before",
    "riskcontrol/views/explanation.py": "the counterpart was found in the reader's scope before",
    "leniency/forms/choosing.py": "the form's case was found in the officer's scope before",
    "leniency/forms/assessing.py": "the form's case was found in the officer's scope before",
    "leniency/views/cases.py": "the page's case was found in the reader's scope before",
}


def _unscoped(path: Any) -> list[str]:
    if name_of(path) in KNOWN_TO_BE_IN_REACH:
        return []
    return [f"{name_of(path)}:{line}" for line in _bare_chains(tree_of(path))]


def _bare_chains(tree: ast.Module) -> list[int]:
    lines: list[int] = []

    def visit(node: ast.AST, function: str, chain: frozenset[str]) -> None:
        if isinstance(node, ast.FunctionDef):
            function = node.name
        if isinstance(node, ast.Call):
            chain = chain | {called(node)}
        elif not isinstance(node, ast.Attribute):
            chain = frozenset()
        divided = _is_manager_of_divided_rows(node) and function not in GIVES_THE_MACHINERY_ITS_ROWS
        if divided and not chain & (SCOPED | PUBLISHED):
            lines.append(node.lineno)  # type: ignore[attr-defined]
        for child in ast.iter_child_nodes(node):
            is_the_caller = isinstance(node, ast.Call) and child is node.func
            visit(child, function, chain if is_the_caller or isinstance(node, ast.Attribute) else frozenset())

    visit(tree, "", frozenset())
    return lines


def _is_manager_of_divided_rows(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and node.attr in {"objects", "_base_manager", "_default_manager"}
        and isinstance(node.value, ast.Name)
        and node.value.id in DIVIDED
    )
