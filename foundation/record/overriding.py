"""A warning that was passed over stands in the record, under the act that passed it over (Art. 6)."""

from __future__ import annotations

from django.db import models

from foundation.articles import Article
from foundation.firing import Firing, when_overridden
from foundation.record.entry import audited, tell

OVERRIDE = "rule:override"


@when_overridden
def record_overrides(firing: Firing) -> None:
    """Write the reasons as an effect of the open act, in the timeline of the thing."""
    reasons: dict[str, str] = {**firing.reasons}
    with audited(OVERRIDE, by=firing.by, at=firing.at, under=Article(6), overrides=reasons) as entry:
        if isinstance(firing.thing, models.Model):
            tell(entry, firing.thing)
