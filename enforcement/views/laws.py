"""Pages of laws: an instrument with its versions and who cites it, and what a version would change (Art. 3, 10)."""

from __future__ import annotations

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from enforcement.forms.laws import ENTER_INSTRUMENT, INSTRUMENT_ACTS, PREPARING, VERSION_ACTS
from enforcement.lifecycle import VERSION_LIFECYCLE
from enforcement.lists.laws import INSTRUMENT_LIST, VERSION_LIST, version_tone
from enforcement.models import Instrument, InstrumentVersion, Provision
from enforcement.reports.citing import citing
from enforcement.vocabulary.laws import BITING, TONE_OF_FATE, Fate, VersionState
from foundation.pages import CreatePage, DetailPage, ListPage, TransitionPage
from foundation.permissions import Permission
from foundation.record.story import entries_of

READ, EDIT = Permission.MATTER_READ, Permission.MATTER_EDIT


class InstrumentList(ListPage):
    spec = INSTRUMENT_LIST
    template_name = "enforcement/instrument_list.html"
    subtitle = _("What is cited here, and what becomes of it when the law changes.")
    create_url = "enforcement:instrument_new"
    create_label = _("Enter a law")
    create_permission = EDIT
    empty_title = _("No laws yet")
    empty_text = _(
        "Enter a law with the provisions that matters and lists cite: then a change of it is noticed."
    )


class InstrumentNew(CreatePage):
    permission = EDIT
    act = ENTER_INSTRUMENT
    cancel_url = "enforcement:instrument_list"


class VersionList(ListPage):
    spec = VERSION_LIST
    empty_title = _("No law has changed yet")
    empty_text = _("Open a law and prepare its new version.")


class InstrumentDetail(DetailPage):
    model = Instrument
    permission = READ
    template_name = "enforcement/instrument_detail.html"
    acts = INSTRUMENT_ACTS
    act_url = "enforcement:instrument_act"

    def context(self) -> dict[str, Any]:
        provisions = list(self.thing.provisions.order_by("article", "-revision"))
        cited = citing([p.pk for p in provisions], self.actor)
        return {
            **super().context(),
            "provisions": [{"provision": p, "citing": cited.get(p.pk, [])} for p in provisions],
            "versions": [_told(v) for v in self.thing.versions.all()],
            "timeline": entries_of(self.thing, limit=20) if self.actor.may(EDIT) else None,
        }


class InstrumentAct(TransitionPage):
    model = Instrument
    permission = READ
    acts = INSTRUMENT_ACTS


class VersionDetail(DetailPage):
    """Before it is confirmed: what would change. Afterwards: what did."""

    model = InstrumentVersion
    permission = READ
    template_name = "enforcement/version_detail.html"
    acts = VERSION_ACTS
    lifecycle = VERSION_LIFECYCLE
    act_url = "enforcement:version_act"

    def rows(self) -> Any:
        return InstrumentVersion.objects.select_related("instrument", "prepared_by")

    def offers(self) -> list[dict[str, Any]]:
        is_prepared = self.thing.state == VersionState.PREPARED
        return [
            o
            for o in super().offers()
            if o["name"] != "take_effect" and (is_prepared or o["name"] not in PREPARING)
        ]

    def context(self) -> dict[str, Any]:
        unjudged = self._unjudged
        return {
            **super().context(),
            "state": _told(self.thing),
            "changes": self._changes(),
            "unjudged": unjudged,
            "is_open": self.thing.state in (VersionState.PREPARED, VersionState.SCHEDULED),
            "timeline": entries_of(self.thing, limit=20) if self.actor.may(EDIT) else None,
        }

    @cached_property
    def _unjudged(self) -> list[Provision]:
        if self.thing.state != VersionState.PREPARED:
            return []
        return list(self.thing.to_judge().exclude(changes__version_of=self.thing).order_by("article"))

    def _changes(self) -> list[dict[str, Any]]:
        changes = list(self.thing.changes.select_related("provision__instrument"))
        biting = [c.became_id or c.provision_id for c in changes if c.fate in BITING]
        cited = citing(biting, self.actor)
        return [
            {
                "change": change,
                "tone": TONE_OF_FATE[Fate(change.fate)].value,
                "citing": cited.get(change.became_id or change.provision_id, []),
                "vanished": change.fate == Fate.VANISHED,
            }
            for change in changes
        ]


class VersionAct(TransitionPage):
    model = InstrumentVersion
    permission = READ
    acts = VERSION_ACTS
    lifecycle = VERSION_LIFECYCLE

    def rows(self) -> Any:
        return InstrumentVersion.objects.select_related("instrument")


def _told(version: InstrumentVersion) -> dict[str, Any]:
    return {"version": version, "label": version.get_state_display(), "tone": version_tone(version.state)}
