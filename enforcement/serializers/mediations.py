"""A mediation in the API, with parties, mediators and sessions (Art. 7)."""

from __future__ import annotations

from rest_framework import serializers

from enforcement.models import Mediation, MediationParty, MediationSession, Mediator
from foundation.endpoints.serializers import KeyField, ThingSerializer


class MediationPartySerializer(serializers.ModelSerializer[MediationParty]):
    counterpart = KeyField(read_only=True)
    name = serializers.CharField(source="shown_name", read_only=True)

    class Meta:
        model = MediationParty
        fields = ["role", "counterpart", "name", "consented_on"]


class MediatorSerializer(serializers.ModelSerializer[Mediator]):
    officer = KeyField(read_only=True)
    name = serializers.CharField(source="officer.name", read_only=True)

    class Meta:
        model = Mediator
        fields = ["officer", "name"]


class MediationSessionSerializer(serializers.ModelSerializer[MediationSession]):
    class Meta:
        model = MediationSession
        fields = ["held_on", "place", "minutes"]


class MediationSerializer(ThingSerializer):
    organ = KeyField(read_only=True)
    field = KeyField(read_only=True)
    case = KeyField(read_only=True)
    parties = MediationPartySerializer(many=True, read_only=True)
    mediators = MediatorSerializer(many=True, read_only=True)
    sessions = MediationSessionSerializer(many=True, read_only=True)

    class Meta:
        model = Mediation
        fields = [
            "number", "title", "kind", "state", "field", "case", "organ", "dispute", "applied_on", "begun_on",
            "ended_on", "agreement", "perform_by", "performed_on", "performance_note", "parties", "mediators",
            "sessions",
        ]  # fmt: skip
