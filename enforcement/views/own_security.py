"""Second factor and sessions of the own account, in an open session (等保 2.0)."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from enforcement.forms.accounts import CodeForm, OwnFirstCodeForm
from enforcement.services.officers import (
    end_other_sessions,
    end_session,
    enrol_second_factor,
    has_second_factor,
    remove_second_factor,
    renew_recovery_codes,
)
from enforcement.views.accounts import ACCOUNT, OwnPage
from enforcement.views.device import SECRET, new_secret_in, secret_in, setup_of
from enforcement.views.entering import keep_open
from enforcement.views.entrance import locked_out
from foundation.middleware.live_session import PASSED
from foundation.pages.submissions import put_errors


class SecurityPage(OwnPage):
    """A form that asks for a secret again; wrong ones count like those at the entrance."""

    form_class: type[Any]
    is_about_a_device = True
    http_method_names = ["get", "head", "post", "options"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and has_second_factor(self.officer) is not self.is_about_a_device:
            return redirect(ACCOUNT)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponseBase:
        return self.show_form(self.form_class(actor=self.actor, at=self.now))

    def post(self, request: HttpRequest) -> HttpResponseBase:
        credentials = {"username": self.officer.username}
        if not AxesProxyHandler.is_allowed(request, credentials):
            return locked_out(request)
        form = self.form_class(request.POST, actor=self.actor, at=self.now)
        if form.is_valid():
            try:
                return self.done(form)
            except ValidationError as error:
                AxesProxyHandler.user_login_failed(type(self), credentials, request)
                put_errors(form, error)
        return self.show_form(form, status=400)

    @abstractmethod
    def done(self, form: Any) -> HttpResponseBase:
        """Carry out what the valid form asks for; raises ValidationError."""

    def show_form(self, form: Any, *, status: int = 200) -> HttpResponseBase:
        return self.show({"title": self.title, "form": form, **self.more()}, status=status)

    def more(self) -> dict[str, Any]:
        return {}

    def show_codes(self, codes: list[str]) -> HttpResponseBase:
        page = {"title": _("Your recovery codes"), "codes": codes}
        return self.show(page, template="enforcement/recovery_codes.html")

    def keep_session(self, *, passed: bool) -> None:
        self.officer.refresh_from_db()
        keep_open(self.request, self.officer)
        if passed:
            self.request.session[PASSED] = self.officer.pk
        else:
            self.request.session.pop(PASSED, None)


class BindDevice(SecurityPage):
    template_name = "enforcement/second_factor_enrol.html"
    title = _("Set up the second factor")
    form_class = OwnFirstCodeForm
    is_about_a_device = False

    def more(self) -> dict[str, Any]:
        secret = secret_in(self.request) or new_secret_in(self.request)
        return {"setup": setup_of(secret, self.officer)}

    def done(self, form: Any) -> HttpResponseBase:
        secret = secret_in(self.request)
        if secret is None:
            return redirect("account_second_factor")
        if not self.officer.check_password(form.cleaned_data["password"]):
            raise ValidationError({"password": _("This is not your present password.")})
        codes = enrol_second_factor(by=self.actor, at=self.now, secret=secret, code=form.cleaned_data["code"])
        self.request.session.pop(SECRET, None)
        self.keep_session(passed=True)
        return self.show_codes(codes)


class RenewCodes(SecurityPage):
    template_name = "enforcement/second_factor_form.html"
    title = _("New recovery codes")
    form_class = CodeForm

    def more(self) -> dict[str, Any]:
        return {"intro": _("Ten new codes are shown once; those you have now are void at once.")}

    def done(self, form: Any) -> HttpResponseBase:
        return self.show_codes(
            renew_recovery_codes(by=self.actor, at=self.now, code=form.cleaned_data["code"])
        )


class RemoveDevice(SecurityPage):
    template_name = "enforcement/second_factor_form.html"
    title = _("Remove the device")
    form_class = CodeForm

    def more(self) -> dict[str, Any]:
        return {
            "intro": _(
                "All other sessions end. Whoever must have a second factor binds the next device right afterwards."
            )
        }

    def done(self, form: Any) -> HttpResponseBase:
        remove_second_factor(by=self.actor, at=self.now, code=form.cleaned_data["code"])
        self.keep_session(passed=False)
        messages.success(self.request, str(_("The device is removed.")))
        return redirect(ACCOUNT)


class EndSessions(OwnPage):
    """POST ends one session of the own account, or all others."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, pk: int | None = None) -> HttpResponseBase:
        if pk is None:
            this_key = request.session.session_key
            ended = end_other_sessions(by=self.actor, at=self.now, this_key=this_key)
        else:
            ended = end_session(min(pk, 2**63 - 1), by=self.actor, at=self.now)
        words = ngettext("%(count)s session is ended.", "%(count)s sessions are ended.", ended)
        messages.success(request, words % {"count": ended})
        return redirect(ACCOUNT)
