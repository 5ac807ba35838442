"""Addresses without a prefix: in, out, and one's own account."""

from __future__ import annotations

from django.urls import path

from enforcement.views import accounts, entrance, own_calendar, own_security, second_step

urlpatterns = [
    path("sign-in/", entrance.SignIn.as_view(), name="sign_in"),
    path("sign-in/code/", second_step.AskForCode.as_view(), name="sign_in_code"),
    path("sign-in/second-factor/", second_step.BindAtSignIn.as_view(), name="sign_in_enrol"),
    path("sign-out/", entrance.SignOut.as_view(), name="sign_out"),
    path("account/", accounts.Account.as_view(), name="account"),
    path("account/calendar/", own_calendar.MakeCalendarLink.as_view(), name="account_calendar"),
    path("account/calendar/end/", own_calendar.EndCalendarLink.as_view(), name="account_calendar_end"),
    path("account/password/", accounts.ChangePassword.as_view(), name="account_password"),
    path("account/second-factor/", own_security.BindDevice.as_view(), name="account_second_factor"),
    path("account/second-factor/codes/", own_security.RenewCodes.as_view(), name="account_recovery_codes"),
    path("account/second-factor/remove/", own_security.RemoveDevice.as_view(), name="account_device_remove"),
    path("account/sessions/end/", own_security.EndSessions.as_view(), name="account_sessions_end"),
    path("account/sessions/<int:pk>/end/", own_security.EndSessions.as_view(), name="account_session_end"),
    path("account/tokens/<int:pk>/revoke/", accounts.RevokeOwnToken.as_view(), name="account_token_revoke"),
]
