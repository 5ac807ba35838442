"""Acts on counterparts, one verb a function."""

from enforcement.services.counterparts.contacts import add_contact, edit_contact, remove_contact
from enforcement.services.counterparts.duplicates import PossibleDuplicate, possible_duplicates
from enforcement.services.counterparts.licences import add_licence, edit_licence
from enforcement.services.counterparts.registering import edit_counterpart, register_counterpart
from enforcement.services.counterparts.revealing import find_by_identifier, note_api_reading, reveal
from enforcement.services.counterparts.sameness import Candidate, candidates_of, same_as, say_same

__all__ = [
    "Candidate",
    "PossibleDuplicate",
    "add_contact",
    "add_licence",
    "candidates_of",
    "edit_contact",
    "edit_counterpart",
    "edit_licence",
    "find_by_identifier",
    "note_api_reading",
    "possible_duplicates",
    "register_counterpart",
    "remove_contact",
    "reveal",
    "same_as",
    "say_same",
]
