"""Self-checks as officers meet them: the list, one with its answers, the offer, the code to scan, photos (Art. 9)."""

from __future__ import annotations

from typing import Any

import segno
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import masked_counterpart
from enforcement.models import Organ
from enforcement.serializers.evidence_file import as_attachment
from foundation.pages import CreatePage, DetailPage, ListPage
from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission
from foundation.record.story import entries_of
from guidance.views.links import SVG
from riskcontrol.forms.self_checks import ASK
from riskcontrol.lists.self_checks import SELF_CHECK_LIST, check_tone
from riskcontrol.models import SelfCheck, SelfCheckPhoto
from riskcontrol.reports.self_check_cards import cards_of
from riskcontrol.services.campaigns import last_day
from riskcontrol.services.self_checks.doors import absolute, address_for, path_for
from riskcontrol.services.self_checks.points import editions_of

READ, PERSONS, HANDLE = Permission.RISK_READ, Permission.COUNTERPART_READ, Permission.GUIDANCE_HANDLE


class SelfCheckListPage(ListPage):
    spec = SELF_CHECK_LIST
    permission = READ
    subtitle = _(
        "What parties looked at themselves. Who found and corrected something is better off for having said so."
    )
    create_url = "riskcontrol:self_check_new"
    create_label = _("Offer a self-check")
    create_permission = HANDLE
    empty_title = _("No self-checks yet")
    empty_text = _("Offer one to a counterpart, or begin a campaign for a whole trade.")


class SelfCheckNew(CreatePage):
    act = ASK
    permission = HANDLE
    cancel_url = "riskcontrol:self_check_list"

    def initial(self) -> dict[str, Any]:
        organ = Organ.objects.filter(pk=self.actor.organ_id or 0).first()
        words = {
            "contact": " ".join(filter(None, [self.actor.name, organ.phone if organ else ""])),
            "content": gettext(
                "We invite you to look at a few points of your business yourself. Open the link, answer in your own "
                "time, and correct what you find; we gladly explain what is unclear."
            ),
            "due_on": last_day(timezone.localdate(self.now)),
        }
        return {**words, **super().initial()}


class SelfCheckPage(DetailPage):
    model = SelfCheck
    permission = READ
    template_name = "riskcontrol/self_check_detail.html"

    def rows(self) -> Any:
        return SelfCheck.objects.with_everything()

    def context(self) -> dict[str, Any]:
        check, reads = self.thing, self.actor.may(PERSONS)
        party, path = check.counterpart, path_for(check, by=self.actor, at=self.now)
        return {
            **super().context(),
            "name": party.name if reads else masked_counterpart((party.name, party.kind))[0],
            "reads_persons": reads,
            "state": {"value": check.get_state_display(), "tone": check_tone(check.state)},
            "cards": cards_of(check, editions_of(check)),
            "address": absolute(path),
            "path": path,
            "may_open_guidance": self.actor.may(Permission.GUIDANCE_READ),
            "timeline": entries_of(check, reasons=reads),
        }

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        return self.show({"title": str(self.thing), "object": self.thing})


class SelfCheckSquare(ThingPage):
    """The address of the self-check as a picture to scan, for who works on it."""

    model = SelfCheck
    permission = HANDLE
    http_method_names = ["get", "head", "options"]

    def rows(self) -> Any:
        return SelfCheck.objects.select_related("invitation")

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        address = address_for(self.thing, by=self.actor, at=self.now)
        if not address:
            raise Http404
        picture = segno.make(address, error="m").svg_inline(scale=4, border=2, light="#fff")
        return HttpResponse(picture.replace("<svg ", f'<svg xmlns="{SVG}" ', 1), content_type="image/svg+xml")


class SelfCheckPhotoDownload(ThingPage):
    """A photo, as an attachment, for who may read counterparts."""

    model = SelfCheckPhoto
    permission = PERSONS
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        return as_attachment(self.thing)
