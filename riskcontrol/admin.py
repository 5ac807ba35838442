"""Administration of risk points, through the same services as everywhere (Art. 9)."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from foundation.acts import Act
from foundation.admin import ServiceAdmin, ServiceInline
from foundation.admin.forms import VERSION, ServiceForm
from foundation.permissions import Permission
from riskcontrol.forms.catalogues import HAND_OVER
from riskcontrol.forms.points import DRAFT_POINT, EDIT_POINT, DescriptionForm, DraftForm
from riskcontrol.forms.weights import DRAFT_WEIGHTS, EDIT_WEIGHTS, WeightsForm
from riskcontrol.models import PointEdition, RiskCatalogue, RiskCause, RiskMeasure, RiskPoint, WeightSet
from riskcontrol.rules.scoring import ORDER
from riskcontrol.rules.weights import name_of
from riskcontrol.services.parts import add_cause, add_measure

READ, EDIT = Permission.RISK_READ, Permission.RISK_EDIT
_CHOSEN = DescriptionForm.base_fields


class PointForm(ServiceForm):
    season_months = _CHOSEN["season_months"]
    industries = _CHOSEN["industries"]
    kinds = _CHOSEN["kinds"]
    licences = _CHOSEN["licences"]
    ways = _CHOSEN["ways"]
    level = DraftForm.base_fields["level"]


class CauseInline(ServiceInline):
    model = RiskCause
    view_permission = READ
    create = Act("add_cause", add_cause, permission=EDIT)


class MeasureInline(ServiceInline):
    model = RiskMeasure
    view_permission = READ
    create = Act("add_measure", add_measure, permission=EDIT)


@admin.register(RiskPoint)
class RiskPointAdmin(ServiceAdmin):
    form = PointForm
    view_permission = READ
    create = DRAFT_POINT
    edit = EDIT_POINT
    list_display = ("code", "name_zh", "field", "level", "level_source", "state", "review_due_on")
    list_filter = ("field", "level", "state", "is_sample")
    list_select_related = ("field",)
    search_fields = ("code", "name_zh", "name_en")
    inlines = [CauseInline, MeasureInline]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Code, field and level are set when it is drafted; the level has acts of its own afterwards."""
        described = [name for name in _CHOSEN if name not in (VERSION, "submission_key")]
        if obj is None:
            return ["code", "field", "level", "level_reason", *described]
        return [*described, VERSION] if self.has_change_permission(request, obj) else described


@admin.register(RiskCatalogue)
class RiskCatalogueAdmin(ServiceAdmin):
    """A catalogue begins with the first risk point of its field; here it is handed over."""

    view_permission = READ
    edit = HAND_OVER
    fields = ("keeper",)
    list_display = ("field", "keeper", "counted_on", "revised_on")
    list_select_related = ("field", "keeper")
    search_fields = ("field__name_zh", "field__name_en")


@admin.register(PointEdition)
class PointEditionAdmin(ServiceAdmin):
    """What was published is read, never edited."""

    view_permission = READ
    list_display = ("code", "name_zh", "number", "cause", "level", "published_on", "ended_on")
    list_filter = ("field", "cause", "level")
    search_fields = ("code", "name_zh", "name_en")


class WeightSetForm(ServiceForm):
    """A field for each input there is; ``WeightSet`` itself keeps them in one column."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            for code, points in self.instance.weights.items():
                self.initial.setdefault(name_of(code), points)


WeightSetForm.base_fields.update({name_of(code): WeightsForm.base_fields[name_of(code)] for code in ORDER})
WeightSetForm.declared_fields.update(WeightSetForm.base_fields)


@admin.register(WeightSet)
class WeightSetAdmin(ServiceAdmin):
    """Whom a draft would move is shown on its page of the house: “View on site”."""

    form = WeightSetForm
    view_permission = READ
    create = DRAFT_WEIGHTS
    edit = EDIT_WEIGHTS
    list_display = ("number", "state", "begins_on", "from_medium", "from_high", "approved_by")
    list_filter = ("state",)
    list_select_related = ("approved_by",)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        told = ["reason", "begins_on", "from_medium", "from_high"]
        if obj is not None and not self.has_change_permission(request, obj):
            return ["number", "state", *told, "weights", "approved_by", "approved_on"]
        return [*told, *(name_of(code) for code in ORDER), *([VERSION] if obj is not None else [])]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or obj.is_draft)
