"""The base of every resource: lists from a column spec, single things, and acts through services."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, ClassVar

from django.http import Http404, HttpResponse
from django.utils.translation import gettext_lazy as _
from rest_framework.decorators import action
from rest_framework.exceptions import ParseError
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework.viewsets import ViewSetMixin

from foundation.actors import Actor
from foundation.acts import Act, Answer, fingerprint_of, once, perform
from foundation.acts.changes import changed_since
from foundation.endpoints.binding import bind
from foundation.endpoints.listing import list_body
from foundation.endpoints.parsers import StrictJSONParser
from foundation.endpoints.preconditions import etag_of, expected_version, idempotency_key
from foundation.endpoints.problem import ChangedMeanwhile
from foundation.endpoints.renderers import OrjsonRenderer
from foundation.endpoints.schema import ResourceSchema
from foundation.endpoints.throttles import CallerThrottle
from foundation.lifecycle import Lifecycle
from foundation.lists.spec import ListSpec, url_parts
from foundation.obstacles import Forbidden, Stale
from foundation.permissions import Permission


class Resource(ViewSetMixin, APIView):
    """One resource of the API.

    ``spec`` gives the list; ``serializer_class`` (a ThingSerializer) the single representation;
    ``create_act`` answers POST, each of ``other_creations`` a ``POST {name}/``, ``edit_act`` PATCH, and each of
    ``acts`` a ``POST {id}/transitions/{name}/``. ``permission`` opens the resource for reading; writing is
    decided by the act, its service and the lifecycle.
    """

    permission: ClassVar[Permission | None] = None
    public: ClassVar[bool] = False
    spec: ClassVar[ListSpec]
    serializer_class: ClassVar[Any] = None
    acts: ClassVar[Mapping[str, Act]] = {}
    create_act: ClassVar[Act | None] = None
    other_creations: ClassVar[Mapping[str, Act]] = {}
    edit_act: ClassVar[Act | None] = None
    lifecycle: ClassVar[Lifecycle | None] = None

    lookup_value_regex = "[^/.]{1,64}"
    basename = ""
    metadata_class = None
    parser_classes = [StrictJSONParser, MultiPartParser]
    throttle_classes = [CallerThrottle]
    schema = ResourceSchema()

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if cls.serializer_class is not None:
            cls.retrieve = _retrieve  # type: ignore[attr-defined]
        if cls.create_act is not None:
            cls.create = _create  # type: ignore[attr-defined]
        if cls.edit_act is not None:
            cls.partial_update = _partial_update  # type: ignore[attr-defined]
        for name in cls.acts:
            setattr(cls, f"transition_{name}", _transition(name))
        for name in cls.other_creations:
            setattr(cls, f"create_{name}", _creation(name))

    @property
    def actor(self) -> Actor:
        return self.request._request.actor  # type: ignore[attr-defined]

    @property
    def now(self) -> Any:
        return self.request._request.now  # type: ignore[attr-defined]

    def rows(self) -> Any:
        """The rows single things are found among, before scope: a place for ``select_related``."""
        return self.spec.queryset()

    def list(self, request: Request, **_kwargs: Any) -> Response:
        return Response(list_body(self.spec, request, actor=self.actor, at=self.now, url_of=self.url_of))

    def find(self, pk: Any) -> Any:
        """The thing, among what the actor may see; raises Http404."""
        rows: Any = self.rows()
        seen = rows if self.spec.public else rows.visible_to(self.actor)
        found = seen.filter(pk=self._key(pk)).first()
        if found is None:
            raise Http404
        return found

    def url_of(self, pk: Any) -> str:
        before, after = self._url_parts
        return f"{before}{pk}{after}"

    def transitions_of(self, thing: Any) -> Sequence[dict[str, Any]]:
        """The transitions of the present state, as they stand for this actor."""
        if self.lifecycle is None or not self._is_workable(thing):
            return []
        offers = [o for o in self.lifecycle.offers(thing, by=self.actor, at=self.now) if o.name in self.acts]
        standing = {o.name: self.acts[o.name].unanswered(o.obstacles) for o in offers}
        return [
            {
                "name": offer.name,
                "label": str(offer.label),
                "allowed": not standing[offer.name],
                "obstacles": [obstacle.as_dict() for obstacle in standing[offer.name]],
            }
            for offer in offers
        ]

    def representation(self, thing: Any) -> dict[str, Any]:
        context = {"request": self.request, "view": self, "actor": self.actor, "at": self.now}
        return dict(self.serializer_class(thing, context=context).data)

    def do(self, act: Act, *, thing: Any = None, data: Any = None) -> Response | HttpResponse:
        """Call the service of ``act`` once, however often the request comes, and answer with the thing."""
        expected = None if thing is None else expected_version(self.request, thing)
        body = self.request.data if data is None else data
        try:
            answer = once(
                lambda: self._answer(act, thing, expected, body),
                actor=self.actor,
                at=self.now,
                key=idempotency_key(self.request),
                fingerprint=fingerprint_of(self.request.method or "", self.request.path, *self._sent()),
            )
        except Stale as error:
            changed = changed_since(thing, expected or 0) if thing is not None else []
            raise ChangedMeanwhile(error.current_version, changed) from error
        return self._respond(answer)

    def _answer(self, act: Act, thing: Any, expected: int | None, data: Any) -> Answer:
        form = bind(act, data, actor=self.actor, at=self.now, thing=thing, files=self.request.FILES)
        if thing is not None and not self._is_workable(thing):
            raise Forbidden(act.permission or "work")
        result = perform(
            act,
            form.service_data(),
            by=self.actor,
            at=self.now,
            thing_id=None if thing is None else thing.pk,
            expected=expected,
            reasons=form.reasons(),
            thing=thing,
        )
        done = self.find(result.pk if thing is None else thing.pk)
        text = OrjsonRenderer().render(self.representation(done)).decode()
        return Answer(201 if thing is None else 200, text, f"{self.url_of(done.pk)} {etag_of(done)}")

    def _respond(self, answer: Answer) -> HttpResponse:
        url, _space, etag = answer.location.partition(" ")
        response = HttpResponse(answer.body, status=answer.status, content_type="application/json")
        response["ETag"] = etag
        if answer.status == 201:
            response["Location"] = url
        if answer.repeated:
            response["Idempotent-Replayed"] = "true"
        return response

    def _is_workable(self, thing: Any) -> bool:
        return type(thing).objects.workable_by(self.actor).filter(pk=thing.pk).exists()

    def _key(self, pk: Any) -> Any:
        """The key as the model has it; raises Http404 for what no row could have."""
        text = str(pk)
        if self.spec.model._meta.pk.get_internal_type() == "UUIDField":
            return text
        if not (text.isascii() and text.isdigit() and len(text) < 19):
            raise Http404
        return int(text)

    def _sent(self) -> tuple[str | bytes, ...]:
        files = sorted(f"{name}:{f.name}:{f.size}" for name, f in self.request.FILES.items())
        return (OrjsonRenderer().render(_sorted(self.request.data)), *files)

    @cached_property
    def _url_parts(self) -> tuple[str, str]:
        before, after = url_parts(f"{self.basename}-detail", self.spec.model._meta.pk)
        return self.request.build_absolute_uri(before), after


def _sorted(data: Any) -> Any:
    """Bodies that say the same in another order are the same."""
    if hasattr(data, "lists"):
        return sorted((name, [str(v) for v in values]) for name, values in data.lists())
    return sorted(data.items()) if isinstance(data, dict) else data


def _retrieve(self: Resource, request: Request, pk: Any = None, **_kwargs: Any) -> Response:
    thing = self.find(pk)
    headers = {"ETag": etag_of(thing)} if hasattr(thing, "version") else {}
    return Response(self.representation(thing), headers=headers)


def _create(self: Resource, request: Request, **_kwargs: Any) -> Any:
    assert self.create_act is not None  # noqa: S101 - routed only then
    return self.do(self.create_act)


def _partial_update(self: Resource, request: Request, pk: Any = None, **_kwargs: Any) -> Any:
    assert self.edit_act is not None  # noqa: S101 - routed only then
    thing = self.find(pk)
    if not isinstance(request.data, dict):
        raise ParseError(_("Send an object."))
    return self.do(self.edit_act, thing=thing, data={**self.edit_act.form.stored_for(thing), **request.data})


def _creation(name: str) -> Callable[..., Any]:
    """The endpoint of another way to make a thing, beside the one that answers POST."""

    def creation(self: Resource, request: Request, **_kwargs: Any) -> Any:
        return self.do(self.other_creations[name])

    creation.__name__ = f"create_{name}"
    path = name.replace("_", "-")
    return action(detail=False, methods=["post"], url_path=path, url_name=path)(creation)


def _transition(name: str) -> Callable[..., Any]:
    """The endpoint of one act on a thing, a path of its own so that the schema says what it takes."""

    def transition(self: Resource, request: Request, pk: Any = None, **_kwargs: Any) -> Any:
        return self.do(self.acts[name], thing=self.find(pk))

    transition.__name__ = f"transition_{name}"
    path = f"transitions/{name}"
    return action(detail=True, methods=["post"], url_path=path, url_name=f"transition-{name}")(transition)
