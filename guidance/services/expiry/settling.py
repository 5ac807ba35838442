"""What was renewed needs no reminder any more: its tips have reached their purpose (Art. 8 (3))."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from enforcement.models import Licence
from enforcement.vocabulary import LicenceState
from foundation.actors import SCHEDULER
from foundation.articles import Article
from foundation.record import audited
from foundation.wording import day_text
from guidance.lifecycle import CALL_LIFECYCLE
from guidance.models import ExpiryCall, GuidanceAction
from guidance.services.concluding import conclude_guidance
from guidance.services.recording import record_progress
from guidance.vocabulary import LIVE_STATES, Effect, Way

AT_MOST = 1000


@transaction.atomic
def settle_renewed(licence: Licence, *, at: datetime) -> int:
    """Conclude the tips, and settle the calls, about an earlier last day of ``licence``; returns how many.

    A licence is renewed by a later day, or by a new one of the same name.
    """
    if licence.state != LicenceState.VALID or licence.expires_on is None:
        return 0
    same = Q(pk=licence.pk) | Q(counterpart=licence.counterpart_id, name=licence.name)
    keys = list(Licence.objects.filter(same).values_list("pk", flat=True))
    return _conclude_tips(keys, licence, at) + _settle_calls(keys, licence, at)


def renewed_licences() -> Any:
    """Licences that end later than some tip about them says, which is not concluded yet."""
    live = Q(tips__action__state__in=LIVE_STATES, tips__due_on__lt=F("expires_on"))
    rows = Licence.objects.filter(live, state=LicenceState.VALID).select_related("counterpart")
    return rows.order_by("pk").distinct()[:AT_MOST]


def _conclude_tips(keys: list[int], licence: Licence, at: datetime) -> int:
    live = GuidanceAction.objects.filter(way=Way.TIP, state__in=LIVE_STATES, tip__licence__in=keys)
    done = list(live.filter(tip__due_on__lt=licence.expires_on).order_by("pk").values_list("pk", flat=True))
    with translation.override(settings.LANGUAGE_CODE):
        note = _("Renewed until %(day)s.") % {"day": day_text(licence.expires_on)}
    for key in done:
        record_progress(key, by=SCHEDULER, at=at, detail={"handled_on": timezone.localdate(at)})
        conclude_guidance(key, by=SCHEDULER, at=at, effect=Effect.EFFECTIVE, effect_note=note)
    return len(done)


def _settle_calls(keys: list[int], licence: Licence, at: datetime) -> int:
    waiting = ExpiryCall.objects.open().filter(licence__in=keys, expires_on__lt=licence.expires_on)
    rows = list(waiting.select_related("licence__counterpart").select_for_update(of=("self",)).order_by("pk"))
    for call in rows:
        with audited("expiry:settle", by=SCHEDULER, at=at, under=Article(8, "3")):
            CALL_LIFECYCLE.take(call, "settle", by=SCHEDULER, at=at)
            call.save()
    return len(rows)
