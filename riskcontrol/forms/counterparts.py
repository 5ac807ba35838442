"""What can be asked for about the risk of a counterpart (Art. 9)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from foundation.acts import Act
from foundation.permissions import Permission
from riskcontrol.services.reviewing import review_counterpart

RISK_ACTS = {
    "assess": Act(
        "assess",
        review_counterpart,
        label=_("Compute it now"),
        done=_("The risk has been computed from the facts of this moment."),
        permission=Permission.RISK_EDIT,
    )
}
