"""The state of the machinery, for who operates the system and who audits it (Art. 6)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from desk.reports.system import Beat, SystemStatus, system_status
from desk.services.parked import retry_parked
from foundation.models import DueItem
from foundation.obstacles import Forbidden
from foundation.pages import Page
from foundation.permissions import Permission
from foundation.vocabulary import Tone
from foundation.wording import moment_text

NAMES = {"beat": _("Timer"), "sweep": _("Sweep of due work")}


class SystemPage(Page):
    template_name = "desk/system.html"
    title = _("System status")
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        if not (self.actor.may(Permission.SYSTEM_OPERATE) or self.actor.may(Permission.AUDIT_READ)):
            raise Forbidden(Permission.SYSTEM_OPERATE)
        return self.show({"title": self.title, "subtitle": moment_text(self.now)})

    def context(self) -> dict[str, Any]:
        status = system_status(at=self.now)
        return {
            "kpis": [*(_beat(beat) for beat in status.beats), *_work(status), _record(status)],
            "status": status,
            "may_retry": self.actor.may(Permission.SYSTEM_OPERATE),
        }


def _beat(beat: Beat) -> dict[str, Any]:
    return {
        "label": NAMES[beat.name],
        "value": gettext("running") if beat.is_alive else gettext("stopped"),
        "note": moment_text(beat.beaten_at) if beat.beaten_at else gettext("never seen"),
        "icon": "clock" if beat.name == "beat" else "refresh",
        "tone": (Tone.GOOD if beat.is_alive else Tone.BAD).value,
    }


def _work(status: SystemStatus) -> list[dict[str, Any]]:
    parked = len(status.parked)
    return [
        {
            "label": gettext("Due work that is late"), "value": status.late, "icon": "alert-triangle",
            "note": gettext("%(n)s wait for their time") % {"n": status.pending},
            "tone": (Tone.BAD if status.late else Tone.GOOD).value,
        },
        {
            "label": gettext("Parked after three failures"), "value": parked, "icon": "archive",
            "note": gettext("see below"), "tone": (Tone.WATCH if parked else Tone.GOOD).value,
        },
    ]  # fmt: skip


def _record(status: SystemStatus) -> dict[str, Any]:
    return {
        "label": gettext("Entries not yet in the chain"),
        "value": status.unlinked,
        "note": gettext("%(n)s in the chain") % {"n": f"{status.links:,}"},
        "icon": "link",
        "tone": (Tone.GOOD if status.record_is_linked else Tone.INFO).value,
    }


class RetryPage(Page):
    """POST gives a parked item another try."""

    permission = Permission.SYSTEM_OPERATE
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int, **_kwargs: Any) -> HttpResponseBase:
        if pk >= 2**63:
            raise Http404
        try:
            retry_parked(pk, by=self.actor, at=self.now)
        except DueItem.DoesNotExist as error:
            raise Http404 from error
        messages.success(request, gettext("It will be tried again with the next sweep."))
        return redirect("desk:system")
