"""A list on its way to publication, in one call."""

from __future__ import annotations

from datetime import date

from foundation.actors import COMMAND
from leniency import services
from leniency.models import LeniencyList
from tests.city import NOON

ALL_THE_SAME = {"LST-18": {"reason": "other", "text": "便于查询"}}


def a_published_edition(old: LeniencyList, edition: str, day: date) -> LeniencyList:
    """The next edition of ``old``, as it stands, in force from ``day``."""
    new = services.revise_list(old.pk, by=COMMAND, at=NOON, edition=edition)
    return publish(new, document_number=f"市监〔2027〕{edition}号", on=day)


def publish(draft: LeniencyList, *, document_number: str, on: date) -> LeniencyList:
    """Take a draft through opinions, review and approval; in force ``on`` that day."""
    services.seek_opinions(draft.pk, by=COMMAND, at=NOON)
    services.review_list(draft.pk, by=COMMAND, at=NOON, opinions="无", review="合法")
    services.approve_list(draft.pk, by=COMMAND, at=NOON, approval="通过")
    return services.publish_list(
        draft.pk,
        by=COMMAND,
        at=NOON,
        document_number=document_number,
        effective_from=on,
        overrides=ALL_THE_SAME,
    )
