"""A delivery in the API, and what a gateway reports (Art. 8 (3))."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from foundation.endpoints.serializers import KeyField, ThingSerializer
from foundation.permissions import Permission
from guidance.lists.deliveries import hidden_name
from guidance.models import Delivery
from guidance.vocabulary import ReceiptStatus

PERSONS = Permission.COUNTERPART_READ


class DeliverySerializer(ThingSerializer):
    """Addresses are masked for everybody; names and answers for who may not read counterparts."""

    action, organ = (KeyField(read_only=True) for _n in range(2))
    number = serializers.CharField(source="action.number", read_only=True)
    recipient = serializers.SerializerMethodField()
    address = serializers.SerializerMethodField()
    answer = serializers.SerializerMethodField()

    class Meta:
        model = Delivery
        fields = [
            "action", "number", "organ", "channel", "recipient", "address", "key", "state", "tries", "next_at",
            "sent_at", "delivered_at", "read_at", "answer",
        ]  # fmt: skip

    def get_recipient(self, delivery: Delivery) -> str:
        return delivery.recipient if self._reads else hidden_name(delivery.recipient)

    def get_address(self, delivery: Delivery) -> str:
        return delivery.masked_address if self._reads else ""

    def get_answer(self, delivery: Delivery) -> str:
        return delivery.answer if self._reads else ""

    @property
    def _reads(self) -> bool:
        return bool(self.context["actor"].may(PERSONS))


class ReceiptSerializer(serializers.Serializer[Any]):
    event = serializers.UUIDField(help_text="The key of the message, as it was sent.")
    status = serializers.ChoiceField(ReceiptStatus.choices)
    detail = serializers.CharField(required=False, allow_blank=True, max_length=300)
