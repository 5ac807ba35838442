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
from enforcement.vocabulary.forbidden_times import (
    TIME_ACTIONS,
    LookState,
    QuietException,
    SignalKind,
    TimedAct,
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
    "TIME_ACTIONS",
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
    "LookState",
    "OrganKind",
    "Outcome",
    "PenaltyKind",
    "Procedure",
    "QuietException",
    "RegionLevel",
    "ReviewOpinion",
    "SignalKind",
    "Tier",
    "TimedAct",
]
