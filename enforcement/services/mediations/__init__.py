"""Mediation: registered, begun between willing parties, agreed or not, performed or not (Art. 7)."""

from enforcement.services.mediations import agreement_document
from enforcement.services.mediations.concluding import (
    begin_mediation,
    end_without_agreement,
    note_performed,
    note_unperformed,
    record_agreement,
    record_part_agreement,
    withdraw_mediation,
)
from enforcement.services.mediations.registering import (
    add_party,
    edit_mediation,
    hold_session,
    name_mediators,
    register_mediation,
)

__all__ = [
    "add_party",
    "agreement_document",
    "begin_mediation",
    "edit_mediation",
    "end_without_agreement",
    "hold_session",
    "name_mediators",
    "note_performed",
    "note_unperformed",
    "record_agreement",
    "record_part_agreement",
    "register_mediation",
    "withdraw_mediation",
]
