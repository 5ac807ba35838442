"""Addresses without a prefix: in, out, and one's own account."""

from __future__ import annotations

from django.urls import path

from enforcement.views import accounts, entrance

urlpatterns = [
    path("sign-in/", entrance.SignIn.as_view(), name="sign_in"),
    path("sign-out/", entrance.SignOut.as_view(), name="sign_out"),
    path("account/", accounts.Account.as_view(), name="account"),
    path("account/password/", accounts.ChangePassword.as_view(), name="account_password"),
    path("account/tokens/<int:pk>/revoke/", accounts.RevokeOwnToken.as_view(), name="account_token_revoke"),
]
