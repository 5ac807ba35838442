"""The second factor: enrolled once, asked at every sign-in, reset by the security administrator (等保 2.0)."""

from __future__ import annotations

import base64
import secrets
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models import Officer
from enforcement.rules.officers import obstacles_to_resetting_second_factor
from enforcement.rules.one_time_codes import plain_code, step_of
from enforcement.services.notifications import notify
from foundation.actors import Actor
from foundation.articles import Article
from foundation.models import RecoveryCode, SecondFactor
from foundation.obstacles import Forbidden, Refused
from foundation.permissions import Permission
from foundation.record import audited
from foundation.record.entry import tell
from foundation.secrecy import blind_index

RECOVERY_CODES = 10
MOST_FAILURES = 10
BLOCKED_FOR = timedelta(minutes=15)
_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_SECRET_BYTES = 20
WRONG = _("This code is not right, or was used before. Wait for the next one.")


def new_secret() -> str:
    """A fresh secret for a device, in the letters that apps take."""
    return base64.b32encode(secrets.token_bytes(_SECRET_BYTES)).decode()


def enrol_second_factor(*, by: Actor, at: datetime, secret: str, code: str) -> list[str]:
    """Bind a device to the own account; returns the recovery codes, which are kept nowhere in plain.

    Raises ValidationError unless ``code`` proves that the device has the secret, Forbidden when there is
    a device already: that one has to be removed first, by its own code.
    """
    step = step_of(code, secret=secret, at=at, after=0)
    if step is None:
        raise ValidationError({"code": WRONG})
    with audited("auth:enrol_second_factor", by=by, at=at, under=Article(4)) as entry:
        officer = _oneself(by)
        if SecondFactor.objects.filter(pk=officer.pk).exists():
            raise Forbidden("second_factor")
        SecondFactor.objects.create(officer_id=officer.pk, secret=secret, enrolled_at=at, last_step=step)
        _end_other_sessions(officer)
        _notify(officer, "account:second_factor_enrolled", at)
        tell(entry, officer)
        return _give_codes(officer)


def pass_second_factor(*, by: Actor, at: datetime, code: str) -> bool:
    """Whether ``code`` lets the actor in: of the device or for recovery, each good once.

    Ten wrong codes in a row block the account's second step for a quarter of an hour, from every address.
    """
    with transaction.atomic():
        officer = _oneself(by)
        factor = SecondFactor.objects.select_for_update().filter(pk=officer.pk).first()
        if factor is None or (factor.blocked_until and at < factor.blocked_until):
            return False
        if _is_of_device(factor, code, at) or _is_for_recovery(officer, code, by=by, at=at):
            factor.failures, factor.blocked_until = 0, None
            factor.save()
            return True
        _count_failure(factor, officer, by=by, at=at)
        return False


def renew_recovery_codes(*, by: Actor, at: datetime, code: str) -> list[str]:
    """Give ten new recovery codes for a right code; the old ones are void. Raises ValidationError."""
    if not pass_second_factor(by=by, at=at, code=code):
        raise ValidationError({"code": WRONG})
    with audited("auth:renew_recovery_codes", by=by, at=at, under=Article(4)) as entry:
        officer = _oneself(by)
        tell(entry, officer)
        return _give_codes(officer)


def remove_second_factor(*, by: Actor, at: datetime, code: str) -> Officer:
    """Give the own device up for a right code, to bind another one. Raises ValidationError."""
    if not pass_second_factor(by=by, at=at, code=code):
        raise ValidationError({"code": WRONG})
    with audited("auth:remove_second_factor", by=by, at=at, under=Article(4)):
        officer = _oneself(by)
        _forget(officer)
        _notify(officer, "account:second_factor_removed", at)
        return officer


def reset_second_factor(
    officer_id: int, *, by: Actor, at: datetime, why: str, expected: int | None = None
) -> Officer:
    """Forget the device of somebody who lost it; all sessions end and the officer is told."""
    by.require(Permission.ROLE_GRANT)
    with audited("auth:reset_second_factor", by=by, at=at, under=Article(4), why=why):
        officer: Officer = Officer.objects.workable_by(by).locked(officer_id, expected=expected)
        found = obstacles_to_resetting_second_factor(
            has_one=has_second_factor(officer), is_oneself=by.officer_id == officer.pk
        )
        if obstacles := list(found):
            raise Refused(obstacles)
        _forget(officer)
        _notify(officer, "account:second_factor_reset", at)
        return officer


def has_second_factor(officer: Officer) -> bool:
    """Whether a device is bound to the account."""
    return SecondFactor.objects.filter(pk=officer.pk).exists()


def codes_left(officer: Officer) -> int:
    """How many recovery codes are still good."""
    return RecoveryCode.objects.filter(officer_id=officer.pk, used_at=None).count()


def _is_of_device(factor: SecondFactor, code: str, at: datetime) -> bool:
    step = step_of(code, secret=factor.secret, at=at, after=factor.last_step)
    if step is None:
        return False
    factor.last_step = step
    return True


def _is_for_recovery(officer: Officer, code: str, *, by: Actor, at: datetime) -> bool:
    unused = RecoveryCode.objects.filter(officer_id=officer.pk, used_at=None, digest=_digest(officer, code))
    if not unused.update(used_at=at):
        return False
    with audited("auth:use_recovery_code", by=by, at=at, under=Article(4)) as entry:
        tell(entry, officer)
        _notify(officer, "account:recovery_code_used", at, left=codes_left(officer))
    return True


def _count_failure(factor: SecondFactor, officer: Officer, *, by: Actor, at: datetime) -> None:
    """Somebody knows the password and not the code: the owner is told when it goes on."""
    factor.failures += 1
    if factor.failures >= MOST_FAILURES:
        factor.failures, factor.blocked_until = 0, at + BLOCKED_FOR
        _notify(officer, "account:second_factor_blocked", at)
    factor.save()
    with audited("auth:miss_second_factor", by=by, at=at, under=Article(4)) as entry:
        tell(entry, officer)


def _give_codes(officer: Officer) -> list[str]:
    RecoveryCode.objects.filter(officer_id=officer.pk).delete()
    codes = ["-".join(_word() for _part in range(2)) for _code in range(RECOVERY_CODES)]
    RecoveryCode.objects.bulk_create(
        RecoveryCode(officer_id=officer.pk, digest=_digest(officer, code)) for code in codes
    )
    return codes


def _word() -> str:
    return "".join(secrets.choice(_SIGNS) for _sign in range(5))


def _digest(officer: Officer, code: str) -> str:
    return blind_index(f"{officer.pk}:{plain_code(code)}")


def _forget(officer: Officer) -> None:
    SecondFactor.objects.filter(pk=officer.pk).delete()
    RecoveryCode.objects.filter(officer_id=officer.pk).delete()
    _end_other_sessions(officer)


def _end_other_sessions(officer: Officer) -> None:
    """Every session was opened under the old rules; the caller's own is kept by the page."""
    officer.auth_epoch += 1
    officer.save()


def _notify(officer: Officer, kind: str, at: datetime, **data: int) -> None:
    notify(officer, kind=kind, thing=f"{at.timestamp():.0f}", at=at, url=reverse("account"), data=data)


def _oneself(by: Actor) -> Officer:
    if by.officer_id is None:
        raise Forbidden("own_account")
    officer: Officer = Officer.objects.locked(by.officer_id)
    return officer
