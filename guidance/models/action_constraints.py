"""What can never be otherwise of a guidance action: no draft is issued unexplained, unapproved, as a duty (Art. 8)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from guidance.vocabulary import LIVE_STATES, Formality, GuidanceState

ENDED_STATES = (GuidanceState.STOPPED, GuidanceState.EXPIRED, GuidanceState.CONCLUDED)
Q = models.Q

CONSTRAINTS = [
    models.UniqueConstraint(
        fields=["number"],
        condition=~Q(number=""),
        name="guidance_number_once",
        violation_error_message=_("This number has been given already."),
    ),
    models.UniqueConstraint(
        fields=["supersedes"],
        condition=~Q(supersedes=None) & ~Q(state=GuidanceState.WITHDRAWN),
        name="guidance_replaced_once",
        violation_error_message=_("A new version of this guidance exists already."),
    ),
    models.CheckConstraint(
        condition=~Q(counterpart=None) | ~Q(audience=""),
        name="guidance_has_addressee",
        violation_error_message=_("Name the counterpart, or the audience of public guidance."),
    ),
    models.CheckConstraint(
        condition=Q(issued_at=None, number="") | Q(issued_at__isnull=False) & ~Q(number=""),
        name="guidance_issued_has_number",
        violation_error_message=_("Issued guidance has a number, a draft has none."),
    ),
    models.CheckConstraint(
        condition=~Q(state__in=[*LIVE_STATES, *ENDED_STATES]) | Q(issued_at__isnull=False),
        name="guidance_live_is_issued",
        violation_error_message=_("Only issued guidance is answered and concluded."),
    ),
    models.CheckConstraint(
        condition=Q(issued_at=None) | Q(voluntariness_shown__isnull=False, voluntariness_shown=True),
        name="guidance_issued_as_voluntary",
        violation_error_message=_("Nothing is issued before it was shown that it is voluntary."),
    ),
    models.CheckConstraint(
        condition=Q(issued_at=None) | Q(formality=Formality.SIMPLE) | Q(approved_at__isnull=False),
        name="guidance_issued_is_approved",
        violation_error_message=_("General and major guidance is approved before it is issued."),
    ),
    models.CheckConstraint(
        condition=Q(approved_by=None) | ~Q(approved_by=models.F("drafted_by")),
        name="guidance_approved_by_another",
        violation_error_message=_("Who drafted guidance does not approve it."),
    ),
    models.CheckConstraint(
        condition=Q(answer_by=None) | Q(applied_on__isnull=False),
        name="guidance_answers_an_application",
        violation_error_message=_("Only what was applied for is to be answered by a day."),
    ),
    models.CheckConstraint(
        condition=~Q(state=GuidanceState.CONCLUDED) | ~Q(effect="") & Q(concluded_on__isnull=False),
        name="guidance_concluded_has_effect",
        violation_error_message=_("Concluded guidance says what it achieved."),
    ),
]
