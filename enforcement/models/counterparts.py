"""Counterparts: citizens, legal persons and other organisations, with protected personal data."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models.base import OrganScoped
from enforcement.models.organs import Region
from enforcement.scope import ScopedQuerySet
from enforcement.vocabulary import CounterpartKind, Industry, LicenceState
from foundation.actors import Actor, ReachKind
from foundation.record import RecordedModel
from foundation.secrecy import EncryptedTextField, mask_address, mask_identifier, mask_name, mask_phone


class CounterpartQuerySet(ScopedQuerySet):
    """One registry for all organs of a territory: any organ there may meet the counterpart.

    Whom an organ registered it keeps seeing, wherever that person is at home.
    """

    def visible_to(self, actor: Actor) -> Any:
        if actor.reach.kind in {ReachKind.NONE, ReachKind.ALL, ReachKind.DISTRICT}:
            return self._reached(actor.reach)
        if actor.reach.kind == ReachKind.LINE or actor.district_id is None:
            return self.all()
        here = Q(**{f"{self.scope_path}district_id": actor.district_id})
        return self.filter(here | Q(**{f"{self.scope_path}organ_id": actor.organ_id}))

    def workable_by(self, actor: Actor) -> Any:
        return self.visible_to(actor)


class Counterpart(OrganScoped):
    """``organ`` is the organ that registered it; the district decides who may meet it."""

    kind = models.CharField(_("kind"), max_length=14, choices=CounterpartKind.choices)
    name = models.CharField(_("name"), max_length=200)
    name_pinyin = models.CharField(max_length=400, editable=False, blank=True)
    identifier = EncryptedTextField(_("credit code or identity number"), blank=True)
    identifier_index = models.CharField(max_length=64, editable=False, blank=True)
    industry = models.CharField(_("industry"), max_length=2, choices=Industry.choices, default=Industry.NONE)
    region = models.ForeignKey(Region, verbose_name=_("region"), on_delete=models.PROTECT, related_name="+")
    address = EncryptedTextField(_("address"), blank=True)
    legal_representative = models.CharField(_("legal representative"), max_length=80, blank=True)
    birth_year = models.PositiveSmallIntegerField(_("year of birth"), null=True, blank=True)
    is_demonstration = models.BooleanField(_("demonstration model"), default=False)

    objects = CounterpartQuerySet.as_manager()

    class Meta:
        verbose_name = _("counterpart")
        verbose_name_plural = _("counterparts")
        ordering = ["name_pinyin", "id"]
        indexes = [
            models.Index(fields=["district", "name_pinyin", "id"], name="counterpart_district_idx"),
            models.Index(fields=["name_pinyin", "id"], name="counterpart_name_idx"),
            models.Index(fields=["organ", "name_pinyin", "id"], name="counterpart_organ_idx"),
            models.Index(
                fields=["legal_representative", "id"],
                condition=~models.Q(legal_representative=""),
                name="counterpart_head_idx",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["identifier_index"],
                condition=~models.Q(identifier_index=""),
                name="counterpart_identifier_once",
                violation_error_message=_("This identifier is registered already."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("enforcement:counterpart_detail", args=[self.pk])

    def place_under(self, organ: Any) -> None:
        """Under the organ that registers it; the district is where the counterpart itself is at home."""
        super().place_under(organ)
        if self.region_id:
            self.district = self.region.county

    @property
    def is_citizen(self) -> bool:
        return self.kind == CounterpartKind.CITIZEN

    @property
    def masked_identifier(self) -> str:
        return mask_identifier(self.identifier)

    @property
    def shown_identifier(self) -> str:
        """A credit code is public; an identity number is masked, whoever looks."""
        return self.masked_identifier if self.is_citizen else self.identifier

    @property
    def masked_address(self) -> str:
        return mask_address(self.address) if self.is_citizen else self.address

    @property
    def public_name(self) -> str:
        """The name as it may stand in published or evaluated rows."""
        return mask_name(self.name) if self.is_citizen else self.name

    def private_details(self) -> dict[str, list[str]]:
        """What no public text shows of this party, by kind (Penalty Law, Art. 50)."""
        contacts = list(self.contacts.all())
        named = [*([self.name] if self.is_citizen else []), self.legal_representative]
        return {
            "address": [self.address],
            "identity": [self.identifier] if self.is_citizen else [],
            "name": [*named, *(contact.name for contact in contacts)],
            "telephone": [contact.phone for contact in contacts],
        }


class ThroughCounterpart(CounterpartQuerySet):
    scope_path = "counterpart__"


class Contact(RecordedModel):
    counterpart = models.ForeignKey(Counterpart, on_delete=models.PROTECT, related_name="contacts")
    name = models.CharField(_("contact person"), max_length=80)
    post = models.CharField(_("post"), max_length=80, blank=True)
    phone = EncryptedTextField(_("telephone"), blank=True)
    email = EncryptedTextField(_("e-mail"), blank=True)

    objects = ThroughCounterpart.as_manager()

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return self.counterpart.get_absolute_url()

    @property
    def masked_phone(self) -> str:
        return mask_phone(self.phone)

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.counterpart,)


class Licence(RecordedModel):
    counterpart = models.ForeignKey(Counterpart, on_delete=models.PROTECT, related_name="licences")
    name = models.CharField(_("licence"), max_length=120)
    number = models.CharField(_("number"), max_length=60)
    issued_on = models.DateField(_("issued on"))
    expires_on = models.DateField(_("expires on"), null=True, blank=True)
    state = models.CharField(
        _("state"), max_length=8, choices=LicenceState.choices, default=LicenceState.VALID
    )

    objects = ThroughCounterpart.as_manager()

    class Meta:
        verbose_name = _("licence")
        verbose_name_plural = _("licences")
        ordering = ["expires_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires_on=None) | models.Q(expires_on__gte=models.F("issued_on")),
                name="licence_expires_after_issue",
                violation_error_message=_("A licence cannot expire before it is issued."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.number}"

    def get_absolute_url(self) -> str:
        return self.counterpart.get_absolute_url()

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.counterpart,)

    def days_left(self, today: date) -> int | None:
        return (self.expires_on - today).days if self.expires_on else None
