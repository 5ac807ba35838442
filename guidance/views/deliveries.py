"""Pages of deliveries: the list, one delivery with its acts, and the part of an action's page (Art. 8 (3))."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from foundation.pages import DetailPage, ListPage, TransitionPage
from foundation.pages.facts import told
from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission
from foundation.record.story import entries_of
from guidance.forms.deliveries import DELIVERY_ACTS
from guidance.lifecycle import DELIVERY_LIFECYCLE
from guidance.lists.deliveries import DELIVERY_LIST, delivery_tone, hidden_name
from guidance.models import Delivery, GuidanceAction

READ, PERSONS = Permission.GUIDANCE_READ, Permission.COUNTERPART_READ
SHOWN = 8


class DeliveryListPage(ListPage):
    spec = DELIVERY_LIST
    permission = READ
    subtitle = _("What was sent to whom, and whether it arrived.")
    empty_title = _("Nothing has been sent yet")
    empty_text = _("Issue guidance by message, or order a delivery on the page of issued guidance.")


class DeliveryPage(DetailPage):
    model = Delivery
    permission = READ
    template_name = "guidance/delivery_detail.html"
    acts = DELIVERY_ACTS
    lifecycle = DELIVERY_LIFECYCLE
    act_url = "guidance:delivery_act"

    def rows(self) -> Any:
        return Delivery.objects.with_action()

    def context(self) -> dict[str, Any]:
        delivery, reads = self.thing, self.actor.may(PERSONS)
        return {
            **super().context(),
            "state": {"value": delivery.get_state_display(), "tone": delivery_tone(delivery.state)},
            "facts": told(_facts(delivery, reads=reads)),
            "recipient": delivery.recipient if reads else hidden_name(delivery.recipient),
            "timeline": entries_of(delivery, reasons=reads),
        }


def _facts(delivery: Delivery, *, reads: bool) -> list[dict[str, Any]]:
    action = delivery.action
    told = (
        (_("guidance"), action.number or action.title, "link"),
        (_("recipient"), delivery.recipient if reads else hidden_name(delivery.recipient), "text"),
        (_("address of delivery"), delivery.masked_address if reads else "", "text"),
        (_("gateway"), str(delivery.gateway or ""), "text"),
        (_("tries"), delivery.tries, "number"),
        (_("next try at"), delivery.next_at, "datetime"),
        (_("sent at"), delivery.sent_at, "datetime"),
        (_("delivered at"), delivery.delivered_at, "datetime"),
        (_("read at"), delivery.read_at, "datetime"),
        (_("answer"), delivery.answer if reads else "", "text"),
    )
    url = action.get_absolute_url()
    return [
        {"label": capfirst(label), "value": value, "kind": kind, "url": url} for label, value, kind in told
    ]


class DeliveryActPage(TransitionPage):
    model = Delivery
    permission = READ
    acts = DELIVERY_ACTS
    lifecycle = DELIVERY_LIFECYCLE

    def rows(self) -> Any:
        return Delivery.objects.with_action()


class ActionDeliveriesPanel(ThingPage):
    """The deliveries of one guidance action, the latest first, as a part of its page."""

    model = GuidanceAction
    permission = READ
    template_name = "guidance/_deliveries.html"
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        action, reads = self.thing, self.actor.may(PERSONS)
        rows = list(Delivery.objects.visible_to(self.actor).filter(action=action)[: SHOWN + 1])
        may_send = (
            action.is_live
            and action.organ_id == self.actor.organ_id
            and self.actor.may(Permission.GUIDANCE_HANDLE)
        )
        return self.show(
            {
                "lines": [_line(row, reads=reads) for row in rows[:SHOWN]],
                "all_url": f"{reverse('guidance:delivery_list')}?guidance={action.pk}"
                if len(rows) > SHOWN
                else "",
                "send_url": reverse("guidance:guidance_act", args=[action.pk, "deliver"]) if may_send else "",
            }
        )


def _line(delivery: Delivery, *, reads: bool) -> dict[str, Any]:
    return {
        "delivery": delivery,
        "recipient": delivery.recipient if reads else hidden_name(delivery.recipient),
        "tone": delivery_tone(delivery.state),
    }
