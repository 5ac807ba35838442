"""Service, payments, hardship, court and the file of a case in the API (Penalty Law, Art. 61-72)."""

from __future__ import annotations

from rest_framework import serializers

from enforcement.models import (
    CourtApplication,
    Hardship,
    Instalment,
    PaperService,
    Payment,
    PerformanceDemand,
)
from enforcement.serializers.free_text import FreeText
from enforcement.vocabulary.filing_away import Piece, Shelf
from foundation.endpoints.serializers import KeyField


class PaperServiceSerializer(serializers.ModelSerializer[PaperService]):
    id = serializers.CharField(source="pk", read_only=True)
    receipt_file = KeyField(read_only=True, allow_null=True)
    recorded_by = KeyField(read_only=True)
    recipient = FreeText()
    witness = FreeText()
    trace = FreeText()
    why = FreeText()

    class Meta:
        model = PaperService
        fields = [
            "id", "paper", "means", "begun_on", "served_on", "recipient", "receipt", "witness", "consent_on", "trace",
            "why", "receipt_file", "recorded_by",
        ]  # fmt: skip


class PaymentSerializer(serializers.ModelSerializer[Payment]):
    id = serializers.CharField(source="pk", read_only=True)
    recorded_by = KeyField(read_only=True)

    class Meta:
        model = Payment
        fields = [
            "id", "amount", "paid_on", "means", "receipt_number", "ground", "recorded_by", "ashore_on", "hand_in_by",
            "handed_in_on", "hand_in_receipt", "bank_by", "banked_on", "bank_receipt",
        ]  # fmt: skip


class InstalmentSerializer(serializers.ModelSerializer[Instalment]):
    class Meta:
        model = Instalment
        fields = ["number", "due_on", "amount"]


class HardshipSerializer(serializers.ModelSerializer[Hardship]):
    id = serializers.CharField(source="pk", read_only=True)
    answered_by = KeyField(read_only=True, allow_null=True)
    reason = FreeText()
    answer = FreeText()
    instalments = InstalmentSerializer(many=True, read_only=True)

    class Meta:
        model = Hardship
        fields = [
            "id", "wish", "reason", "applied_on", "state", "answered_by", "answered_on", "answer", "instalments",
        ]  # fmt: skip


class DemandSerializer(serializers.ModelSerializer[PerformanceDemand]):
    demanded = FreeText()
    statement = FreeText()

    class Meta:
        model = PerformanceDemand
        fields = ["served_on", "until", "demanded", "statement"]


class CourtSerializer(serializers.ModelSerializer[CourtApplication]):
    applied_by = KeyField(read_only=True)
    note = FreeText()

    class Meta:
        model = CourtApplication
        fields = ["court", "applied_on", "state", "reference", "answered_on", "note", "applied_by"]


def _yuan() -> serializers.DecimalField:
    return serializers.DecimalField(max_digits=14, decimal_places=2, read_only=True)


class BalanceSerializer(serializers.Serializer[object]):
    """What is owed and paid today; payments go to the fine first."""

    fine = _yuan()
    surcharge = _yuan()
    paid = _yuan()
    open_fine = _yuan()
    open_surcharge = _yuan()
    late_days = serializers.IntegerField(read_only=True)
    next_due_on = serializers.DateField(
        source="next_due.due_on", read_only=True, allow_null=True, default=None
    )
    next_amount = serializers.DecimalField(
        source="next_due.amount",
        max_digits=14,
        decimal_places=2,
        read_only=True,
        allow_null=True,
        default=None,
    )


class CarryingOutSerializer(serializers.Serializer[object]):
    """How the decision of a case is carried out."""

    services = PaperServiceSerializer(many=True, read_only=True)
    balance = BalanceSerializer(read_only=True, allow_null=True)
    payments = PaymentSerializer(many=True, read_only=True)
    hardships = HardshipSerializer(many=True, read_only=True)
    demand = DemandSerializer(read_only=True, allow_null=True)
    court_application = CourtSerializer(read_only=True, allow_null=True)
    court_until = serializers.DateField(read_only=True, allow_null=True)


class PieceSerializer(serializers.Serializer[object]):
    """One piece of the file."""

    piece = serializers.ChoiceField(choices=Piece.choices, read_only=True)
    shelf = serializers.ChoiceField(choices=Shelf.choices, read_only=True)
    title = serializers.CharField(source="piece.label", read_only=True)
    is_needed = serializers.BooleanField(read_only=True)
    is_there = serializers.BooleanField(read_only=True)
    note = serializers.CharField(read_only=True)
