"""The resources /leniency-cases/ and /leniency-choices/: what is done about leniency in a case (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Any

from enforcement.models import Case
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission
from leniency.forms.case_acts import CASE_ACTS
from leniency.forms.choosing import CHOICE_ACTS
from leniency.lifecycle import CHOICE_LIFECYCLE
from leniency.lists.cases import LENIENCY_CASES
from leniency.lists.choices import LENIENCY_CHOICES
from leniency.models import LeniencyChoice
from leniency.serializers.traces import ChoiceSerializer, LeniencyCaseSerializer


class LeniencyCaseResource(Resource):
    """Cases that were held against the lists; every act of the leniency panel is a transition here."""

    permission = Permission.CASE_READ
    spec = LENIENCY_CASES
    serializer_class = LeniencyCaseSerializer
    acts = CASE_ACTS
    basename = "leniency-case"

    def rows(self) -> Any:
        """Any case that the caller sees: its first assessment is an act of this resource."""
        return Case.objects.select_related("non_filing").prefetch_related(
            "leniency_assessments",
            "leniency_choices",
            "off_list_waivers",
            "educations",
            "correction_checks",
            "promises",
        )


class LeniencyChoiceResource(Resource):
    """Departures from assessments, with their answers; they are proposed by a transition of their case."""

    permission = Permission.CASE_READ
    spec = LENIENCY_CHOICES
    serializer_class = ChoiceSerializer
    acts = CHOICE_ACTS
    lifecycle = CHOICE_LIFECYCLE
    basename = "leniency-choice"

    def rows(self) -> Any:
        return LeniencyChoice.objects.select_related("case", "entry").prefetch_related("case__people")
