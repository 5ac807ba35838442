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
from enforcement.services.officers.sign_in import lift_lock, note_sign_in, note_sign_out
from enforcement.services.officers.tokens import issue_token, revoke_token, token_of

__all__ = [
    "change_own_password",
    "choose_language",
    "deactivate_officer",
    "edit_officer",
    "enrol_officer",
    "grant_role",
    "issue_token",
    "lift_lock",
    "move_officer",
    "note_sign_in",
    "note_sign_out",
    "reactivate_officer",
    "record_certificate",
    "reset_password",
    "revoke_role",
    "revoke_token",
    "token_of",
]
