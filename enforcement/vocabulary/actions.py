"""How every act of enforcement is told in a timeline, gathered from the words of each subject."""

from typing import Any

from enforcement.vocabulary.cases import CASE_ACTIONS
from enforcement.vocabulary.coercion import COERCION_ACTIONS
from enforcement.vocabulary.departures import DEPARTURE_ACTIONS
from enforcement.vocabulary.documents import DOCUMENT_ACTIONS
from enforcement.vocabulary.execution import EXECUTION_ACTIONS
from enforcement.vocabulary.forbidden_times import TIME_ACTIONS
from enforcement.vocabulary.inspections import INSPECTION_ACTIONS
from enforcement.vocabulary.laws import LAW_ACTIONS
from enforcement.vocabulary.mediations import MEDIATION_ACTIONS
from enforcement.vocabulary.organs import REGISTRY_ACTIONS
from enforcement.vocabulary.periods import PERIOD_ACTIONS
from enforcement.vocabulary.publicity import PUBLICITY_ACTIONS
from enforcement.vocabulary.remedies import REMEDY_ACTIONS
from enforcement.vocabulary.rules import RULE_ACTIONS
from enforcement.vocabulary.same_party import SAME_PARTY_ACTIONS
from enforcement.vocabulary.steps import STEP_ACTIONS
from enforcement.vocabulary.training import TRAINING_ACTIONS

ACTIONS: dict[str, Any] = {
    **CASE_ACTIONS,
    **COERCION_ACTIONS,
    **DEPARTURE_ACTIONS,
    **DOCUMENT_ACTIONS,
    **EXECUTION_ACTIONS,
    **TIME_ACTIONS,
    **INSPECTION_ACTIONS,
    **LAW_ACTIONS,
    **MEDIATION_ACTIONS,
    **REGISTRY_ACTIONS,
    **PERIOD_ACTIONS,
    **PUBLICITY_ACTIONS,
    **REMEDY_ACTIONS,
    **RULE_ACTIONS,
    **SAME_PARTY_ACTIONS,
    **STEP_ACTIONS,
    **TRAINING_ACTIONS,
}
