"""The base of every row of the domain: saved only inside an audit entry, with images and history."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords
from simple_history.signals import pre_create_historical_record

from foundation.models import AuditEntry, AuditImage, AuditSubject
from foundation.obstacles import Stale
from foundation.record.entry import Unrecorded, current_entry, kind_of
from foundation.record.images import image_of
from foundation.vocabulary import ImageKind


class RecordedHistory(models.Model):
    """Every history row belongs to an audit entry."""

    audit_entry = models.ForeignKey(AuditEntry, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


def _link_history(sender: Any, history_instance: Any = None, **_kwargs: Any) -> None:
    if isinstance(history_instance, RecordedHistory):
        entry = current_entry()
        history_instance.audit_entry = entry
        history: Any = history_instance
        history.history_user_id = entry.actor_id
        history.history_date = entry.at


pre_create_historical_record.connect(_link_history, dispatch_uid="link_history_to_audit")


class RecordedQuerySet(models.QuerySet[Any]):
    """Reads as always; refuses the writes that would leave no trace."""

    def update(self, **_kwargs: Any) -> int:
        raise Unrecorded("QuerySet.update leaves no trace: use record_update")

    def bulk_create(self, *_args: Any, **_kwargs: Any) -> list[Any]:
        raise Unrecorded("bulk_create leaves no trace: use record_bulk_create")

    def bulk_update(self, *_args: Any, **_kwargs: Any) -> int:
        raise Unrecorded("bulk_update leaves no trace: use record_update")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise Unrecorded("QuerySet.delete leaves no trace: delete rows one by one in a service")

    def locked(self, pk: Any, *, expected: int | None = None) -> Any:
        """One row, locked for this transaction.

        ``expected`` is the version that the actor read; raises Stale when it is another by now,
        DoesNotExist when the row is not in this queryset.
        """
        row = self.select_for_update(of=("self",)).get(pk=pk)
        if expected is not None and row.version != expected:
            raise Stale(row.version)
        return row

    def record_bulk_create(self, rows: list[Any], *, batch_size: int = 500) -> list[Any]:
        """Create many rows of one kind, with images and history, under the open entry."""
        entry = current_entry()
        for row in rows:
            row.stamp(entry)
        made: list[Any] = list(models.QuerySet(self.model).bulk_create(rows, batch_size=batch_size))
        self.model.history.bulk_history_create(
            made,
            batch_size=batch_size,
            default_date=entry.at,
            custom_historical_attrs={"audit_entry": entry, "history_user_id": entry.actor_id},
        )
        _write_images(entry, [(ImageKind.CREATED, None, row) for row in made], batch_size)
        return made

    def record_update(self, **values: Any) -> int:
        """Change the same columns in every row of this queryset, one recorded save each."""
        count = 0
        for row in self.select_for_update(of=("self",)):
            for name, value in values.items():
                setattr(row, name, value)
            row.save()
            count += 1
        return count


def _write_images(
    entry: AuditEntry, changes: list[tuple[str, dict[str, Any] | None, Any]], batch_size: int = 500
) -> None:
    AuditImage.objects.bulk_create(
        [
            AuditImage(
                entry=entry,
                model=kind_of(row),
                key=str(row.pk),
                kind=kind,
                before=before,
                after=None if kind == ImageKind.DELETED else image_of(row),
            )
            for kind, before, row in changes
        ],
        batch_size=batch_size,
    )
    AuditSubject.objects.bulk_create(
        [
            AuditSubject(entry=entry, kind=kind_of(thing), key=str(thing.pk))
            for _kind, _before, row in changes
            for thing in (row, *row.audit_subjects())
        ],
        ignore_conflicts=True,
        batch_size=batch_size,
    )


def _user_id_of(history: Any) -> int | None:
    return history.history_user_id


def _keep_user_id(history: Any, user: Any) -> None:
    if user is not None:
        history.history_user_id = user


class RecordedModel(models.Model):
    """A row of the domain. Saving and deleting need an open audit entry; stale edits are told."""

    created_at = models.DateTimeField(_("created at"), editable=False)
    updated_at = models.DateTimeField(_("updated at"), editable=False)
    version = models.PositiveIntegerField(_("version"), default=0, editable=False)

    objects = RecordedQuerySet.as_manager()
    history = HistoricalRecords(
        inherit=True,
        bases=[RecordedHistory],
        history_id_field=models.BigAutoField(),
        history_user_id_field=models.BigIntegerField(null=True),
        history_user_getter=_user_id_of,
        history_user_setter=_keep_user_id,
        get_user=lambda **_kwargs: None,
    )

    class Meta:
        abstract = True

    def stamp(self, entry: AuditEntry) -> None:
        """Set the times and the version that this write gives the row."""
        if self.pk is None or self._state.adding:
            self.created_at = entry.at
        self.updated_at = entry.at
        self.version += 1

    def audit_subjects(self) -> tuple[models.Model, ...]:
        """Other things in whose timelines a change of this row belongs."""
        return ()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the row with its images and history; raises Unrecorded outside an audit entry."""
        entry = current_entry()
        before = None if self._state.adding else self._stored_image()
        self.stamp(entry)
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "updated_at", "version"}
        super().save(*args, **kwargs)
        _write_images(entry, [(ImageKind.CHANGED if before else ImageKind.CREATED, before, self)])

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Remove the row, keeping its last image; raises Unrecorded outside an audit entry."""
        entry = current_entry()
        _write_images(entry, [(ImageKind.DELETED, self._stored_image(), self)])
        return super().delete(*args, **kwargs)

    def _stored_image(self) -> dict[str, Any] | None:
        stored = type(self)._base_manager.select_for_update(of=("self",)).filter(pk=self.pk).first()
        return image_of(stored) if stored else None


class DerivedModel(models.Model):
    """State that is computed from the record and can be rebuilt at any time; it is not recorded itself."""

    class Meta:
        abstract = True
