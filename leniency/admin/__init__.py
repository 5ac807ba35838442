"""Administration of leniency lists, through the services (Art. 10 para. 1)."""

from leniency.admin.lists import LeniencyEntryAdmin, LeniencyListAdmin
from leniency.admin.special_laws import SpecialProvisionAdmin

__all__ = ["LeniencyEntryAdmin", "LeniencyListAdmin", "SpecialProvisionAdmin"]
