"""Acts on officers, their roles, tokens and sign-ins (Art. 4, 7)."""

from enforcement.services.officers.employing import (
    deactivate_officer,
    edit_officer,
    enrol_officer,
    move_officer,
    reactivate_officer,
    record_certificate,
)
from enforcement.services.officers.own_account import change_own_password, choose_language
from enforcement.services.officers.passwords import reset_password
from enforcement.services.officers.roles import grant_role, revoke_role
from enforcement.services.officers.second_factor import (
    codes_left,
    enrol_second_factor,
    has_second_factor,
    new_secret,
    pass_second_factor,
    remove_second_factor,
    renew_recovery_codes,
    reset_second_factor,
)
from enforcement.services.officers.sessions import (
    end_other_sessions,
    end_session,
    move_session,
    note_session,
    sessions_of,
)
from enforcement.services.officers.sign_in import lift_lock, note_sign_in, note_sign_out
from enforcement.services.officers.tokens import issue_token, revoke_token, token_of

__all__ = [
    "change_own_password",
    "choose_language",
    "codes_left",
    "deactivate_officer",
    "edit_officer",
    "end_other_sessions",
    "end_session",
    "enrol_officer",
    "enrol_second_factor",
    "grant_role",
    "has_second_factor",
    "issue_token",
    "lift_lock",
    "move_officer",
    "move_session",
    "new_secret",
    "note_session",
    "note_sign_in",
    "note_sign_out",
    "pass_second_factor",
    "reactivate_officer",
    "record_certificate",
    "remove_second_factor",
    "renew_recovery_codes",
    "reset_password",
    "reset_second_factor",
    "revoke_role",
    "revoke_token",
    "sessions_of",
    "token_of",
]
