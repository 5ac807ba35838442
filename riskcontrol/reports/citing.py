"""The risk points whose matter cites a provision, as the page of a law names them (Art. 9)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.reports.citing import MOST, TO_CHECK, Citing
from foundation.actors import Actor
from riskcontrol.models import RiskPoint
from riskcontrol.models.content import in_language


def points_citing(provisions: Collection[int], actor: Actor) -> Iterator[Citing]:
    """Risk points about matters that rest on the provisions."""
    rows = RiskPoint.objects.visible_to(actor).filter(matter__matter_provisions__provision__in=provisions)
    cited = rows.annotate(cited=F("matter__matter_provisions__provision")).order_by("code")
    columns = ("cited", "pk", "code", "name_zh", "name_en")
    for provision, key, code, zh, en in cited.values_list(*columns).distinct()[:MOST]:
        if provision in provisions:
            url = reverse("riskcontrol:point_detail", args=[key])
            yield Citing(provision, _("Risk point"), code, in_language(zh, en), url, TO_CHECK, TO_CHECK)
