"""Writing the record: no row of the domain changes outside an audit entry."""

from foundation.record.entry import Unrecorded, audited, current_entry
from foundation.record.model import DerivedModel, RecordedModel, RecordedQuerySet

__all__ = ["DerivedModel", "RecordedModel", "RecordedQuerySet", "Unrecorded", "audited", "current_entry"]
