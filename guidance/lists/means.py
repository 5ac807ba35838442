"""The list of guidance that was tried before coercion (Art. 5, 10 (2))."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import text_key
from foundation.lists import Column, Kind, ListSpec
from foundation.permissions import Permission
from guidance.models import MeansTried
from guidance.vocabulary import Way

MEANS_LIST = ListSpec(
    name="means_tried",
    title=_("Milder means tried"),
    columns=(
        Column("measure", _("coercive measure"), "measure_id", build=text_key),
        Column("action", _("guidance"), "action_id", build=text_key),
        Column("number", _("number"), "action__number"),
        Column("way", _("way"), "action__way", choices=Way),
        Column("created_at", _("linked at"), kind=Kind.DATETIME, sort="created_at"),
        Column("dropped_at", _("taken back at"), kind=Kind.DATETIME),
    ),
    queryset=MeansTried.objects.all,
    default_ordering="-created_at",
    permission=Permission.COERCION_READ,
)
