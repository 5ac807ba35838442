"""The catalogues of risk points, one a field (Art. 9)."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, F, IntegerField, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import either_name, text_key
from foundation.lists import Column, Kind, ListSpec
from foundation.permissions import Permission
from riskcontrol.models import RiskCatalogue, RiskPoint
from riskcontrol.vocabulary import IN_WORK


def counted_catalogues() -> QuerySet[Any]:
    """Catalogues with their numbers of risk points, and the day of the next open review."""
    points = RiskPoint.objects.filter(field=OuterRef("field")).order_by().values("field")

    def number(rows: QuerySet[Any]) -> Coalesce:
        return Coalesce(Subquery(rows.annotate(n=Count("pk")).values("n")), 0, output_field=IntegerField())

    return RiskCatalogue.objects.annotate(
        points=number(points),
        in_work=number(points.filter(state__in=IN_WORK)),
        field_code=F("field__code"),
        due_on=Min("reviews__due_on", filter=Q(reviews__concluded_on=None)),
    )


CATALOGUE_LIST = ListSpec(
    name="risk-catalogues",
    title=_("Catalogues of risk points"),
    columns=(
        Column("field", _("field"), ("field__name_zh", "field__name_en"), Kind.LINK, build=either_name,
               sort="field_code"),
        Column("field_id", _("field"), build=text_key, page=False, export=False),
        Column("keeper", _("kept by"), ("keeper__name_zh", "keeper__name_en"), build=either_name),
        Column("points", _("risk points"), kind=Kind.NUMBER),
        Column("in_work", _("worked on"), kind=Kind.NUMBER),
        Column("counted_on", _("figures of"), kind=Kind.DATE),
        Column("revised_on", _("last revised on"), kind=Kind.DATE),
        Column("due_on", _("review to be concluded by"), kind=Kind.DEADLINE),
    ),
    queryset=counted_catalogues,
    default_ordering="field",
    permission=Permission.RISK_READ,
    row_url="riskcontrol:catalogue_detail",
)  # fmt: skip
