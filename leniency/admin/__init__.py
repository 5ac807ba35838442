"""Administration of leniency lists, through the services (Art. 10 para. 1)."""

from leniency.admin.lists import LeniencyEntryAdmin, LeniencyListAdmin

__all__ = ["LeniencyEntryAdmin", "LeniencyListAdmin"]
