"""Rules in the API, with where they bite, and their firing (Art. 5, 6)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from enforcement.models import Rule, RuleFiring, RuleParameter
from enforcement.reports.firings import counts_of
from enforcement.reports.rulebook import entry_of
from enforcement.vocabulary import FiringOutcome
from foundation.endpoints.serializers import KeyField, MaskedField, ThingSerializer
from foundation.permissions import Permission

TEXT_HIDDEN: Any = _("(hidden: it may name persons)")


class RuleParameterSerializer(serializers.ModelSerializer[RuleParameter]):
    class Meta:
        model = RuleParameter
        fields = ("name", "label_zh", "label_en", "value", "unit", "is_local")


class CountsShape(serializers.Serializer[Any]):
    """How often the rule fired in the last twelve months, in the caller's reach."""

    refused = serializers.IntegerField()
    warned = serializers.IntegerField()
    overridden = serializers.IntegerField()


class RuleSerializer(ThingSerializer):
    parameters = RuleParameterSerializer(many=True, read_only=True)
    bites_in = serializers.SerializerMethodField()
    proven_by = serializers.SerializerMethodField()
    fired = serializers.SerializerMethodField()

    class Meta:
        model = Rule
        fields = ("code", "area", "kind", "second_kind", "article", "basis", "mark", "title_zh", "title_en",
                  "condition_zh", "condition_en", "consequence_zh", "consequence_en", "citation_zh",
                  "citation_en", "effective_from", "note_zh", "note_en", "laid_down_on", "parameters",
                  "bites_in", "proven_by", "fired")  # fmt: skip

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_bites_in(self, rule: Rule) -> list[str]:
        entry = entry_of(rule.code)
        return [*entry.transitions, *entry.functions]

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_proven_by(self, rule: Rule) -> list[str]:
        return list(entry_of(rule.code).tests)

    @extend_schema_field(CountsShape(allow_null=True))
    def get_fired(self, rule: Rule) -> dict[str, int] | None:
        """Nothing for who reads no cases."""
        actor = self.context["actor"]
        if not actor.may(Permission.CASE_READ):
            return None
        counted = counts_of(rule.code, actor=actor, at=self.context["at"])
        return {outcome.value: counted[outcome.value] for outcome in FiringOutcome}


class RuleFiringSerializer(ThingSerializer):
    """One rule in one attempt; ``attempt`` is shared by the rules that fired together."""

    case = KeyField(read_only=True)
    organ = KeyField(read_only=True)
    officer = KeyField(read_only=True)
    text = MaskedField(Permission.COUNTERPART_READ, lambda _text: str(TEXT_HIDDEN))

    class Meta:
        model = RuleFiring
        fields = ("rule_code", "act", "outcome", "severity", "reason", "text", "facts", "attempt", "case",
                  "organ", "officer", "fired_at")  # fmt: skip
