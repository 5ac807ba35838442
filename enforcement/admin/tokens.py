"""Access tokens: issued by the security administrator, their secret shown once (Art. 4)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from enforcement.models import AccessToken
from enforcement.rules.officers import LONGEST_TOKEN
from enforcement.services.officers import issue_token, revoke_token
from enforcement.vocabulary.rights import rights_by_area
from foundation.acts import Act
from foundation.admin import ServiceAdmin
from foundation.admin.forms import ServiceForm
from foundation.permissions import Permission

ISSUE = Permission.TOKEN_ISSUE


class TokenForm(ServiceForm):
    scopes = forms.MultipleChoiceField(
        label=_("Rights"),
        choices=rights_by_area,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Never more than the owner's own."),
    )
    days = forms.IntegerField(label=_("Days"), min_value=1, max_value=LONGEST_TOKEN, initial=90)


@admin.register(AccessToken)
class AccessTokenAdmin(ServiceAdmin):
    form = TokenForm
    view_permission = ISSUE
    create = Act("issue", issue_token, permission=ISSUE)
    list_display = ("prefix", "name", "officer", "expires_at", "revoked_at", "last_used_at")
    list_select_related = ("officer", "use")
    list_filter = ("expires_at", "revoked_at")
    search_fields = ("prefix", "name", "officer__username", "officer__name_zh")
    autocomplete_fields = ("officer",)
    actions = ["revoke"]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is None:
            return ("officer", "name", "scopes", "days")
        return ("officer", "name", "prefix", "scopes", "expires_at", "revoked_at", "last_used_at")

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """One token at a time: the next page shows a secret, and nothing else."""
        one = {"show_save_and_add_another": False, "show_save_and_continue": False}
        return super().add_view(request, form_url, {**one, **(extra_context or {})})

    @admin.display(description=_("last used at"))
    def last_used_at(self, token: AccessToken) -> Any:
        use = getattr(token, "use", None)
        return use.last_used_at if use else None

    def row_of(self, request: HttpRequest, result: Any) -> Any:
        token, request.secret = result  # type: ignore[attr-defined]
        return token

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: Any = None) -> HttpResponse:
        """The secret stands in this one answer: neither in a message nor in the session."""
        context = {
            **self.admin_site.each_context(request),
            "title": _("The token is issued"),
            "opts": self.opts,
            "token": obj,
            "secret": request.secret,  # type: ignore[attr-defined]
        }
        return render(request, "admin/token_issued.html", context)

    @admin.action(description=_("Revoke"), permissions=["view"])
    def revoke(self, request: HttpRequest, rows: Any) -> None:
        live = [token.pk for token in rows if token.revoked_at is None]
        act = Act("revoke", revoke_token, permission=ISSUE)
        for key in live:
            self.call(request, act, {}, key=key)
        text = ngettext("%(count)s token is revoked.", "%(count)s tokens are revoked.", len(live))
        messages.success(request, text % {"count": len(live)})
