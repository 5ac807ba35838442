"""Addresses of rules and of their firing."""

from __future__ import annotations

from typing import Any

from django.urls import include, path
from rest_framework.routers import SimpleRouter

from enforcement.api.rules import RuleFiringResource, RuleResource
from enforcement.views import rules

urlpatterns: list[Any] = [
    path("rules/", rules.RuleList.as_view(), name="rule_list"),
    path("rules/fired/", rules.FiringList.as_view(), name="rule_firings"),
    path("rules/<int:pk>/", rules.RuleDetail.as_view(), name="rule_detail"),
    path("rules/<int:pk>/do/<slug:act>/", rules.RuleAct.as_view(), name="rule_act"),
    path("cases/<int:pk>/rules/", rules.CaseRulesPanel.as_view(), name="case_rules"),
]

router = SimpleRouter()
router.register("rules", RuleResource, basename="rule")
router.register("rule-firings", RuleFiringResource, basename="rule-firing")
api_urlpatterns: list[Any] = [path("", include(router.urls))]
