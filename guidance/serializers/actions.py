"""A guidance action in the API: the common fields, and ``detail`` in the shape of its way (Art. 8)."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from enforcement.lists.case_cells import TITLE_HIDDEN
from foundation.actors import Actor
from foundation.endpoints.serializers import KeyField, ThingSerializer
from guidance.lists.action_cells import PERSONS, addressee_of
from guidance.models import EffectFile, GuidanceAction, RectificationItem
from guidance.serializers.interviews import AppointmentShape, AttendanceShape, JointOrganShape
from guidance.serializers.links import LinkShape, told_link
from guidance.serializers.points import QuestionShape, SuggestionShape
from guidance.serializers.public_side import PublicSideShape
from guidance.vocabulary import Way

FREE_TEXT = ("title", "content", "reasons", "basis", "contact", "response_note", "effect_note", "change_wish")


class RectificationShape(serializers.ModelSerializer[RectificationItem]):
    id = serializers.CharField(source="pk", read_only=True)
    organ = KeyField(read_only=True)

    class Meta:
        model = RectificationItem
        fields = ["id", "requirement", "due_on", "organ", "rechecked_on", "recheck_result", "recheck_note"]


class EffectFileShape(serializers.ModelSerializer[EffectFile]):
    id = serializers.CharField(source="pk", read_only=True)

    class Meta:
        model = EffectFile
        fields = ["id", "original_name", "content_type", "size", "sha256"]


class GuidanceSerializer(ThingSerializer):
    """Free text may name persons: who may not read counterparts gets none of it."""

    organ, field, matter, case, counterpart, supersedes = (KeyField(read_only=True) for _n in range(6))
    drafted_by, approved_by = (KeyField(read_only=True) for _n in range(2))
    addressee = serializers.SerializerMethodField()
    implementers = serializers.SerializerMethodField()
    detail = serializers.SerializerMethodField()
    rectification_items = serializers.SerializerMethodField()
    link = serializers.SerializerMethodField()
    public_side = serializers.SerializerMethodField()
    questions = serializers.SerializerMethodField()
    suggestion_items = serializers.SerializerMethodField()
    appointments = serializers.SerializerMethodField()
    attendance = serializers.SerializerMethodField()
    joint_organs = serializers.SerializerMethodField()
    effect_document = KeyField(read_only=True)
    effect_files = serializers.SerializerMethodField()

    class Meta:
        model = GuidanceAction
        fields = [
            "number", "way", "formality", "nature", "state", "organ", "field", "matter", "case", "counterpart",
            "audience", "trigger", "applied_on", "answer_by", "title", "content", "reasons", "basis", "contact",
            "reply_by", "channel",
            "drafted_by", "drafted_at", "approved_by", "approved_at", "voluntariness_shown", "issued_at",
            "written_asked_on",
            "response", "response_note", "responded_on", "effect", "effect_note", "effect_document", "effect_files",
            "concluded_on", "supersedes",
            "change_asked_on", "change_wish", "stopped_on",
            "addressee", "appointments", "attendance", "implementers", "detail", "joint_organs",
            "rectification_items", "questions", "suggestion_items", "link", "public_side",
        ]  # fmt: skip

    def to_representation(self, action: Any) -> dict[str, Any]:
        shown: dict[str, Any] = super().to_representation(action)
        if not self._reads_persons:
            shown.update({name: str(TITLE_HIDDEN) for name in FREE_TEXT if shown[name]})
        return shown

    def get_addressee(self, action: GuidanceAction) -> str:
        return addressee_of(action, self._actor)

    def get_implementers(self, action: GuidanceAction) -> list[str]:
        return [str(row.officer_id) for row in action.officers.all()]

    @extend_schema_field(serializers.DictField())
    def get_detail(self, action: GuidanceAction) -> dict[str, Any]:
        """The columns of the way; their names and kinds are told by the way's page in the documentation."""
        names = (*action.page.drafted, *action.page.recorded)
        shown = names if self._reads_persons else [n for n in names if not _is_free_text(action, n)]
        return {name: _value_of(action.detail, name) for name in shown}

    @extend_schema_field(RectificationShape(many=True))
    def get_rectification_items(self, action: GuidanceAction) -> list[dict[str, Any]]:
        if not self._reads_persons:
            return []
        return [dict(RectificationShape(item).data) for item in action.rectification_items.all()]

    @extend_schema_field(QuestionShape(many=True))
    def get_questions(self, action: GuidanceAction) -> list[dict[str, Any]]:
        """The questions of counselling, each with its answer, from issuing on."""
        asked = action.points if action.way == Way.COUNSEL and self._reads_persons else ()
        return [dict(QuestionShape(row).data) for row in asked]

    @extend_schema_field(SuggestionShape(many=True))
    def get_suggestion_items(self, action: GuidanceAction) -> list[dict[str, Any]]:
        """The single suggestions with what became of each; silence counts as not adopted, and leads to nothing."""
        made = action.points if action.way == Way.SUGGEST and self._reads_persons else ()
        return [dict(SuggestionShape(row).data) for row in made]

    @extend_schema_field(LinkShape(allow_null=True))
    def get_link(self, action: GuidanceAction) -> dict[str, Any] | None:
        """The latest link of the counterpart; its address only for who works on the action."""
        return told_link(action, by=self._actor, at=self.context["at"])

    @extend_schema_field(PublicSideShape(allow_null=True))
    def get_public_side(self, action: GuidanceAction) -> dict[str, Any] | None:
        """How a publication was prepared and lives; null for what is addressed to one."""
        life = getattr(action, "public_life", None)
        return dict(PublicSideShape(life).data) if life is not None and self._reads_persons else None

    @extend_schema_field(AppointmentShape(many=True))
    def get_appointments(self, action: GuidanceAction) -> list[dict[str, Any]]:
        """The hours that an interview was appointed for, the first as it was announced."""
        rows = action.appointments.all() if self._shows_interview(action) else ()
        return [dict(AppointmentShape(row).data) for row in rows]

    @extend_schema_field(AttendanceShape(many=True))
    def get_attendance(self, action: GuidanceAction) -> list[dict[str, Any]]:
        rows = action.attendance.all() if self._shows_interview(action) else ()
        return [dict(AttendanceShape(row).data) for row in rows]

    @extend_schema_field(JointOrganShape(many=True))
    def get_joint_organs(self, action: GuidanceAction) -> list[dict[str, Any]]:
        """Organs that are invited to an interview, each with its answer; ``organ`` of the action leads."""
        rows = action.joint_organs if self._shows_interview(action) else ()
        return [dict(JointOrganShape(row).data) for row in rows]

    @extend_schema_field(EffectFileShape(many=True))
    def get_effect_files(self, action: GuidanceAction) -> list[dict[str, Any]]:
        rows = action.effect_files.all() if action.effect and self._reads_persons else ()
        return [dict(EffectFileShape(row).data) for row in rows]

    def _shows_interview(self, action: GuidanceAction) -> bool:
        return action.page.has_rectification and self._reads_persons

    @property
    def _actor(self) -> Actor:
        return self.context["actor"]

    @property
    def _reads_persons(self) -> bool:
        return self._actor.may(PERSONS)


def _is_free_text(action: GuidanceAction, name: str) -> bool:
    column: Any = action.detail._meta.get_field(name)
    return column.get_internal_type() in ("CharField", "JSONField", "TextField") and not column.choices


def _value_of(row: Any, name: str) -> Any:
    column = row._meta.get_field(name)
    value = getattr(row, column.attname)
    return str(value) if column.is_relation and value is not None else value
