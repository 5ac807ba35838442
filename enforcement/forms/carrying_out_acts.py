"""The acts that carry out a decision (Penalty Law, Art. 27, 61-72; Coercion Law, Art. 53-54)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from enforcement.forms.carrying_out import (
    ArchiveForm,
    BankMoneyForm,
    CourtAnswerForm,
    CourtForm,
    CrimeReceiptForm,
    DemandForm,
    HandInMoneyForm,
    HardshipAnswerForm,
    HardshipForm,
    PaymentForm,
    ServePaperForm,
    ServiceForm,
)
from enforcement.services import cases
from foundation.acts import Act
from foundation.permissions import Permission

HANDLE, APPROVE = Permission.CASE_HANDLE, Permission.CASE_APPROVE

ARCHIVE = Act(
    "archive",
    cases.archive_case,
    ArchiveForm,
    intro=_(
        "After this nothing is added to the file. What it holds and lacks stands on the page of the case."
    ),
    done=_("The file is in the archive."),
    primary=True,
)

CARRYING_OUT_ACTS = (
    Act(
        "serve_decision",
        cases.serve_decision,
        ServiceForm,
        _("Record the service"),
        _("From the service run the fifteen days to pay and the time for remedies."),
        _("The service is recorded; the time to pay is running."),
        permission=HANDLE,
    ),
    Act(
        "serve_paper",
        cases.serve_paper,
        ServePaperForm,
        _("Record another service"),
        _("Receipts of notices, answers and letters. The decision has an act of its own."),
        permission=HANDLE,
    ),
    Act(
        "record_payment",
        cases.record_payment,
        PaymentForm,
        _("Record a payment"),
        _("Payments go to the fine first, then to the surcharge."),
        _("The payment is recorded."),
        permission=HANDLE,
    ),
    Act(
        "hand_in_money",
        cases.hand_in_money,
        HandInMoneyForm,
        _("Record that money was handed in"),
        _(
            "What an officer collects reaches the organ within two working days, and the bank within two more."
        ),
        _("It is recorded; the organ pays it to the bank."),
        permission=HANDLE,
    ),
    Act(
        "bank_money",
        cases.bank_money,
        BankMoneyForm,
        _("Record the payment to the bank"),
        _("The organ pays collected money to the bank within two working days."),
        _("The money is where it belongs."),
        permission=HANDLE,
    ),
    Act(
        "apply_hardship",
        cases.apply_hardship,
        HardshipForm,
        _("Record an application for hardship"),
        _("The party may ask to pay later or in parts. A head answers, with reasons."),
        _("The application is recorded; the head answers."),
        permission=HANDLE,
    ),
    Act(
        "answer_hardship",
        cases.answer_hardship,
        HardshipAnswerForm,
        _("Answer the application"),
        _("What is granted moves the day to pay; while it is kept no surcharge runs."),
        _("The answer is recorded."),
        permission=APPROVE,
    ),
    Act(
        "demand_performance",
        cases.demand_performance,
        DemandForm,
        _("Demand performance in writing"),
        _("Ten working days after the demand the court may be asked, once the remedies are over."),
        permission=HANDLE,
    ),
    Act(
        "ask_court",
        cases.ask_court,
        CourtForm,
        _("Ask the court to execute"),
        _("Within three months after the time for remedies; approved by a head."),
        _("Recorded: the court is asked."),
        permission=APPROVE,
    ),
    Act(
        "record_court_answer",
        cases.record_court_answer,
        CourtAnswerForm,
        _("Record the answer of the court"),
        permission=HANDLE,
    ),
    Act(
        "record_crime_receipt",
        cases.record_crime_receipt,
        CrimeReceiptForm,
        _("Record the receipt of the referral"),
        permission=HANDLE,
    ),
)
