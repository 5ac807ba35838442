"""The base of every page: who asks, whether they may, and what they are told when they may not."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views import View

from foundation.actors import Actor
from foundation.obstacles import Forbidden, Refused
from foundation.pages import faults
from foundation.permissions import Permission


class Page(View):
    """A page. ``permission`` opens it (None: any signed-in officer); ``public`` pages know nobody."""

    permission: ClassVar[Permission | None] = None
    public: ClassVar[bool] = False
    template_name: ClassVar[str] = ""
    title: Any = ""

    @classmethod
    def as_view(cls, **initkwargs: Any) -> Any:
        view = super().as_view(**initkwargs)
        return login_not_required(view) if cls.public else view

    @cached_property
    def actor(self) -> Actor:
        return self.request.actor  # type: ignore[attr-defined]

    @cached_property
    def now(self) -> datetime:
        return self.request.now  # type: ignore[attr-defined]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.public and self.actor.officer_id is None:
            return redirect_to_login(request.get_full_path())
        try:
            if self.permission is not None:
                self.actor.require(self.permission)
            return super().dispatch(request, *args, **kwargs)
        except Forbidden as error:
            return faults.forbidden(request, error)
        except Refused as error:
            return faults.refused(request, error)

    def context(self) -> dict[str, Any]:
        """What the template is given besides ``page``."""
        return {}

    def show(self, page: dict[str, Any], *, status: int = 200, template: str = "") -> HttpResponseBase:
        return render(
            self.request, template or self.template_name, {"page": page, **self.context()}, status=status
        )
