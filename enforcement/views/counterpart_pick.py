"""What the counterpart picker finds; asked by POST, so that nothing typed stands in an address."""

from __future__ import annotations

import re
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponseBase

from enforcement.models import Counterpart, CounterpartSearch
from foundation.acts.typed_text import tidy
from foundation.pages.page import Page
from foundation.permissions import Permission
from foundation.secrecy import blind_index

_FIELD = re.compile("[a-z_]{1,40}")
_MOST = 10
_LONGEST = 100


class CounterpartPick(Page):
    permission = Permission.COUNTERPART_READ
    template_name = "enforcement/_counterparts_picked.html"
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        name = self._name(request)
        text = tidy(request.POST.get(f"{name}_text", ""))[:_LONGEST].strip()
        reached = Counterpart.objects.visible_to(self.actor).select_related("region")
        chosen = reached.filter(pk=self._chosen(request.POST.get(name, ""))).first()
        found = self._found(reached, text).exclude(pk=chosen.pk if chosen else None)[:_MOST] if text else []
        return self.show({"name": name, "chosen": chosen, "found": list(found), "asked": bool(text)})

    def _found(self, reached: Any, text: str) -> Any:
        named = Q(pk__in=CounterpartSearch.objects.named(text).values("pk"))
        return reached.filter(named | Q(identifier_index=blind_index(text))).order_by("name_pinyin", "pk")

    def _name(self, request: HttpRequest) -> str:
        """The field that is asked for: a form may call its counterpart otherwise."""
        name = request.POST.get("picker", "counterpart")
        return name if _FIELD.fullmatch(name) else "counterpart"

    def _chosen(self, key: str) -> int:
        return int(key) if key.isascii() and key.isdigit() and len(key) < 19 else 0
