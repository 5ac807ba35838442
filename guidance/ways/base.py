"""What the page of every way has in common: one detail row an action, and what the way asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db import models

from enforcement.scope import through
from foundation.articles import Article
from foundation.record import RecordedModel
from guidance.vocabulary import Channel, Formality, Nature, Way

ThroughAction = through("action", case="action__case_id")


class WayDetail(RecordedModel):
    """The typed columns of one way; the action holds what all ways share."""

    action = models.OneToOneField(
        "guidance.GuidanceAction", on_delete=models.PROTECT, related_name="%(class)s"
    )

    objects = ThroughAction.as_manager()  # type: ignore[misc]

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.action)

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.action,)


@dataclass(frozen=True)
class WayPage:
    """One way: its item in the article, when it fits, its table and its defaults.

    ``drafted`` are the columns that are written before issuing, ``recorded`` those that come true
    afterwards by the act labelled ``record_label``. A column of ``heard_by`` that is filled shows that the
    counterpart took part, whatever it answered.
    """

    way: Way
    article: Article
    description: Any
    use_when: Any
    icon: str
    detail: type[WayDetail]
    drafted: tuple[str, ...]
    recorded: tuple[str, ...] = ()
    record_label: Any = ""
    required: frozenset[str] = field(default_factory=frozenset)
    is_public: bool = False
    has_rectification: bool = False
    always_two_officers: bool = False
    documents: tuple[Any, ...] = ()
    reply_days: int | None = None
    heard_by: tuple[str, ...] = ()
    formality: Formality = Formality.SIMPLE
    nature: Nature = Nature.ASSISTING
    channel: Channel = Channel.WRITTEN

    @property
    def label(self) -> Any:
        return self.way.label

    def typed(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Those of ``names`` that are typed as they are; the fields of a way of one's own have their own names."""
        columns = {field.name: field for field in self.detail._meta.concrete_fields}
        return tuple(name for name in names if not isinstance(columns[name], models.JSONField))

    @property
    def related_name(self) -> str:
        return self.detail._meta.model_name or ""
