"""The acts on evidence and records of a case (Penalty Law, Art. 41, 46, 47, 56)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from enforcement.forms.evidence import (
    ApprovePreservationForm,
    CustodyForm,
    EndPreservationForm,
    MonitoringForm,
    PreserveForm,
    RecordForm,
    VerifyForm,
)
from enforcement.services import evidence
from foundation.acts import Act
from foundation.permissions import Permission

HANDLE, APPROVE = Permission.CASE_HANDLE, Permission.CASE_APPROVE

EVIDENCE_ACTS = (
    Act(
        "verify_evidence",
        evidence.verify_evidence,
        VerifyForm,
        _("Verify evidence"),
        _("Only verified evidence supports a finding; what was obtained illegally is excluded."),
        permission=HANDLE,
    ),
    Act(
        "hand_evidence",
        evidence.hand_evidence,
        CustodyForm,
        _("Record a step of custody"),
        _("Each step follows the one before it and is never changed."),
        permission=HANDLE,
    ),
    Act(
        "record_monitoring",
        evidence.record_monitoring,
        MonitoringForm,
        _("Record the monitoring device"),
        _("A device is reviewed and its place published before it records."),
        permission=HANDLE,
    ),
    Act(
        "preserve_evidence",
        evidence.preserve_evidence,
        PreserveForm,
        _("Propose prior registration"),
        _(
            "For evidence that may be lost or is hard to get later. The head approves; it lasts seven working days."
        ),
        _("Proposed; the head decides."),
        permission=HANDLE,
    ),
    Act(
        "approve_preservation",
        evidence.approve_preservation,
        ApprovePreservationForm,
        _("Decide on prior registration"),
        permission=APPROVE,
    ),
    Act(
        "end_preservation",
        evidence.end_preservation,
        EndPreservationForm,
        _("End prior registration"),
        permission=HANDLE,
    ),
    Act(
        "record_process",
        evidence.record_process,
        RecordForm,
        _("Add to the record of the procedure"),
        _(
            "Notes are signed page by page; recordings are whole, show both sides and are stored within a day."
        ),
        permission=HANDLE,
    ),
)
