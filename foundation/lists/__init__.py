"""One column specification per list: it serves the page, the API and the export alike."""

from foundation.lists.column import Column, Kind
from foundation.lists.context import RowContext
from foundation.lists.faults import BadQuery, Fault
from foundation.lists.filters import SubtreeFilter
from foundation.lists.listing import Listing
from foundation.lists.spec import ListSpec

__all__ = ["BadQuery", "Column", "Fault", "Kind", "ListSpec", "Listing", "RowContext", "SubtreeFilter"]
