"""Lifecycle tables of enforcement."""

from enforcement.lifecycle.cases import CASE_LIFECYCLE, STATES_OF_ACT, obstacles_to_act
from enforcement.lifecycle.coercion import COERCION_LIFECYCLE, STATES_OF_COERCION_ACT
from enforcement.lifecycle.documents import DOCUMENT_LIFECYCLE, TEMPLATE_LIFECYCLE
from enforcement.lifecycle.inspections import INSPECTION_LIFECYCLE
from enforcement.lifecycle.laws import VERSION_LIFECYCLE
from enforcement.lifecycle.looking import LOOK_LIFECYCLE
from enforcement.lifecycle.mediations import MEDIATION_LIFECYCLE
from enforcement.lifecycle.publicity import PUBLICITY_LIFECYCLE
from enforcement.lifecycle.remedies import REMEDY_LIFECYCLE
from enforcement.lifecycle.training import TRAINING_LIFECYCLE

__all__ = [
    "CASE_LIFECYCLE",
    "COERCION_LIFECYCLE",
    "DOCUMENT_LIFECYCLE",
    "INSPECTION_LIFECYCLE",
    "LOOK_LIFECYCLE",
    "MEDIATION_LIFECYCLE",
    "PUBLICITY_LIFECYCLE",
    "REMEDY_LIFECYCLE",
    "STATES_OF_ACT",
    "STATES_OF_COERCION_ACT",
    "TEMPLATE_LIFECYCLE",
    "TRAINING_LIFECYCLE",
    "VERSION_LIFECYCLE",
    "obstacles_to_act",
]
