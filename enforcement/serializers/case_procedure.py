"""The steps beside the decision in the API: recusals, registrations, records, hearing, discussion (Art. 6)."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from enforcement.models import (
    CrimeReferral,
    CustodyStep,
    Discussion,
    FilingCheck,
    Hearing,
    MonitoringRecord,
    NonFiling,
    Preservation,
    ProcessRecord,
    Recusal,
    ReviewRequest,
)
from enforcement.serializers.departures import DepartureShape
from enforcement.serializers.free_text import FreeText
from foundation.endpoints.serializers import KeyField


class FilingCheckSerializer(serializers.ModelSerializer[FilingCheck]):
    basis = FreeText()
    assistance = FreeText()

    class Meta:
        model = FilingCheck
        fields = [
            "basis", "is_punishable", "in_jurisdiction", "within_limitation", "in_area", "assistance",
        ]  # fmt: skip


class NonFilingSerializer(serializers.ModelSerializer[NonFiling]):
    decided_by = KeyField(read_only=True)
    reason = FreeText()
    education = FreeText()

    class Meta:
        model = NonFiling
        fields = ["ground", "reason", "education", "decided_by"]


class RecusalSerializer(serializers.ModelSerializer[Recusal]):
    id = serializers.CharField(source="pk", read_only=True)
    officer = KeyField(read_only=True)
    decided_by = KeyField(read_only=True, allow_null=True)
    reason = FreeText()
    answer = FreeText()

    class Meta:
        model = Recusal
        fields = [
            "id", "officer", "applicant", "ground", "reason", "applied_on", "state", "body", "decided_by",
            "decided_on", "answer",
        ]  # fmt: skip


class PreservationSerializer(serializers.ModelSerializer[Preservation]):
    id = serializers.CharField(source="pk", read_only=True)
    proposed_by = KeyField(read_only=True)
    approved_by = KeyField(read_only=True, allow_null=True)
    items = FreeText()
    place = FreeText()
    reason = FreeText()
    note = FreeText()

    class Meta:
        model = Preservation
        fields = [
            "id", "items", "place", "reason", "state", "proposed_by", "proposed_on", "approved_by",
            "approved_on", "decide_by", "ended_on", "ending", "note",
        ]  # fmt: skip


class ProcessRecordSerializer(serializers.ModelSerializer[ProcessRecord]):
    id = serializers.CharField(source="pk", read_only=True)
    evidence = KeyField(read_only=True, allow_null=True)
    recorded_by = KeyField(read_only=True)
    title = FreeText()
    witness = FreeText()

    class Meta:
        model = ProcessRecord
        fields = [
            "id", "phase", "medium", "kind", "title", "made_at", "uploaded_at", "has_gap", "gap_reason",
            "shows_both_sides", "signature", "witness", "evidence", "recorded_by",
        ]  # fmt: skip


class CoverSerializer(serializers.Serializer[Any]):
    """What a phase of the case has on record, and what it lacks."""

    phase = serializers.CharField()
    reached = serializers.BooleanField()
    has_text = serializers.BooleanField()
    has_recording = serializers.BooleanField()
    needs_recording = serializers.BooleanField()


class CustodySerializer(serializers.ModelSerializer[CustodyStep]):
    evidence = KeyField(read_only=True)
    officer = KeyField(read_only=True)
    receiver = FreeText()
    place = FreeText()
    remark = FreeText()

    class Meta:
        model = CustodyStep
        fields = ["evidence", "kind", "happened_at", "officer", "receiver", "place", "remark"]


class MonitoringSerializer(serializers.ModelSerializer[MonitoringRecord]):
    evidence = KeyField(read_only=True)
    device = FreeText()
    place = FreeText()

    class Meta:
        model = MonitoringRecord
        fields = [
            "evidence", "device", "place", "legal_review_on", "technical_review_on", "published_on",
            "reviewed_on", "party_told_on",
        ]  # fmt: skip


class HearingSerializer(serializers.ModelSerializer[Hearing]):
    presider = KeyField(read_only=True, allow_null=True)
    request = FreeText()
    record = FreeText()
    opinion = FreeText()
    witness = FreeText()

    class Meta:
        model = Hearing
        fields = [
            "state", "requested_on", "request", "notice_on", "held_at", "place", "presider", "is_public",
            "closed_reason", "record", "signature", "witness", "opinion", "ended_on",
        ]  # fmt: skip


class ReviewRequestSerializer(serializers.ModelSerializer[ReviewRequest]):
    asked_by = KeyField(read_only=True)
    note = FreeText()

    class Meta:
        model = ReviewRequest
        fields = ["asked_by", "asked_on", "due_on", "note", "answered_on"]


class DiscussionSerializer(serializers.ModelSerializer[Discussion]):
    chair = KeyField(read_only=True)
    members = serializers.SerializerMethodField()
    opinions = FreeText()
    conclusion = FreeText()

    class Meta:
        model = Discussion
        fields = ["held_on", "chair", "members", "opinions", "conclusion"]

    def get_members(self, discussion: Discussion) -> list[str]:
        return [str(m.officer_id) for m in discussion.members.all()]


class CrimeReferralSerializer(serializers.ModelSerializer[CrimeReferral]):
    facts_suspected = FreeText()
    answer_note = FreeText()
    came_back_as = KeyField(read_only=True, allow_null=True)

    class Meta:
        model = CrimeReferral
        fields = [
            "suspected_on", "facts_suspected", "body", "sent_on", "received_on", "receipt_number", "ask_by",
            "answer", "answered_on", "answer_note", "came_back_as",
        ]  # fmt: skip


class ProcedureSerializer(serializers.Serializer[Any]):
    """Everything beside the main course of one case; what does not exist is null or empty."""

    filing_check = FilingCheckSerializer(allow_null=True)
    non_filing = NonFilingSerializer(allow_null=True)
    recusals = RecusalSerializer(many=True)
    preservations = PreservationSerializer(many=True)
    process_records = ProcessRecordSerializer(many=True)
    coverage = CoverSerializer(many=True)
    custody = CustodySerializer(many=True)
    monitoring = MonitoringSerializer(many=True)
    hearing = HearingSerializer(allow_null=True)
    review_requests = ReviewRequestSerializer(many=True)
    discussion = DiscussionSerializer(allow_null=True)
    crime_referral = CrimeReferralSerializer(allow_null=True)
    departures = DepartureShape(many=True)
