"""The resource /interview-invitations/ (Art. 8 (7))."""

from __future__ import annotations

from typing import Any

from foundation.endpoints.resource import Resource
from foundation.permissions import Permission
from guidance.forms.joint import INVITATION_ACTS
from guidance.lifecycle import INVITATION_LIFECYCLE
from guidance.lists.joint import INVITATION_LIST
from guidance.models import InterviewInvitation
from guidance.serializers.joint import InvitationSerializer


class InvitationResource(Resource):
    """Invitations to interviews of other organs; while one stands, the interview itself can be read too."""

    permission = Permission.GUIDANCE_READ
    spec = INVITATION_LIST
    serializer_class = InvitationSerializer
    acts = INVITATION_ACTS
    lifecycle = INVITATION_LIFECYCLE
    basename = "interview-invitation"

    def rows(self) -> Any:
        return InterviewInvitation.objects.with_everything()
