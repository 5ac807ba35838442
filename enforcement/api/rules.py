"""The resources of rules and of their firing (Art. 5, 6)."""

from __future__ import annotations

from typing import Any

from enforcement.forms.rules import RULE_ACTS
from enforcement.lists.rules import FIRING_LIST, RULE_LIST
from enforcement.models import Rule
from enforcement.serializers.rules import RuleFiringSerializer, RuleSerializer
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission


class RuleResource(Resource):
    """Rules of law: words, source, parameters, where they bite and which test proves them."""

    permission = Permission.MATTER_READ
    spec = RULE_LIST
    serializer_class = RuleSerializer
    acts = RULE_ACTS
    basename = "rule"

    def rows(self) -> Any:
        return Rule.objects.prefetch_related("parameters")


class RuleFiringResource(Resource):
    """Every refusal by rule and every warning that was passed over, in the caller's reach."""

    permission = Permission.CASE_READ
    spec = FIRING_LIST
    serializer_class = RuleFiringSerializer
    basename = "rule-firing"
