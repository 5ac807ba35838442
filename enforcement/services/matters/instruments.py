"""Legal instruments and their provisions, revision by revision (Art. 3, 5)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from enforcement.models import Instrument, Provision
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.record import audited


def found_instrument(*, by: Actor, at: datetime, **values: Any) -> Instrument:
    """Enter a law, regulation or rule; its text is cited, never kept."""
    by.require(Permission.MATTER_EDIT)
    with audited("instrument:found", by=by, at=at, under=Article(3)):
        instrument = Instrument(**values)
        instrument.save()
        return instrument


def edit_instrument(
    instrument_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> Instrument:
    """Correct an instrument, or note its repeal."""
    by.require(Permission.MATTER_EDIT)
    with audited("instrument:edit", by=by, at=at, under=Article(3)):
        instrument: Instrument = Instrument.objects.workable_by(by).locked(instrument_id, expected=expected)
        for name, value in values.items():
            setattr(instrument, name, value)
        instrument.save()
        return instrument


def found_provision(*, by: Actor, at: datetime, instrument: Instrument, **values: Any) -> Provision:
    """Enter a provision of an instrument."""
    by.require(Permission.MATTER_EDIT)
    with audited("provision:found", by=by, at=at, under=Article(3)):
        provision = Provision(instrument=instrument, **values)
        provision.save()
        return provision


def edit_provision(
    provision_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> Provision:
    """Correct how a provision is described; a change of the law is a revision instead."""
    by.require(Permission.MATTER_EDIT)
    with audited("provision:edit", by=by, at=at, under=Article(3)):
        provision: Provision = Provision.objects.workable_by(by).locked(provision_id, expected=expected)
        for name, value in values.items():
            setattr(provision, name, value)
        provision.save()
        return provision


def revise_provision(
    provision_id: int, *, by: Actor, at: datetime, valid_from: date, summary: str, expected: int | None = None
) -> Provision:
    """The law changed: end this revision the day before, and begin the next one, not yet checked."""
    by.require(Permission.MATTER_EDIT)
    with audited("provision:revise", by=by, at=at, under=Article(3)):
        old: Provision = Provision.objects.workable_by(by).locked(provision_id, expected=expected)
        old.valid_to = valid_from - timedelta(days=1)
        old.save()
        new = Provision(
            instrument=old.instrument,
            article=old.article,
            revision=old.revision + 1,
            summary=summary,
            valid_from=valid_from,
        )
        new.save()
        return new
