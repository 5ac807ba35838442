"""The resources of laws and of their versions (Art. 3, 10)."""

from __future__ import annotations

from typing import Any

from enforcement.forms.laws import ENTER_INSTRUMENT, INSTRUMENT_ACTS, VERSION_ACTS
from enforcement.lifecycle import VERSION_LIFECYCLE
from enforcement.lists.laws import INSTRUMENT_LIST, VERSION_LIST
from enforcement.models import Instrument, InstrumentVersion
from enforcement.serializers.laws import InstrumentSerializer, InstrumentVersionSerializer
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission


class InstrumentResource(Resource):
    """Laws that are cited here; a new version is prepared on one of them."""

    permission = Permission.MATTER_READ
    spec = INSTRUMENT_LIST
    serializer_class = InstrumentSerializer
    create_act = ENTER_INSTRUMENT
    edit_act = INSTRUMENT_ACTS["edit"]
    acts = {"prepare_version": INSTRUMENT_ACTS["prepare_version"]}
    basename = "instrument"

    def rows(self) -> Any:
        return Instrument.objects.all()


class InstrumentVersionResource(Resource):
    """Versions of laws with what they make of each provision that is cited here."""

    permission = Permission.MATTER_READ
    spec = VERSION_LIST
    serializer_class = InstrumentVersionSerializer
    acts = VERSION_ACTS
    lifecycle = VERSION_LIFECYCLE
    basename = "instrument-version"

    def rows(self) -> Any:
        return InstrumentVersion.objects.select_related("instrument").prefetch_related("changes__provision")
