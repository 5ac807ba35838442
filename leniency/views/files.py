"""A list as a file, for officers and for everybody (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase

from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission
from leniency.models import LeniencyList
from leniency.serializers.list_file import list_file, working_file
from leniency.views.public import PublicThing


class ListFile(ThingPage):
    model = LeniencyList
    permission = Permission.LENIENCY_READ
    http_method_names = ["get", "head", "options"]

    def rows(self) -> Any:
        return LeniencyList.objects.select_related("organ")

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        return working_file(self.thing, self.kwargs["form"])


class PublicListFile(PublicThing):
    @staticmethod
    def rows() -> Any:
        return LeniencyList.objects.select_related("organ")

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        return list_file(self.thing, self.kwargs["form"])
