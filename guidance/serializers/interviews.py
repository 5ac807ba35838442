"""Appointments of an interview and who came, in the API (Art. 8 (7))."""

from __future__ import annotations

from rest_framework import serializers

from guidance.models import Appointment, InterviewAttendance


class AppointmentShape(serializers.ModelSerializer[Appointment]):
    id = serializers.CharField(source="pk", read_only=True)

    class Meta:
        model = Appointment
        fields = ["id", "invited_for", "place", "reason", "outcome", "note"]


class AttendanceShape(serializers.ModelSerializer[InterviewAttendance]):
    id = serializers.CharField(source="pk", read_only=True)

    class Meta:
        model = InterviewAttendance
        fields = ["id", "name", "capacity", "signature", "note"]
