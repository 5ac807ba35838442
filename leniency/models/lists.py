"""A leniency list: published as a whole, revised by a new edition, never edited (Art. 10 para. 1)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from enforcement.models import Field, Officer, OrganScoped
from enforcement.vocabulary import RegionLevel
from foundation.actors import Actor
from foundation.articles import Citation
from leniency.rules.facts import EntryTerms, ListFacts
from leniency.rules.standing import standing_of
from leniency.scope import ListQuerySet
from leniency.vocabulary import LAW_OF, PUBLIC_STATES, ListState, ListType, Standing

SPARING = (ListType.MINOR, ListType.FIRST)
"""Lists by which a penalty is spared: what the statute itself does not penalise at first needs none of them."""


class LeniencyList(OrganScoped):
    title_zh = models.CharField(_("title (Chinese)"), max_length=200)
    title_en = models.CharField(_("title (English)"), max_length=200, blank=True)
    type = models.CharField(_("type of list"), max_length=12, choices=ListType.choices)
    field = models.ForeignKey(Field, verbose_name=_("field"), on_delete=models.PROTECT, related_name="+")
    level = models.CharField(_("level"), max_length=10, choices=RegionLevel.choices)
    edition = models.CharField(_("edition"), max_length=40)
    note_zh = models.CharField(_("note (Chinese)"), max_length=300, blank=True)
    note_en = models.CharField(_("note (English)"), max_length=300, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=ListState.choices, default=ListState.DRAFT)
    drafted_by = models.ForeignKey(
        Officer, verbose_name=_("drafted by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    opinions = models.TextField(_("opinions heard and how they were taken up"), blank=True)
    review = models.TextField(_("opinion on legality"), blank=True)
    approval = models.TextField(_("collective decision"), blank=True)
    document_number = models.CharField(_("document number"), max_length=60, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    effective_from = models.DateField(_("in force from"), null=True, blank=True)
    effective_to = models.DateField(_("in force until"), null=True, blank=True)
    repealed_on = models.DateField(_("repealed on"), null=True, blank=True)
    repeal_reason = models.TextField(_("why it was repealed"), blank=True)
    supersedes = models.OneToOneField(
        "self",
        verbose_name=_("earlier edition"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="successor",
    )

    objects = ListQuerySet.as_manager()

    class Meta:
        verbose_name = _("leniency list")
        verbose_name_plural = _("leniency lists")
        ordering = ["-effective_from", "-id"]
        indexes = [
            models.Index(fields=["field", "type", "effective_from"], name="leniency_list_field_idx"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "field", "type", "edition"],
                name="leniency_list_edition_once",
                violation_error_message=_("The organ has a list of this field, type and edition already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=PUBLIC_STATES)
                | (
                    models.Q(published_on__isnull=False, effective_from__isnull=False)
                    & ~models.Q(document_number="")
                ),
                name="leniency_list_published_in_full",
                violation_error_message=_(
                    "A published list has a document number, a day of publication and a first day in force."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(effective_from=None)
                | models.Q(published_on=None)
                | models.Q(effective_from__gte=models.F("published_on")),
                name="leniency_list_not_retroactive",
                violation_error_message=_("A list does not come into force before it is published."),
            ),
            models.CheckConstraint(
                condition=models.Q(effective_to=None)
                | models.Q(effective_from__isnull=False, effective_to__gte=models.F("effective_from")),
                name="leniency_list_days_in_order",
                violation_error_message=_("A list cannot end before it begins."),
            ),
            models.CheckConstraint(
                condition=~models.Q(state=ListState.REPEALED)
                | (models.Q(repealed_on__isnull=False) & ~models.Q(repeal_reason="")),
                name="leniency_list_repealed_with_reason",
                violation_error_message=_("A repealed list says when and why it was repealed."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.edition})" if self._english else f"{self.title}({self.edition})"

    def get_absolute_url(self) -> str:
        return reverse("leniency:list_detail", args=[self.pk])

    @property
    def _english(self) -> bool:
        return (get_language() or "").startswith("en")

    @property
    def title(self) -> str:
        return self.title_en if self.title_en and self._english else self.title_zh

    @property
    def note(self) -> str:
        return self.note_en if self.note_en and self._english else self.note_zh

    @property
    def law(self) -> Citation:
        return LAW_OF[self.type]

    @property
    def is_public(self) -> bool:
        return self.state in PUBLIC_STATES

    def is_in_force(self, on: date) -> bool:
        """Whether the list was in force on a day."""
        begun = self.is_public and self.effective_from is not None and self.effective_from <= on
        ended = self.effective_to is not None and self.effective_to < on
        repealed = self.repealed_on is not None and self.repealed_on <= on
        return begun and not ended and not repealed

    def standing_on(self, day: date) -> Standing:
        """Where the list stands on a day; asks for its successor and an open review when they are not loaded."""
        return standing_of(
            on=day,
            is_public=self.is_public,
            effective_from=self.effective_from,
            effective_to=self.effective_to,
            repealed_on=self.repealed_on,
            has_successor=hasattr(self, "successor"),
            is_reviewed=self.open_review is not None,
        )

    @cached_property
    def open_review(self) -> Any:
        """The review that is not concluded yet, or None."""
        return next((review for review in self.reviews.all() if review.concluded_on is None), None)

    def facts(self, *, by: Actor, at: datetime) -> ListFacts:
        """What the rules of preparation and publication need to know."""
        return ListFacts(
            actor_id=by.officer_id,
            drafter_id=self.drafted_by_id,
            type=self.type,
            today=timezone.localdate(at),
            has_opinions=bool(self.opinions.strip()),
            has_review=bool(self.review.strip()),
            has_approval=bool(self.approval.strip()),
            document_number=self.document_number,
            effective_from=self.effective_from,
            previous_from=self.supersedes.effective_from if self.supersedes else None,
            entries=tuple(
                EntryTerms(e.pk, e.code, self.type, tuple(c.terms for c in e.conditions.all()))
                for e in self.entries.prefetch_related("conditions")
            )
            if self.pk
            else (),
            adding_nothing=tuple(sorted(e.code for e in self.entries.all() if e.adds_nothing))
            if self.pk and self.type in SPARING
            else (),
        )
