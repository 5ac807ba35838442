"""Where everybody begins, without an account: what the organs publish and what one may ask (Art. 4, 8-10)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from foundation.pages import Page

DOORS = (
    (
        "leniency:public_entries",
        "shield-check",
        _("Treated leniently"),
        _("Slight violations that are not punished, or more mildly, and on which conditions."),
    ),
    (
        "leniency:public_lists",
        "list-check",
        _("Leniency lists"),
        _("Every edition of the lists as it was published, also of a day in the past."),
    ),
    (
        "riskcontrol:public_points",
        "alert-triangle",
        _("Risk points"),
        _("What easily goes wrong in your trade, why it does, and how to avoid it."),
    ),
    (
        "guidance:public_list",
        "compass",
        _("Guidance"),
        _("Policies, guides to doing it right, and models worth following."),
    ),
    (
        "enforcement:inspection_code",
        "user",
        _("Who is at my door?"),
        _("Check by its code that an inspection is real, who comes and what for, and say how it went."),
    ),
    (
        "enforcement:public_caps",
        "clipboard-check",
        _("How often you may be inspected"),
        _("The most inspections that a firm may have in a year, by organ."),
    ),
    (
        "enforcement:public_penalties",
        "gavel",
        _("Decisions"),
        _("Penalties as they are published, for as long as the law wants, and what was withdrawn."),
    ),
    (
        "enforcement:public_results",
        "news",
        _("Inspections and coercion"),
        _("What came of inspections and of coercive measures, published within twenty working days."),
    ),
)


class PublicStart(Page):
    public = True
    template_name = "desk/public.html"
    title = _("For everybody")
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        return self.show({"title": self.title})

    def context(self) -> dict[str, Any]:
        doors = [
            {"url": reverse(name), "icon": icon, "label": label, "about": about}
            for name, icon, label, about in DOORS
        ]
        return {"doors": doors}
