"""The public text of a decision or result, apart from its file (Art. 4, 6; Penalty Law, Art. 48)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models.base import OrganScoped, indexes_in_order, indexes_of_open
from enforcement.models.case_people import CasePerson
from enforcement.models.cases import Case
from enforcement.models.coercion import CoerciveMeasure
from enforcement.models.inspections import Inspection, InspectionOfficer
from enforcement.models.officers import Officer
from enforcement.models.public_things import PublicThing, thing_of
from enforcement.rules.public_texts import Trace, traces_in
from enforcement.rules.publicity import PublicityFacts
from enforcement.scope import ScopedQuerySet
from enforcement.vocabulary.publicity import (
    SHOWN,
    UNPUBLISHED,
    PublicityState,
    PublicityTask,
    PublicKind,
    Undoing,
    WithholdingGround,
)
from foundation.actors import Actor

TEXTS = ("party", "violation", "basis", "result")
CASE_PATHS = ("case_id", "measure__case_id", "inspection__case_id")
_NONE = {"case__isnull": True, "measure__isnull": True, "inspection__isnull": True}
_OF_ONE = (
    Q(kind=PublicKind.PENALTY, **{**_NONE, "case__isnull": False})
    | Q(kind=PublicKind.COERCION, **{**_NONE, "measure__isnull": False})
    | Q(kind=PublicKind.INSPECTION, **{**_NONE, "inspection__isnull": False})
)
WAITS_FOR = {
    PublicityTask.WRITE: Q(state__in=(PublicityState.DUE, PublicityState.CORRECTING)),
    PublicityTask.APPROVE: Q(state__in=(PublicityState.DRAFT, PublicityState.CORRECTING)),
    PublicityTask.PUBLISH: Q(state=PublicityState.APPROVED),
    PublicityTask.WITHDRAW: Q(state__in=SHOWN, withdraw_by__isnull=False),
}


def is_handled(officer_id: Any) -> Q:
    """Whether the officer handles the case, its coercion, or the inspection that a publication is about."""
    handling, going = CasePerson.objects.handling(), InspectionOfficer.objects.all()
    duties = {"case": handling, "measure__case": handling, "inspection": going}
    found = Q(pk__in=[])
    for path, duty in duties.items():
        own = {path.rpartition("__")[2]: models.OuterRef(path)}
        found |= Q(models.Exists(duty.filter(officer=officer_id, **own)))
    return found


class PublicationQuerySet(ScopedQuerySet):
    case_path = CASE_PATHS

    def published(self) -> Any:
        """What was published and neither withdrawn nor ended; whether its term is over a day says."""
        return self.filter(state__in=SHOWN, edition__isnull=False)

    def shown_on(self, day: date) -> Any:
        """What everybody may read on a day: a term that is over ends it, whenever the timer comes by."""
        return self.published().filter(Q(until_on=None) | Q(until_on__gte=day))

    def withdrawn(self) -> Any:
        """What everybody is told was withdrawn, and why; until the changed decision is published."""
        return self.filter(withdrawn_on__isnull=False)

    def waiting_for(self, task: str, today: date) -> Any:
        """The part of the queue in which ``task`` comes next."""
        if task == PublicityTask.OVERDUE:
            return self.filter(
                Q(state__in=UNPUBLISHED, publish_by__lt=today) | Q(state__in=SHOWN, withdraw_by__lt=today)
            )
        return self.filter(WAITS_FOR[PublicityTask(task)])

    def of_thing(self, thing: Any) -> Any:
        """The publicity of a measure or an inspection."""
        name = "measure" if isinstance(thing, CoerciveMeasure) else "inspection"
        return self.filter(**{name: thing.pk})

    def handled_by(self, officer_id: Any) -> Any:
        """Those of things that the officer handles, who approves nothing of them."""
        return self.filter(is_handled(officer_id))

    def numbered(self) -> Any:
        """Each with ``number``, that of the decision, measure or inspection."""
        paths = ("case__decision__number", "measure__number", "inspection__number")
        return self.annotate(number=Coalesce(*paths))

    def whole(self) -> Any:
        """With all that a page about one shows and its rules ask, in a constant number of queries."""
        related = self.select_related(
            "case__counterpart", "case__matter__field", "case__decision", "case__circumstances", "organ",
            "case__crime_referral", "drafted_by", "approved_by", "edition", "measure__case__counterpart",
            "measure__case__matter", "inspection__counterpart", "inspection__case",
        )  # fmt: skip
        return related.prefetch_related(
            "case__people", "case__remedies", "case__counterpart__contacts", "editions", "measure__case__people",
            "measure__case__counterpart__contacts", "inspection__officers", "inspection__counterpart__contacts",
        )  # fmt: skip


class Publication(OrganScoped):
    """One a decision, measure or inspection; what is typed here nobody outside sees before it is an edition."""

    kind = models.CharField(
        _("kind"), max_length=10, choices=PublicKind.choices, default=PublicKind.PENALTY, editable=False
    )
    case = models.OneToOneField(
        Case, verbose_name=_("case"), null=True, on_delete=models.PROTECT, related_name="publication"
    )
    measure = models.OneToOneField(
        CoerciveMeasure,
        verbose_name=_("coercive measure"),
        null=True,
        on_delete=models.PROTECT,
        related_name="publication",
    )
    inspection = models.OneToOneField(
        Inspection,
        verbose_name=_("inspection"),
        null=True,
        on_delete=models.PROTECT,
        related_name="publication",
    )
    state = models.CharField(
        _("state"), max_length=10, choices=PublicityState.choices, default=PublicityState.DUE
    )
    decided_on = models.DateField(_("decided on"))
    publish_by = models.DateField(_("to be published by"), null=True, blank=True)
    party = models.CharField(_("party, as it is published"), max_length=200, blank=True)
    violation = models.TextField(_("what was found"), blank=True)
    basis = models.TextField(_("basis"), blank=True)
    result = models.TextField(_("what was decided"), blank=True)
    concerns = models.JSONField(_("what it concerns"), default=list, blank=True)
    masking = models.TextField(_("how it was masked"), blank=True)
    drafted_by = models.ForeignKey(
        Officer, verbose_name=_("drafted by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    drafted_on = models.DateField(_("drafted on"), null=True, blank=True)
    correction_reason = models.TextField(_("why it is corrected"), blank=True)
    approved_by = models.ForeignKey(
        Officer, verbose_name=_("approved by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_on = models.DateField(_("approved on"), null=True, blank=True)
    edition = models.OneToOneField(
        "enforcement.PublicEdition", null=True, on_delete=models.PROTECT, related_name="+"
    )
    published_on = models.DateField(_("published on"), null=True, blank=True)
    until_on = models.DateField(_("last day of publicity"), null=True, blank=True)
    withdraw_by = models.DateField(_("to be withdrawn by"), null=True, blank=True)
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)
    redrafted_on = models.DateField(_("begun anew on"), null=True, blank=True)
    withdrawal_reason = models.TextField(_("public reason of the withdrawal"), blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    end_applied_on = models.DateField(_("early end applied for on"), null=True, blank=True)
    withheld_ground = models.CharField(
        _("why it is not published"), max_length=12, choices=WithholdingGround.choices, blank=True
    )
    closing_reason = models.TextField(_("reason"), blank=True)
    undone_as = models.CharField(_("how it was undone"), max_length=10, choices=Undoing.choices, blank=True)
    undone_on = models.DateField(_("undone on"), null=True, blank=True)
    undone_ruling = models.CharField(_("by whom, and its number"), max_length=200, blank=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("publicity of a decision or result")
        verbose_name_plural = _("publicity of decisions and results")
        ordering = ["-decided_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=SHOWN) | Q(edition__isnull=False, published_on__isnull=False),
                name="publicity_shown_has_edition",
                violation_error_message=_("What is published has an approved text and a day."),
            ),
            models.CheckConstraint(
                condition=~Q(state=PublicityState.WITHDRAWN)
                | Q(withdrawn_on__isnull=False) & ~Q(withdrawal_reason=""),
                name="publicity_withdrawn_has_reason",
                violation_error_message=_("What is withdrawn is withdrawn with a public reason."),
            ),
            models.CheckConstraint(
                condition=~Q(state=PublicityState.WITHHELD) | ~Q(withheld_ground="") & ~Q(closing_reason=""),
                name="publicity_withheld_has_ground",
                violation_error_message=_("What is not published has a ground and a reason."),
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | Q(approved_on__isnull=False),
                name="publicity_approval_has_day",
                violation_error_message=_("An approval has its day."),
            ),
            models.CheckConstraint(
                condition=_OF_ONE,
                name="publicity_of_one_thing",
                violation_error_message=_("A public text tells of one decision, measure or inspection."),
            ),
            models.CheckConstraint(
                condition=Q(undone_as="", undone_on=None) | ~Q(undone_as="") & Q(undone_on__isnull=False),
                name="publicity_undoing_has_day",
                violation_error_message=_("What was undone was undone on some day."),
            ),
        ]
        indexes = [
            *indexes_in_order("publicity", ["-decided_on", "-id"]),
            *indexes_of_open("publicity", ["publish_by", "id"], Q(state__in=UNPUBLISHED)),
            models.Index(
                fields=["-published_on", "-id"], condition=Q(state__in=SHOWN), name="publicity_shown_idx"
            ),
            models.Index(
                fields=["kind", "-decided_on", "-id"], condition=Q(state__in=SHOWN), name="publicity_kind_idx"
            ),
        ]

    def __str__(self) -> str:
        return self.thing.number

    def get_absolute_url(self) -> str:
        return reverse("enforcement:publicity_detail", args=[self.pk])

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.thing.subject,)

    @property
    def thing(self) -> PublicThing:
        return thing_of(self)

    @property
    def is_shown(self) -> bool:
        return self.state in SHOWN

    @property
    def settled_on(self) -> date | None:
        """The day on which the duty to publish was met, or found not to be there."""
        return self.published_on or (self.ended_on if self.state == PublicityState.WITHHELD else None)

    @property
    def due_on(self) -> date | None:
        """The next day that this row must keep."""
        if self.state in UNPUBLISHED:
            return self.publish_by
        return self.withdraw_by if self.is_shown else None

    def facts(self, *, by: Actor, at: datetime) -> PublicityFacts:
        """What the rules need to know of this text now."""
        thing, withdraws = self.thing, self.is_shown and self.withdrawal_reason
        typed = self.withdrawal_reason if withdraws else self._text()
        return PublicityFacts(
            kind=self.kind,
            today=timezone.localdate(at),
            actor_is_handler=by.officer_id in thing.handlers,
            is_written=all(getattr(self, name).strip() for name in TEXTS),
            concerns=tuple(self.concerns),
            masking=self.masking,
            traces=tuple(self._traces(typed)),
            undone=thing.undone,
            reason=self.closing_reason,
            public_reason=self.withdrawal_reason if withdraws else "",
            ground=self.withheld_ground,
            published_on=self.published_on,
            applied_on=self.end_applied_on,
            until_on=self.until_on,
        )

    def _text(self) -> str:
        """All that would be read; the name of a business is public, whoever stands in it."""
        text, party = "\n".join(getattr(self, name) for name in TEXTS), self.thing.party
        return text if party.is_citizen else text.replace(party.name, "")

    def _traces(self, text: str) -> list[Trace]:
        return traces_in(text, self.thing.party.private_details())
