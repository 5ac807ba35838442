"""Acts on regions and organs (Art. 4)."""

from enforcement.services.organs.founding import edit_organ, found_organ
from enforcement.services.organs.regions import edit_region, found_region
from enforcement.services.organs.responsible import name_first_responsible

__all__ = ["edit_organ", "edit_region", "found_organ", "found_region", "name_first_responsible"]
