"""The resource /public/guidance-drafts/ID/comments/: anybody comments, without an account (Art. 8 (1), (2))."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import Throttled
from rest_framework.request import Request
from rest_framework.response import Response

from foundation.acts import Answer, fingerprint_of, once, perform
from foundation.acts.limits import count
from foundation.endpoints.binding import bind
from foundation.endpoints.parsers import StrictJSONParser
from foundation.endpoints.preconditions import idempotency_key
from foundation.endpoints.resource import Resource
from guidance.forms.publications import COMMENT
from guidance.lists.open_drafts import PUBLIC_DRAFTS
from guidance.models import GuidanceAction
from guidance.serializers.comments import CommentBody, CommentReceived
from guidance.services.publications import COMMENTED


class DraftCommentResource(Resource):
    """Comments are written here and read by the organ alone; they are counted together with those of the page."""

    public = True
    permission = None
    spec = PUBLIC_DRAFTS
    authentication_classes = []
    parser_classes = [StrictJSONParser]
    http_method_names = ["post", "options"]
    basename = "public-guidance-draft-comment"

    def rows(self) -> Any:
        return GuidanceAction.objects.open_to_comment()

    @extend_schema(
        request=CommentBody,
        responses={201: CommentReceived},
        auth=[],
        parameters=[OpenApiParameter("Idempotency-Key", str, OpenApiParameter.HEADER)],
    )
    def comment(self, request: Request, pk: Any = None, **_kwargs: Any) -> Response:
        """Keep a comment on a draft or a candidate; nobody has to say who they are. At most ten an hour."""
        draft = self.find(pk)
        if wait := count(COMMENTED, str(self.get_throttles()[0].get_ident(request)), at=self.now):
            raise Throttled(wait, _("Too many comments came from here; try again in an hour."))
        sent = {**request.data, "action": str(draft.pk)} if isinstance(request.data, dict) else request.data
        form = bind(COMMENT, sent, actor=self.actor, at=self.now)
        key = idempotency_key(request)
        answer = once(
            lambda: self._kept(form.service_data()),
            actor=self.actor,
            at=self.now,
            key=f"comment:{draft.pk}:{key}" if key else "",
            fingerprint=fingerprint_of("POST", request.path, *self._sent()),
        )
        return Response({"received_at": answer.body}, status=201)

    def _kept(self, comment: dict[str, Any]) -> Answer:
        kept = perform(COMMENT, comment, by=self.actor, at=self.now)
        return Answer(201, kept.made_at.isoformat())
