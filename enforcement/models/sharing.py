"""In which things of other organs an organ takes part, for the scope of its officers (Art. 4)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models.organs import Organ
from foundation.record import DerivedModel


class OrganShare(DerivedModel):
    """Made from the invitations that stand; read with the organ, so that no page asks for it again."""

    organ = models.OneToOneField(Organ, on_delete=models.CASCADE, primary_key=True, related_name="share")
    things = models.JSONField(default=list)

    class Meta:
        verbose_name = _("what an organ takes part in")
        verbose_name_plural = _("what organs take part in")

    def __str__(self) -> str:
        return str(self.organ_id)


def things_shared_with(organ: Organ | None) -> frozenset[str]:
    """Things of other organs that ``organ`` takes part in, as ``noun:key``."""
    share = getattr(organ, "share", None)
    return frozenset(share.things) if share is not None else frozenset()
