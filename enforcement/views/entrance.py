"""In and out: sign-in with lock-out, sign-out, and the one click of the demonstration (等保 2.0)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, logout
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from enforcement.forms.accounts import SignInForm
from enforcement.models import Officer
from enforcement.services.officers import note_sign_out
from enforcement.views.demo_logins import DEMO_LOGINS, DEMO_USERNAMES
from enforcement.views.entering import lead_in
from foundation.middleware.live_session import ENDED, IDLE
from foundation.pages import Page


class SignIn(Page):
    """The entrance. Who is signed in already is led on."""

    public = True
    template_name = "foundation/sign_in.html"
    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponseBase:
        if request.user.is_authenticated:
            return redirect(self.onward())
        return self.show_form(SignInForm(request))

    def post(self, request: HttpRequest) -> HttpResponseBase:
        if "demo_login" in request.POST:
            why = str(_("one click of the demonstration"))
            return lead_in(request, demo_officer(request), at=self.now, onward=self.onward(), why=why)
        form = SignInForm(request, data=request.POST)
        if not form.is_valid():
            return self.show_form(form, status=400)
        officer = form.get_user()
        return lead_in(request, officer, at=self.now, onward=self.onward())

    def onward(self) -> str:
        """Where the person wanted to go, if that is a page of ours."""
        wanted = self.request.POST.get("next") or self.request.GET.get("next") or ""
        ours = url_has_allowed_host_and_scheme(
            wanted, allowed_hosts={self.request.get_host()}, require_https=self.request.is_secure()
        )
        return wanted if ours else settings.LOGIN_REDIRECT_URL

    def show_form(self, form: SignInForm, *, status: int = 200) -> HttpResponseBase:
        context = {
            "form": form,
            "next": self.request.POST.get("next") or self.request.GET.get("next") or "",
            "demo_logins": DEMO_LOGINS if settings.DEMO else (),
            "idle_minutes": settings.IDLE_MINUTES if self.request.session.get(ENDED) == IDLE else 0,
        }
        return render(self.request, self.template_name, context, status=status)


class SignOut(Page):
    public = True
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest) -> HttpResponseBase:
        if isinstance(request.user, Officer) and BACKEND_SESSION_KEY in request.session:
            note_sign_out(request.user, by=self.actor, at=self.now)
        logout(request)
        return redirect(settings.LOGOUT_REDIRECT_URL)


def demo_officer(request: HttpRequest) -> Officer:
    """The invented officer whose card was pressed; raises PermissionDenied outside the demonstration."""
    username = request.POST["demo_login"]
    if not settings.DEMO or username not in DEMO_USERNAMES:
        raise PermissionDenied
    officer: Officer | None = Officer.objects.active().filter(username=username).first()
    if officer is None:
        raise PermissionDenied
    return officer


def locked_out(request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
    """Too many failures with one user name from one address; everybody else is unaffected."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    if request.path_info.startswith("/api/"):
        return HttpResponse(b"{}", status=429, content_type="application/problem+json")
    answer = render(request, "enforcement/locked_out.html", {"minutes": minutes}, status=429)
    answer["Retry-After"] = str(minutes * 60)
    return answer
