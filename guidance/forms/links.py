"""Acts on the link of a counterpart, for browser and API (Art. 8)."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from foundation.acts import Act
from foundation.permissions import Permission
from guidance.forms.steps import MaybeReasonForm, ReasonForm
from guidance.models import CounterpartLink
from guidance.services.links import renew_link, revoke_link

HANDLE = Permission.GUIDANCE_HANDLE

LINK_ACTS: dict[str, Act] = {
    act.name: act
    for act in (
        Act(
            "renew_link",
            renew_link,
            MaybeReasonForm,
            _("Make a new link"),
            _("A link that exists ends at once; a printed document still shows the old one."),
            _("The new link is ready."),
            permission=HANDLE,
        ),
        Act(
            "revoke_link",
            revoke_link,
            ReasonForm,
            _("Take the link back"),
            _("Nobody can read or answer by it any more. Say why: it was lost, or went to somebody else."),
            _("The link opens nothing any more."),
            permission=HANDLE,
        ),
    )
}


def sensible_link_acts(acts: Mapping[str, Act], link: CounterpartLink | None) -> dict[str, Act]:
    """Those of ``acts`` that have a meaning for ``link``, the latest one."""
    taken_back = link is None or link.revoked_at is not None
    return {name: act for name, act in acts.items() if name != "revoke_link" or not taken_back}
