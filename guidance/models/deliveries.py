"""How an issued text reaches its addressee: each delivery is seen, and none is sent twice (Art. 8 (3))."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import uuid4

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models import CityWide, OrganScoped
from enforcement.scope import ScopedQuerySet
from foundation.actors import Actor
from foundation.secrecy import EncryptedTextField, mask_phone
from guidance.models.actions import GuidanceAction
from guidance.rules.deliveries import DeliveryFacts
from guidance.vocabulary import UNDELIVERED, DeliveryChannel, DeliveryState, GatewayKind

Q = models.Q


class Gateway(CityWide):
    """A machine that carries messages; what goes to it and comes from it is signed with one key."""

    name = models.CharField(_("name"), max_length=80)
    kind = models.CharField(_("kind"), max_length=8, choices=GatewayKind.choices)
    address = models.CharField(_("address"), max_length=300)
    key = EncryptedTextField(_("key"))
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("message gateway")
        verbose_name_plural = _("message gateways")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["name"], name="gateway_name_once"),
            models.UniqueConstraint(
                fields=["is_active"],
                condition=Q(is_active=True),
                name="gateway_one_in_use",
                violation_error_message=_("Another gateway is in use; switch that one off first."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class DeliveryQuerySet(ScopedQuerySet):
    case_path = "action__case_id"

    def undelivered(self) -> Any:
        """What did not arrive and waits for a person."""
        return self.filter(state__in=UNDELIVERED)

    def with_action(self) -> Any:
        return self.select_related("action__counterpart", "action__organ", "gateway", "organ")


class Delivery(OrganScoped):
    """``key`` names the message to whoever carries it; ``tries`` counts, ``begun`` those since the last order.

    The address is the one that stood in the registry when it was prepared.
    """

    action = models.ForeignKey(
        GuidanceAction, verbose_name=_("guidance"), on_delete=models.PROTECT, related_name="deliveries"
    )
    channel = models.CharField(_("channel"), max_length=8, choices=DeliveryChannel.choices)
    gateway = models.ForeignKey(
        Gateway, verbose_name=_("gateway"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    recipient = models.CharField(_("recipient"), max_length=200)
    address = EncryptedTextField(_("address of delivery"), blank=True)
    key = models.UUIDField(_("key of the message"), unique=True, default=uuid4, editable=False)
    state = models.CharField(
        _("state"), max_length=10, choices=DeliveryState.choices, default=DeliveryState.WAITING
    )
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    begun = models.PositiveSmallIntegerField(_("tries since the last order"), default=0)
    next_at = models.DateTimeField(_("next try at"), null=True)
    sent_at = models.DateTimeField(_("sent at"), null=True)
    delivered_at = models.DateTimeField(_("delivered at"), null=True)
    read_at = models.DateTimeField(_("read at"), null=True)
    answer = models.CharField(_("answer"), max_length=300, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["organ", "-created_at", "-id"], name="delivery_organ_idx"),
            models.Index(fields=["branch", "-created_at", "-id"], name="delivery_branch_idx"),
            models.Index(fields=["line", "-created_at", "-id"], name="delivery_line_idx"),
            models.Index(fields=["district", "-created_at", "-id"], name="delivery_district_idx"),
            models.Index(fields=["-created_at", "-id"], name="delivery_created_idx"),
            models.Index(
                fields=["organ", "id"], condition=Q(state__in=UNDELIVERED), name="delivery_undelivered_idx"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(channel=DeliveryChannel.GATEWAY, gateway__isnull=False)
                | ~Q(channel=DeliveryChannel.GATEWAY) & Q(gateway=None),
                name="delivery_names_its_gateway",
                violation_error_message=_(
                    "A message names the gateway that carries it, and nothing else does."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(state=DeliveryState.SENT) | Q(sent_at__isnull=False),
                name="delivery_sent_has_time",
                violation_error_message=_("What was sent has a time."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_channel_display()} · {self.recipient}"

    def get_absolute_url(self) -> str:
        return reverse("guidance:delivery_detail", args=[self.pk])

    @property
    def masked_address(self) -> str:
        """An address of mail keeps its house, a number its first and last signs."""
        name, sign, house = self.address.partition("@")
        return f"{name[:1]}***{sign}{house}" if sign else mask_phone(self.address)

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.action,)

    def facts(self, *, by: Actor, at: datetime) -> DeliveryFacts:
        return DeliveryFacts(
            channel=self.channel,
            is_live=self.action.is_live,
            gateway_is_active=self.gateway is not None and self.gateway.is_active,
        )
