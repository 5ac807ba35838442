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
from enforcement.services.matters.linking import link_matters
from enforcement.services.matters.matters import cite_provision, edit_matter, found_matter, uncite_provision
from enforcement.services.matters.version_sheets import import_changes, try_changes
from enforcement.services.matters.versions import (
    adopt_version,
    follow_law,
    judge_provision,
    prepare_version,
    take_effect,
    withdraw_version,
)

__all__ = [
    "adopt_version",
    "cite_provision",
    "edit_band",
    "edit_field",
    "edit_instrument",
    "edit_matter",
    "edit_provision",
    "enter_band",
    "follow_law",
    "found_field",
    "found_instrument",
    "found_matter",
    "found_provision",
    "import_changes",
    "judge_provision",
    "link_matters",
    "prepare_version",
    "remove_band",
    "revise_provision",
    "take_effect",
    "try_changes",
    "uncite_provision",
    "withdraw_version",
]
