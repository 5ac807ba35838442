"""What everybody does for oneself: password and language."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from enforcement.models import Officer
from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Forbidden
from foundation.record import audited


def change_own_password(*, by: Actor, at: datetime, old_password: str, new_password: str) -> Officer:
    """Replace the own password; all other sessions end. Raises ValidationError by field."""
    with audited("officer:change_own_password", by=by, at=at, under=Article(4)):
        officer = _oneself(by)
        if not officer.check_password(old_password):
            raise ValidationError({"old_password": _("This is not your present password.")})
        try:
            validate_password(new_password, officer)
        except ValidationError as error:
            raise ValidationError({"new_password": error.messages}) from error
        officer.set_password(new_password)
        officer.save()
        return officer


def choose_language(*, by: Actor, at: datetime, language: str) -> Officer:
    """Remember the language of the pages."""
    with audited("officer:choose_language", by=by, at=at):
        officer = _oneself(by)
        officer.language = language
        officer.save()
        return officer


def _oneself(by: Actor) -> Officer:
    if by.officer_id is None:
        raise Forbidden("own_account")
    officer: Officer = Officer.objects.locked(by.officer_id)
    return officer
