"""A case in the API, with what belongs to it; free text only to who may read counterparts (Art. 4, 6)."""

from __future__ import annotations

from rest_framework import serializers

from enforcement.lists.case_cells import masked_counterpart
from enforcement.models import Case, CasePerson, Circumstances, Decision, LegalReview, Notice
from enforcement.serializers.free_text import FreeText, reads_persons
from foundation.endpoints.serializers import KeyField, ThingSerializer


class PersonSerializer(serializers.ModelSerializer[CasePerson]):
    officer = KeyField(read_only=True)
    name = serializers.CharField(source="officer.name", read_only=True)

    class Meta:
        model = CasePerson
        fields = ["officer", "name", "role"]


class CircumstancesSerializer(serializers.ModelSerializer[Circumstances]):
    """Empty means not known yet, never no."""

    other_ground = FreeText()

    class Meta:
        model = Circumstances
        fields = [
            "gravity", "harm", "fault", "no_fault_proven", "correct_by", "corrected_on", "corrected_when",
            "refuses_correction", "found_by_self", "endangers_safety", "life_health_or_finance", "continuing",
            "amount", "goods_value", "unlawful_gain", "refunded", "area", "quantity", "days_late", "party_age",
            "capacity", "removed_harm", "was_coerced", "confessed", "has_merit", "other_ground", "obstructed",
            "exploited_emergency", "endangered_minors", "forged_evidence",
        ]  # fmt: skip


class NoticeSerializer(serializers.ModelSerializer[Notice]):
    content = FreeText()
    defence = FreeText()
    defence_answer = FreeText()

    class Meta:
        model = Notice
        fields = [
            "number", "served_on", "defence_until", "rights_told", "intended_fine", "intended_kind",
            "hearing_told", "hearing_until", "is_waived",
            "content", "defence", "defence_answer",
        ]  # fmt: skip


class ReviewSerializer(serializers.ModelSerializer[LegalReview]):
    reviewer = KeyField(read_only=True)
    text = FreeText()

    class Meta:
        model = LegalReview
        fields = ["reviewer", "opinion", "text", "reviewed_at"]


class DecisionSerializer(serializers.ModelSerializer[Decision]):
    decided_by = KeyField(read_only=True)
    reasons = FreeText()
    correction_order = FreeText()
    education = FreeText()

    class Meta:
        model = Decision
        fields = [
            "number", "outcome", "penalty_kind", "fine", "tier", "reasons", "correction_order", "education",
            "performance", "remedies", "transferred_to", "decided_by", "decided_on", "serve_by", "served_on",
            "correct_by", "educate_by", "carry_out_by", "court_until", "file_by", "handed_in_on",
        ]  # fmt: skip


class CaseSerializer(ThingSerializer):
    title = FreeText()
    place = FreeText()
    facts_found = FreeText()
    flag_reason = FreeText()
    counterpart = KeyField(read_only=True)
    counterpart_name = serializers.SerializerMethodField()
    matter = KeyField(read_only=True)
    matter_name = serializers.CharField(source="matter.name", read_only=True)
    organ = KeyField(read_only=True)
    organ_name = serializers.CharField(source="organ.name", read_only=True)
    people = PersonSerializer(many=True, read_only=True)
    circumstances = CircumstancesSerializer(read_only=True)
    notice = NoticeSerializer(read_only=True, allow_null=True, default=None)
    reviews = ReviewSerializer(many=True, read_only=True)
    decision = DecisionSerializer(read_only=True, allow_null=True, default=None)

    class Meta:
        model = Case
        fields = [
            "number", "clue_number", "title", "state", "outcome", "source", "procedure", "counterpart",
            "counterpart_name", "matter", "matter_name", "organ", "organ_name", "place", "facts_found",
            "occurred_on", "ended_on", "discovered_on", "opened_at", "filed_on", "certificates_shown_on",
            "deadline_on", "decided_on", "carried_out_on", "closed_on", "is_major", "is_complex",
            "has_social_impact", "flag_reason", "people", "circumstances", "notice", "reviews", "decision",
        ]  # fmt: skip

    def get_counterpart_name(self, case: Case) -> str:
        party = case.counterpart
        return party.name if reads_persons(self.context) else masked_counterpart((party.name, party.kind))[0]
