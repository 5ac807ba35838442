"""Evidence sent to the API: one file as multipart form data, kept once however often it is sent."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from enforcement.forms.cases import CASE_ACTS
from enforcement.models import Case
from enforcement.serializers.case_parts import EvidenceSerializer
from enforcement.vocabulary import EvidenceKind
from foundation.acts import Answer, fingerprint_of, once, perform
from foundation.endpoints.binding import bind
from foundation.endpoints.preconditions import idempotency_key
from foundation.endpoints.renderers import OrjsonRenderer
from foundation.obstacles import Forbidden
from foundation.permissions import Permission

ADD = CASE_ACTS["add_evidence"]
UPLOAD = {
    "multipart/form-data": {
        "type": "object",
        "required": ["kind", "title", "collected_on", "file"],
        "properties": {
            "kind": {"type": "string", "enum": list(EvidenceKind.values)},
            "title": {"type": "string", "maxLength": 200},
            "collected_on": {"type": "string", "format": "date"},
            "file": {"type": "string", "format": "binary"},
        },
    }
}


def upload(resource: Any, case: Case) -> HttpResponse:
    """Add the file of the request to ``case`` and answer with its row."""
    request = resource.request
    given = once(
        lambda: _keep(resource, case),
        actor=resource.actor,
        at=resource.now,
        key=idempotency_key(request),
        fingerprint=fingerprint_of("POST", request.path, *resource._sent()),
    )
    response = HttpResponse(given.body, status=given.status, content_type="application/json")
    response["Location"] = given.location
    if given.repeated:
        response["Idempotent-Replayed"] = "true"
    return response


def _keep(resource: Any, case: Case) -> Answer:
    request = resource.request
    form = bind(ADD, request.POST, actor=resource.actor, at=resource.now, thing=case, files=request.FILES)
    if not Case.objects.workable_by(resource.actor).filter(pk=case.pk).exists():
        raise Forbidden(Permission.CASE_HANDLE)
    perform(ADD, form.service_data(), by=resource.actor, at=resource.now, thing_id=case.pk)
    row = case.evidence.model.objects.filter(case=case).latest("pk")
    shown = EvidenceSerializer(row, context={"request": request}).data
    return Answer(201, OrjsonRenderer().render(shown).decode(), shown["content_url"])
