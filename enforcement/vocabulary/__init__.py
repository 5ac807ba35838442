"""The words of enforcement: organs, officers, counterparts, matters and cases (Art. 3-7)."""

from enforcement.vocabulary.cases import (
    CASE_ACTIONS,
    OPEN_STATES,
    PENALISING,
    UNDECIDED,
    CaseRole,
    CaseSource,
    CaseState,
    Fault,
    Harm,
    Outcome,
    Procedure,
)
from enforcement.vocabulary.counterparts import (
    CounterpartKind,
    Industry,
    LicenceState,
)
from enforcement.vocabulary.organs import (
    REGISTRY_ACTIONS,
    CertificateState,
    OrganKind,
    RegionLevel,
)
from enforcement.vocabulary.procedure import (
    DocumentKind,
    EvidenceKind,
    PenaltyKind,
    ReviewOpinion,
    Tier,
)

__all__ = [
    "CASE_ACTIONS",
    "OPEN_STATES",
    "PENALISING",
    "REGISTRY_ACTIONS",
    "UNDECIDED",
    "CaseRole",
    "CaseSource",
    "CaseState",
    "CertificateState",
    "CounterpartKind",
    "DocumentKind",
    "EvidenceKind",
    "Fault",
    "Harm",
    "Industry",
    "LicenceState",
    "OrganKind",
    "Outcome",
    "PenaltyKind",
    "Procedure",
    "RegionLevel",
    "ReviewOpinion",
    "Tier",
]
