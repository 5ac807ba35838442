"""Acts on fields, instruments, provisions, matters and their discretion bands (Art. 3, 5)."""

from enforcement.services.matters.bands import edit_band, enter_band, remove_band
from enforcement.services.matters.fields import edit_field, found_field
from enforcement.services.matters.instruments import (
    edit_instrument,
    edit_provision,
    found_instrument,
    found_provision,
    revise_provision,
)
from enforcement.services.matters.matters import cite_provision, edit_matter, found_matter, uncite_provision

__all__ = [
    "cite_provision",
    "edit_band",
    "edit_field",
    "edit_instrument",
    "edit_matter",
    "edit_provision",
    "enter_band",
    "found_field",
    "found_instrument",
    "found_matter",
    "found_provision",
    "remove_band",
    "revise_provision",
    "uncite_provision",
]
