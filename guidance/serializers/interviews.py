"""Appointments of an interview and who came, in the API (Art. 8 (7))."""

from __future__ import annotations

from rest_framework import serializers

from foundation.endpoints.serializers import KeyField
from guidance.models import Appointment, InterviewAttendance, InterviewInvitation


class JointOrganShape(serializers.ModelSerializer[InterviewInvitation]):
    """An organ that is invited to hold the interview together with the one that leads it."""

    id = serializers.CharField(source="pk", read_only=True)
    organ, officer = (KeyField(read_only=True) for _n in range(2))

    class Meta:
        model = InterviewInvitation
        fields = ["id", "organ", "state", "officer", "task", "note"]


class AppointmentShape(serializers.ModelSerializer[Appointment]):
    id = serializers.CharField(source="pk", read_only=True)

    class Meta:
        model = Appointment
        fields = ["id", "invited_for", "place", "reason", "outcome", "note"]


class AttendanceShape(serializers.ModelSerializer[InterviewAttendance]):
    id = serializers.CharField(source="pk", read_only=True)
    organ = KeyField(read_only=True)

    class Meta:
        model = InterviewAttendance
        fields = ["id", "name", "capacity", "signature", "note", "organ"]
