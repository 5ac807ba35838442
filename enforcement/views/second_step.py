"""The second step of the entrance: a code of the device, or binding one at the first time (等保 2.0)."""

from __future__ import annotations

from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from enforcement.forms.accounts import CodeForm, FirstCodeForm
from enforcement.models import Officer
from enforcement.services.officers import enrol_second_factor, has_second_factor, pass_second_factor
from enforcement.services.officers.second_factor import WRONG
from enforcement.views.device import new_secret_in, secret_in, setup_of
from enforcement.views.entering import enter, open_session, pending_in
from enforcement.views.entrance import locked_out
from foundation.pages import Page
from foundation.pages.submissions import put_errors
from foundation.vocabulary import Via


class SecondStep(Page):
    """For who gave the right password a moment ago; everybody else is sent to the beginning."""

    public = True
    officer: Officer
    pending: dict[str, Any]
    http_method_names = ["get", "head", "post", "options"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        found = pending_in(request, at=request.now)  # type: ignore[attr-defined]
        if found is None:
            if request.user.is_authenticated:
                return redirect("/")
            if request.method == "POST":
                messages.warning(request, str(_("This took too long. Sign in again.")))
            return redirect("sign_in")
        self.officer, self.pending = found
        credentials = {"username": self.officer.username}
        if request.method == "POST" and not AxesProxyHandler.is_allowed(request, credentials):
            return locked_out(request)
        return super().dispatch(request, *args, **kwargs)

    def miss(self, request: HttpRequest) -> None:
        """A wrong code counts like a wrong password, for this user name from this address."""
        AxesProxyHandler.user_login_failed(type(self), {"username": self.officer.username}, request)

    def show_form(self, form: Any, *, status: int = 200, **more: Any) -> HttpResponseBase:
        context = {"form": form, "officer": self.officer, "title": self.title, **more}
        return render(self.request, self.template_name, context, status=status)


class AskForCode(SecondStep):
    template_name = "enforcement/sign_in_code.html"
    title = _("Confirm that it is you")

    def get(self, request: HttpRequest) -> HttpResponseBase:
        if not has_second_factor(self.officer):
            return redirect("sign_in_enrol")
        return self.show_form(CodeForm(actor=self.actor, at=self.now))

    def post(self, request: HttpRequest) -> HttpResponseBase:
        form = CodeForm(request.POST, actor=self.actor, at=self.now)
        if not has_second_factor(self.officer) or not form.is_valid():
            return self.show_form(form, status=400)
        by = self.officer.as_actor(via=Via.BROWSER)
        if not pass_second_factor(by=by, at=self.now, code=form.cleaned_data["code"]):
            self.miss(request)
            form.add_error("code", WRONG)
            return self.show_form(form, status=400)
        onward, why = self.pending["onward"], self.pending["why"]
        return enter(request, self.officer, at=self.now, onward=onward, why=why, passed=True)


class BindAtSignIn(SecondStep):
    """Cannot be passed by: without it no session is opened."""

    template_name = "enforcement/sign_in_enrol.html"
    title = _("Set up the second factor")

    def get(self, request: HttpRequest) -> HttpResponseBase:
        if has_second_factor(self.officer):
            return redirect("sign_in_code")
        secret = secret_in(request) or new_secret_in(request)
        return self.show_form(
            FirstCodeForm(actor=self.actor, at=self.now), setup=setup_of(secret, self.officer)
        )

    def post(self, request: HttpRequest) -> HttpResponseBase:
        form, secret = FirstCodeForm(request.POST, actor=self.actor, at=self.now), secret_in(request)
        if secret is None or has_second_factor(self.officer):
            return redirect("sign_in_enrol")
        try:
            codes = self.bind(form, secret) if form.is_valid() else []
        except ValidationError as error:
            self.miss(request)
            put_errors(form, error)
        if form.errors:
            return self.show_form(form, status=400, setup=setup_of(secret, self.officer))
        onward, why = self.pending["onward"], self.pending["why"]
        open_session(request, self.officer, at=self.now, why=why, passed=True)
        shown = {"codes": codes, "onward": onward, "title": _("Your recovery codes"), "officer": self.officer}
        return render(request, "enforcement/sign_in_recovery.html", shown)

    def bind(self, form: FirstCodeForm, secret: str) -> list[str]:
        by = self.officer.as_actor(via=Via.BROWSER)
        codes = enrol_second_factor(by=by, at=self.now, secret=secret, code=form.cleaned_data["code"])
        self.officer.refresh_from_db()
        return codes
