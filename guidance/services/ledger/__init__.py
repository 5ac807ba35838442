"""The ledger of simple guidance (Art. 8)."""

from guidance.services.ledger.importing import import_rows, try_rows
from guidance.services.ledger.keeping import correct_row, enter_row, remove_row

__all__ = ["correct_row", "enter_row", "import_rows", "remove_row", "try_rows"]
