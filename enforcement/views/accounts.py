"""One's own account: who one is here, password, language, tokens."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from enforcement.forms.accounts import CHOOSE_LANGUAGE, REVOKE_OWN_TOKEN, LanguageForm, PasswordForm
from enforcement.models import AccessToken, CalendarFeed, Officer
from enforcement.services.officers import change_own_password, codes_left, sessions_of
from enforcement.views.entering import keep_open, remember_language
from enforcement.views.officers import facts_of, scope_of
from foundation.acts import perform
from foundation.models import SecondFactor
from foundation.pages import Page
from foundation.pages.submissions import put_errors

ACCOUNT = "account"


class OwnPage(Page):
    """A page about the signed-in officer."""

    @cached_property
    def officer(self) -> Officer:
        rows = Officer.objects.select_related("organ").prefetch_related("grants")
        officer: Officer = rows.get(pk=self.actor.officer_id)
        return officer


class Account(OwnPage):
    """What the house knows of me, and what I may change about it."""

    template_name = "enforcement/account.html"
    title = _("Your account")
    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponseBase:
        return self.show({"title": self.title})

    def post(self, request: HttpRequest) -> HttpResponseBase:
        form = LanguageForm(request.POST, actor=self.actor, at=self.now)
        if not form.is_valid():
            return self.show({"title": self.title}, status=400)
        officer = perform(CHOOSE_LANGUAGE, form.service_data(), by=self.actor, at=self.now)
        messages.success(request, str(CHOOSE_LANGUAGE.done))
        answer = redirect(ACCOUNT)
        remember_language(answer, officer.language)
        return answer

    def context(self) -> dict[str, Any]:
        tokens = AccessToken.objects.filter(officer=self.officer).select_related("use")
        initial = {"language": self.officer.language or self.request.LANGUAGE_CODE}
        return {
            "officer": self.officer,
            "facts": facts_of(self.officer, today=timezone.localdate(self.now), by=self.actor),
            "scope": scope_of(self.actor),
            "language_form": LanguageForm(actor=self.actor, at=self.now, initial=initial),
            "tokens": [(t, token_state(t, self.now)) for t in tokens],
            "sessions": sessions_of(self.officer, at=self.now, this_key=self.request.session.session_key),
            "feed": CalendarFeed.objects.filter(officer=self.officer, revoked_at=None).first(),
            "factor": SecondFactor.objects.filter(pk=self.officer.pk).first(),
            "codes_left": codes_left(self.officer),
        }


class ChangePassword(OwnPage):
    """The present password, and a new one twice; what was typed is never kept."""

    template_name = "enforcement/password_form.html"
    title = _("Change the password")
    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponseBase:
        return self.show_form(PasswordForm(actor=self.actor, at=self.now))

    def post(self, request: HttpRequest) -> HttpResponseBase:
        form = PasswordForm(request.POST, actor=self.actor, at=self.now)
        if not form.is_valid():
            return self.show_form(form, status=400)
        try:
            officer = change_own_password(by=self.actor, at=self.now, **form.service_data())
        except ValidationError as error:
            put_errors(form, error)
            return self.show_form(form, status=400)
        keep_open(request, officer)
        messages.success(request, str(_("The password is changed. All other sessions have ended.")))
        return redirect(ACCOUNT)

    def show_form(self, form: PasswordForm, *, status: int = 200) -> HttpResponseBase:
        return self.show({"title": self.title, "form": form}, status=status)


class RevokeOwnToken(OwnPage):
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        token = AccessToken.objects.filter(officer=self.officer, pk=min(pk, 2**63 - 1)).first()
        if token is None:
            raise Http404
        perform(REVOKE_OWN_TOKEN, {}, by=self.actor, at=self.now, thing_id=token.pk)
        messages.success(request, str(REVOKE_OWN_TOKEN.done))
        return redirect(ACCOUNT)


def token_state(token: AccessToken, at: Any) -> str:
    """Whether a token opens anything now: ``live``, ``revoked`` or ``expired``."""
    if token.revoked_at:
        return "revoked"
    return "live" if token.expires_at > at else "expired"
