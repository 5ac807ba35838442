"""The public text of a decision, apart from its file, with its editions (Art. 4, 6; Penalty Law, Art. 48)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models.base import OrganScoped, indexes_in_order, indexes_of_open
from enforcement.models.cases import Case
from enforcement.models.officers import Officer
from enforcement.models.procedure import CasePart
from enforcement.rules.public_texts import Trace, traces_in
from enforcement.rules.publicity import PublicityFacts
from enforcement.scope import ScopedQuerySet, through
from enforcement.vocabulary import CaseRole
from enforcement.vocabulary.publicity import (
    SHOWN,
    UNPUBLISHED,
    PublicityState,
    PublicityTask,
    WithholdingGround,
)
from enforcement.vocabulary.remedies import UNDOING
from foundation.actors import Actor

TEXTS = ("party", "violation", "basis", "result")
WAITS_FOR = {
    PublicityTask.WRITE: Q(state__in=(PublicityState.DUE, PublicityState.CORRECTING)),
    PublicityTask.APPROVE: Q(state__in=(PublicityState.DRAFT, PublicityState.CORRECTING)),
    PublicityTask.PUBLISH: Q(state=PublicityState.APPROVED),
    PublicityTask.WITHDRAW: Q(state__in=SHOWN, withdraw_by__isnull=False),
}


class PublicationQuerySet(ScopedQuerySet):
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

    def whole(self) -> Any:
        """With all that a page about one shows and its rules ask, in a constant number of queries."""
        related = self.select_related(
            "case__counterpart", "case__matter__field", "case__decision", "case__circumstances", "organ",
            "case__crime_referral", "drafted_by", "approved_by", "edition",
        )  # fmt: skip
        return related.prefetch_related(
            "case__people", "case__remedies", "case__counterpart__contacts", "editions"
        )


class Publication(OrganScoped):
    """One a decision; what is typed here is seen by nobody outside until it becomes an edition."""

    case = models.OneToOneField(
        Case, verbose_name=_("case"), on_delete=models.PROTECT, related_name="publication"
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

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("publicity of a decision")
        verbose_name_plural = _("publicity of decisions")
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
        ]
        indexes = [
            *indexes_in_order("publicity", ["-decided_on", "-id"]),
            *indexes_of_open("publicity", ["publish_by", "id"], Q(state__in=UNPUBLISHED)),
            models.Index(
                fields=["-published_on", "-id"], condition=Q(state__in=SHOWN), name="publicity_shown_idx"
            ),
        ]

    def __str__(self) -> str:
        return str(self.case.decision)

    def get_absolute_url(self) -> str:
        return reverse("enforcement:publicity_detail", args=[self.pk])

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.case,)

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

    @property
    def undone(self) -> str:
        """The latest result of a remedy that undid the decision."""
        ended = [r for r in self.case.remedies.all() if r.result in UNDOING]
        return max(ended, key=lambda remedy: (remedy.ended_on, remedy.pk)).result if ended else ""

    def facts(self, *, by: Actor, at: datetime) -> PublicityFacts:
        """What the rules need to know of this text now."""
        withdraws = self.is_shown and self.withdrawal_reason
        typed = self.withdrawal_reason if withdraws else self._text()
        return PublicityFacts(
            today=timezone.localdate(at),
            actor_is_handler=self.case.role_of(by.officer_id) == CaseRole.HANDLER,
            is_written=all(getattr(self, name).strip() for name in TEXTS),
            concerns=tuple(self.concerns),
            masking=self.masking,
            traces=tuple(self._traces(typed)),
            undone=self.undone,
            reason=self.closing_reason,
            public_reason=self.withdrawal_reason if withdraws else "",
            ground=self.withheld_ground,
            published_on=self.published_on,
            applied_on=self.end_applied_on,
            until_on=self.until_on,
        )

    def _text(self) -> str:
        """All that would be read; the name of a business is public, whoever stands in it."""
        text = "\n".join(getattr(self, name) for name in TEXTS)
        return text if self.case.counterpart.is_citizen else text.replace(self.case.counterpart.name, "")

    def _traces(self, text: str) -> list[Trace]:
        return traces_in(text, self.case.private_details())


class PublicEdition(CasePart):
    """A text as it was published: never changed, only followed by another."""

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField(_("edition"))
    party = models.CharField(_("party"), max_length=200)
    violation = models.TextField(_("what was found"))
    basis = models.TextField(_("basis"))
    result = models.TextField(_("what was decided"))
    published_on = models.DateField(_("published on"))
    approved_by = models.ForeignKey(
        Officer, verbose_name=_("approved by"), on_delete=models.PROTECT, related_name="+"
    )
    correction_reason = models.TextField(_("why the one before was corrected"), blank=True)

    objects = through("publication", case="publication__case_id").as_manager()

    class Meta:
        verbose_name = _("edition of a public text")
        verbose_name_plural = _("editions of public texts")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "number"],
                name="public_edition_once",
                violation_error_message=_("This edition exists already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.publication} – {self.number}"

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.publication,)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write it once; raises ValueError for a second time."""
        if not self._state.adding:
            raise ValueError("a published text is not changed: publish another edition")
        super().save(*args, **kwargs)
