"""Pages of officers: certificates, roles, reach, accounts (Art. 4, 7)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.forms.officers import ENROL, OFFICER_ACTS, RESET_PASSWORD
from enforcement.lists.certificates import certificate_text, certificate_tone
from enforcement.lists.officers import OFFICER_LIST
from enforcement.models import Officer, Organ, Region
from enforcement.services.officers import has_second_factor
from foundation.actors import Actor, ReachKind
from foundation.acts import perform
from foundation.obstacles import Refused
from foundation.pages import ActPage, CreatePage, DetailPage, ListPage, TransitionPage
from foundation.permissions import Permission
from foundation.record.story import entries_of
from foundation.vocabulary import Tone

READ, EDIT = Permission.OFFICER_READ, Permission.OFFICER_EDIT


class OfficerList(ListPage):
    spec = OFFICER_LIST
    create_url = "enforcement:officer_enrol"
    create_label = _("Enrol an officer")
    create_permission = EDIT
    empty_text = _("Officers are enrolled by the administrator of their organ.")


class EnrolOfficer(CreatePage):
    act = ENROL
    permission = EDIT
    cancel_url = "enforcement:officer_list"
    intro = _("The account opens once the security administrator has granted a role and given a password.")


class OfficerDetail(DetailPage):
    model = Officer
    permission = READ
    acts = OFFICER_ACTS
    act_url = "enforcement:officer_act"
    template_name = "enforcement/officer_detail.html"

    def rows(self) -> Any:
        return Officer.objects.select_related("organ__share").prefetch_related("grants", "responsible_for")

    def context(self) -> dict[str, Any]:
        may_follow = self.actor.may(EDIT) or self.actor.may(Permission.ROLE_GRANT)
        return {
            **super().context(),
            "facts": facts_of(self.thing, today=timezone.localdate(self.now), by=self.actor),
            "scope": scope_of(self.thing.as_actor()),
            "entries": entries_of(self.thing, limit=50) if may_follow else None,
            "may_reset": self.actor.may(Permission.ROLE_GRANT) and self.thing.is_active,
        }

    def offers(self) -> list[dict[str, Any]]:
        """A closed account can only be opened again, an open one only be closed; no device, no reset."""
        senseless = {"reactivate" if self.thing.is_active else "deactivate"}
        if not has_second_factor(self.thing):
            senseless.add("reset_second_factor")
        return [offer for offer in super().offers() if offer["name"] not in senseless]


class OfficerAct(TransitionPage):
    model = Officer
    acts = OFFICER_ACTS
    permission = READ

    def rows(self) -> Any:
        return Officer.objects.select_related("organ").prefetch_related("grants")


class ResetPassword(ActPage):
    """Gives a random password and shows it once, in the answer to the POST."""

    model = Officer
    act = RESET_PASSWORD
    permission = Permission.ROLE_GRANT
    shown_template = "enforcement/password_given.html"

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        form = self.make_form(request.POST)
        if not form.is_valid():
            return self.show_form(form, status=400)
        try:
            officer, word = perform(
                self.act, form.service_data(), by=self.actor, at=self.now, thing_id=self.thing.pk
            )
        except Refused as error:
            return self.show_form(form, error.obstacles, status=409)
        self._shown = {"object": officer, "word": word}
        messages.success(request, str(self.act.done))
        return self.show({"title": str(self.act.label)}, template=self.shown_template)


def facts_of(officer: Officer, *, today: date, by: Actor) -> list[dict[str, Any]]:
    """What stands in an officer's entry, the certificate in words."""
    certificate = (officer.certificate_state, officer.certificate_until)
    rows: tuple[tuple[Any, Any, str, str], ...] = (
        (_("organ"), officer.organ, "link", ""),
        (_("post"), officer.post, "text", ""),
        (_("user name"), officer.username, "text", ""),
        (_("enforcement certificate"), officer.certificate_number, "text", ""),
        (_("state of the certificate"), certificate_text(*certificate, today=today), "badge",
         certificate_tone(*certificate, today=today)),
        (_("national legal qualification"), _("Yes") if officer.has_legal_qualification else _("No"), "text", ""),
        (_("e-mail"), officer.email, "text", ""),
        (_("roles"), [g.get_role_display() for g in officer.grants.all()], "list", ""),
        (_("first responsible person of"), [o.name for o in officer.responsible_for.all()], "list", ""),
        (_("account"), _("active") if officer.is_active else _("closed"), "badge",
         Tone.NEUTRAL if officer.is_active else Tone.WATCH),
    )  # fmt: skip
    linked = officer.organ if by.may(Permission.ORGAN_READ) else None
    url = linked.get_absolute_url() if linked else ""
    return [
        {"label": label, "value": value or "", "kind": kind, "tone": tone, "url": url}
        for label, value, kind, tone in rows
    ]


def scope_of(actor: Actor) -> str:
    """In words, which rows somebody reaches (Art. 4 para. 2)."""
    kind, key = actor.reach.kind, actor.reach.id
    if kind == ReachKind.NONE or (key is None and kind != ReachKind.ALL):
        return str(_("no cases and no counterparts"))
    if key is None:
        return str(_("the whole city"))
    if kind == ReachKind.DISTRICT:
        return str(_("all organs in %(place)s") % {"place": Region.objects.get(pk=key).name})
    name = Organ.objects.get(pk=key).name
    if kind == ReachKind.ORGAN:
        return name
    return str(_("%(organ)s and all organs below it in its line") % {"organ": name})
