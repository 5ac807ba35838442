"""A tip that goes out by itself, and a call that is put on the list of the organ (Art. 8 (3))."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from enforcement.models import Licence
from enforcement.vocabulary import LicenceState
from foundation.actors import SCHEDULER
from foundation.articles import Article
from foundation.due import handles
from foundation.models import DueItem
from foundation.record import audited
from foundation.vocabulary import Via
from foundation.wording import day_text
from guidance.models import ExpiryCall, ExpiryRule
from guidance.rules.expiry import is_of
from guidance.rules.tip_texts import filled
from guidance.services.drafting import draft_guidance
from guidance.services.expiry.planning import CALL, TIP
from guidance.services.issuing import issue_guidance
from guidance.vocabulary import Channel, Formality, Trigger, Way


@handles(TIP)
def tip_when_due(item: DueItem, at: datetime) -> None:
    """Remind, in the name of the officer who stands for it; nothing when it was renewed or switched off."""
    found = _still_due(item, at)
    if found is None:
        return
    licence, rule = found
    by = rule.officer.as_actor(via=Via.CELERY)
    with translation.override(settings.LANGUAGE_CODE):
        day = day_text(licence.expires_on)
        values = {
            "name": licence.counterpart.name,
            "organ": rule.organ.name,
            "licence": str(licence),
            "expires_on": day,
        }
        draft = draft_guidance(
            by=by, at=at, way=Way.TIP, counterpart=licence.counterpart, field=rule.field, trigger=Trigger.EXPIRY,
            title=_("%(licence)s expires on %(day)s") % {"licence": licence.name, "day": day},
            content=filled(rule.content, values), reasons=rule.reasons, basis=rule.basis, channel=Channel.MESSAGE,
            formality=Formality.SIMPLE, contact=rule.organ.phone,
            detail={"neglected": _("to renew in time"), "due_on": licence.expires_on, "licence": licence},
        )  # fmt: skip
    issue_guidance(draft.pk, by=by, at=at, voluntariness_shown=True)


@handles(CALL)
def list_call_when_due(item: DueItem, at: datetime) -> None:
    """Put the call on the list, once for each last day of the licence."""
    found = _still_due(item, at)
    if found is None:
        return
    licence, rule = found
    expires_on: Any = licence.expires_on
    if ExpiryCall.objects.filter(licence=licence, expires_on=expires_on).exists():
        return
    with audited("expiry:call", by=SCHEDULER, at=at, under=Article(8, "3")):
        call = ExpiryCall(licence=licence, expires_on=expires_on)
        call.place_under(rule.organ)
        call.save()


def _still_due(item: DueItem, at: datetime) -> tuple[Licence, ExpiryRule] | None:
    """The licence as it stands now, and the rule: another last day, or no rule, and nothing is due."""
    rows = Licence.objects.filter(state=LicenceState.VALID, expires_on__gte=timezone.localdate(at))
    licence = rows.select_related("counterpart").filter(pk=item.thing.partition(":")[2]).first()
    if licence is None or not is_of(item.round, licence.expires_on):
        return None
    rules = ExpiryRule.objects.filter(organ_id=licence.counterpart.organ_id, is_on=True)
    rule = rules.select_related("organ", "field", "officer__organ").first()
    return None if rule is None else (licence, rule)
