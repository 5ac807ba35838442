"""Officers, their certificates and roles; officers are the users of the system (Art. 4, 7)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from enforcement.models.base import CityWide
from enforcement.models.organs import Organ
from enforcement.models.sharing import things_shared_with
from enforcement.scope import CityWideQuerySet, reach_of
from enforcement.vocabulary import CertificateState
from foundation.actors import Actor
from foundation.permissions import ADMINISTRATORS, WITH_SECOND_FACTOR, Permission, Role, permissions_of
from foundation.record import DerivedModel
from foundation.vocabulary import Via


class OfficerQuerySet(CityWideQuerySet):
    def get_by_natural_key(self, username: str) -> Any:
        return self.get(username=username)

    def active(self) -> Any:
        return self.filter(is_active=True)

    def with_role(self, role: str) -> Any:
        return self.filter(grants__role=role)

    def workable_by(self, actor: Actor) -> Any:
        """The staff of the organs that the actor keeps; all for who grants roles."""
        if actor.may(Permission.ROLE_GRANT):
            return self.all()
        return self.filter(organ__in=Organ.objects.workable_by(actor))


class Officer(AbstractBaseUser, CityWide):
    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []
    last_login = None  # sign-ins stand in the audit record

    username = models.CharField(_("user name"), max_length=64, unique=True)
    name_zh = models.CharField(_("name (Chinese)"), max_length=60)
    name_en = models.CharField(_("name (Latin letters)"), max_length=80, blank=True)
    name_pinyin = models.CharField(max_length=200, blank=True, editable=False)
    email = models.EmailField(_("e-mail"), blank=True)
    organ = models.ForeignKey(
        Organ, verbose_name=_("organ"), null=True, on_delete=models.PROTECT, related_name="officers"
    )
    post = models.CharField(_("post"), max_length=80, blank=True)
    certificate_number = models.CharField(_("enforcement certificate"), max_length=32, blank=True)
    certificate_state = models.CharField(
        _("state of the certificate"),
        max_length=10,
        choices=CertificateState.choices,
        default=CertificateState.NONE,
    )
    certificate_until = models.DateField(_("certificate valid until"), null=True, blank=True)
    has_legal_qualification = models.BooleanField(_("national legal qualification"), default=False)
    language = models.CharField(_("language"), max_length=8, blank=True)
    is_active = models.BooleanField(_("active"), default=True)
    auth_epoch = models.PositiveIntegerField(default=1, editable=False)
    recused_from = models.JSONField(_("recused from the cases"), default=list, editable=False)

    objects = OfficerQuerySet.as_manager()

    class Meta:
        verbose_name = _("officer")
        verbose_name_plural = _("officers")
        ordering = ["name_pinyin", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["certificate_number"],
                condition=~models.Q(certificate_number=""),
                name="certificate_number_once",
                violation_error_message=_("Another officer holds this certificate number."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("enforcement:officer_detail", args=[self.pk])

    def get_short_name(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return self.name_en if self.name_en and (get_language() or "").startswith("en") else self.name_zh

    @cached_property
    def roles(self) -> frozenset[Any]:
        held = frozenset(Role(grant.role) for grant in self.grants.all())
        administrative = held & ADMINISTRATORS
        return administrative or held

    @property
    def is_staff(self) -> bool:
        """Whether the administration site opens; what it shows is decided per model."""
        return bool(self.roles & (ADMINISTRATORS | {Role.ORGAN_ADMIN, Role.HEAD, Role.REVIEWER}))

    @property
    def is_to_have_second_factor(self) -> bool:
        """Whether the roles of this officer open too much for a password alone (等保 2.0)."""
        return bool(self.roles & WITH_SECOND_FACTOR)

    @property
    def is_superuser(self) -> bool:
        return False

    def has_perm(self, perm: str, _obj: Any = None) -> bool:
        """Rights of the house are ``noun:verb``; Django's own model permissions are held by nobody."""
        return perm in {p.value for p in permissions_of(self.roles)}

    def has_module_perms(self, _app: str) -> bool:
        return self.is_staff

    def as_actor(self, *, via: str = Via.BROWSER, token: Any = None) -> Actor:
        """A snapshot of this officer as one who acts; a token narrows it to its scopes."""
        self._know_organ()
        actor = Actor(
            name=self.name_zh,
            officer_id=self.pk,
            organ_id=self.organ_id,
            district_id=self.organ.district_id if self.organ else None,
            roles=self.roles,
            permissions=permissions_of(self.roles),
            reach=reach_of(roles=self.roles, organ=self.organ),
            via=via,
            token_id=getattr(token, "pk", None),
            shown_name=self.name,
            shown_organ=self.organ.name if self.organ else "",
            recused_from=frozenset(self.recused_from),
            guest_of=things_shared_with(self.organ),
        )
        return actor if token is None else actor.narrowed_to(frozenset(Permission(s) for s in token.scopes))

    def _know_organ(self) -> None:
        """The organ with what it takes part in, in one query: every page begins here."""
        if self.organ_id is not None and "organ" not in self._state.fields_cache:
            self.organ = Organ.objects.select_related("share").get(pk=self.organ_id)

    def is_certified(self, on: date) -> bool:
        """Whether the officer may enforce on that day (Penalty Law, Art. 42)."""
        if self.certificate_state != CertificateState.VALID or not self.certificate_number:
            return False
        return self.certificate_until is None or self.certificate_until >= on

    def get_session_auth_hash(self) -> str:
        salt = "enforcement.models.Officer.session"
        return salted_hmac(salt, f"{self.password}:{self.auth_epoch}", algorithm="sha256").hexdigest()


class RoleGrant(CityWide):
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(_("role"), max_length=16, choices=Role.choices)

    class Meta:
        verbose_name = _("role of an officer")
        verbose_name_plural = _("roles of officers")
        constraints = [
            models.UniqueConstraint(fields=["officer", "role"], name="role_grant_once"),
            models.UniqueConstraint(
                fields=["officer"],
                condition=models.Q(role__in=[r.value for r in sorted(ADMINISTRATORS)]),
                name="one_administrator_role_a_person",
                violation_error_message=_(
                    "System, security and audit administration are three different people."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.officer} – {self.get_role_display()}"

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.officer,)


class AccessToken(CityWide):
    """A bearer token bound to an officer: shown once, stored as a digest, never with more than its owner."""

    officer = models.ForeignKey(
        Officer, verbose_name=_("officer"), on_delete=models.PROTECT, related_name="tokens"
    )
    name = models.CharField(_("what it is for"), max_length=100)
    prefix = models.CharField(_("beginning"), max_length=12)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    scopes = models.JSONField(_("scopes"), default=list)
    expires_at = models.DateTimeField(_("expires at"))
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)

    class Meta:
        verbose_name = _("access token")
        verbose_name_plural = _("access tokens")
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.prefix}… {self.name}"


class TokenUse(DerivedModel):
    token = models.OneToOneField(AccessToken, on_delete=models.CASCADE, primary_key=True, related_name="use")
    last_used_at = models.DateTimeField(_("last used at"))

    def __str__(self) -> str:
        return str(self.token_id)
