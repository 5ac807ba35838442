"""A counterpart in the API: identity numbers, private addresses and phones always masked (Art. 6)."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from rest_framework import serializers

from enforcement.models import Contact, Counterpart, Licence
from foundation.endpoints.serializers import KeyField, ThingSerializer


class ContactSerializer(serializers.ModelSerializer[Contact]):
    id = serializers.CharField(source="pk", read_only=True)
    phone = serializers.CharField(source="masked_phone", read_only=True)

    class Meta:
        model = Contact
        fields = ("id", "name", "post", "phone")


class LicenceSerializer(serializers.ModelSerializer[Licence]):
    id = serializers.CharField(source="pk", read_only=True)
    days_left = serializers.SerializerMethodField()

    class Meta:
        model = Licence
        fields = ("id", "name", "number", "issued_on", "expires_on", "state", "days_left")

    def get_days_left(self, licence: Licence) -> int | None:
        return licence.days_left(timezone.localdate(self.context["at"]))


class CounterpartSerializer(ThingSerializer):
    identifier = serializers.CharField(source="shown_identifier", read_only=True)
    address = serializers.CharField(source="masked_address", read_only=True)
    region = KeyField(read_only=True)
    organ = KeyField(read_only=True)
    contacts = ContactSerializer(many=True, read_only=True)
    licences = LicenceSerializer(many=True, read_only=True)

    class Meta:
        model = Counterpart
        fields = ("kind", "name", "identifier", "industry", "region", "organ", "address",
                  "legal_representative", "is_demonstration", "contacts", "licences")  # fmt: skip


class FindingSerializer(serializers.Serializer[Any]):
    """What is asked for a search by the whole number."""

    identifier = serializers.CharField(max_length=40)


class NameSerializer(serializers.Serializer[Any]):
    """What is asked for possible duplicates."""

    name = serializers.CharField(max_length=200)
    region = serializers.CharField(required=False, max_length=18)
    legal_representative = serializers.CharField(required=False, allow_blank=True, max_length=80)


class DuplicateSerializer(serializers.Serializer[Any]):
    """A likely duplicate with its points out of a hundred, each explained."""

    id = serializers.CharField(source="counterpart.pk")
    name = serializers.CharField(source="counterpart.name")
    score = serializers.IntegerField(source="likeness.score")
    reasons = serializers.ListField(source="likeness.reasons", child=serializers.CharField())


class RevealedContactSerializer(serializers.Serializer[Any]):
    name = serializers.CharField()
    phone = serializers.CharField()
    email = serializers.CharField()


class RevealedSerializer(serializers.Serializer[Any]):
    """Personal data in full, for a recorded reason."""

    identifier = serializers.CharField()
    address = serializers.CharField()
    contacts = RevealedContactSerializer(many=True, source="contacts.all")
