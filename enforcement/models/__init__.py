"""Tables of enforcement."""

from enforcement.models.base import (
    Bilingual,
    CityWide,
    OrganScoped,
    indexes_in_order,
    indexes_of_open,
    name_field,
)
from enforcement.models.case_people import CasePerson
from enforcement.models.case_search import CaseSearch
from enforcement.models.cases import Case
from enforcement.models.circumstances import Circumstances
from enforcement.models.coercion import CoerciveMeasure
from enforcement.models.coercion_parts import CoerciveExecution, SeizedItem, TestingTime
from enforcement.models.counterpart_search import CounterpartSearch
from enforcement.models.counterparts import Contact, Counterpart, Licence
from enforcement.models.court import CourtApplication, PerformanceDemand
from enforcement.models.custody import CustodyStep, MonitoringRecord, Preservation
from enforcement.models.deliberation import CrimeReferral, Discussion, DiscussionMember, ReviewRequest
from enforcement.models.departures import BandDeparture
from enforcement.models.documents import Document, DocumentFile, DocumentTemplate, register_subject
from enforcement.models.due_days import with_due_days
from enforcement.models.feeds import CalendarFeed
from enforcement.models.filing import FilingCheck, NonFiling
from enforcement.models.forbidden_times import CityNight, LocalBan, QuietPeriod
from enforcement.models.hearings import Hearing
from enforcement.models.inspection_caps import InspectionCap
from enforcement.models.inspection_ratings import InspectionRating
from enforcement.models.inspections import Inspection, InspectionMatter, InspectionOfficer
from enforcement.models.intervals import CaseInterval
from enforcement.models.laws import InstrumentVersion, ProvisionChange
from enforcement.models.matters import DiscretionBand, Instrument, Matter, MatterProvision, Provision
from enforcement.models.mediations import Mediation, MediationParty, MediationSession, Mediator
from enforcement.models.notifications import Notification
from enforcement.models.officers import AccessToken, Officer, RoleGrant, TokenUse
from enforcement.models.organs import Field, Holiday, HolidayYear, NumberSeries, Organ, OrganField, Region
from enforcement.models.out_of_hours import EmergencyOverride, TimeSignal
from enforcement.models.paying import Hardship, Instalment, Payment
from enforcement.models.procedure import Decision, Evidence, LegalReview, Notice
from enforcement.models.process_records import ProcessRecord
from enforcement.models.profiles import ProcedureProfile, ProfileExtension
from enforcement.models.public_editions import PublicEdition
from enforcement.models.publicity import Publication
from enforcement.models.recusals import Recusal, recused_ids
from enforcement.models.remedies import Remedy
from enforcement.models.rules import Rule, RuleFiring, RuleParameter
from enforcement.models.same_party import SameParty
from enforcement.models.serving import PaperService
from enforcement.models.sharing import OrganShare
from enforcement.models.text_search import FoundText, FoundTextQuerySet
from enforcement.models.training import Attendance, TrainingPolicy, TrainingSession
from enforcement.models.whole_files import whole_files
from enforcement.models.yearly_reports import YearlyReport

__all__ = [
    "AccessToken",
    "Attendance",
    "BandDeparture",
    "Bilingual",
    "CalendarFeed",
    "Case",
    "CaseInterval",
    "CasePerson",
    "CaseSearch",
    "Circumstances",
    "CityNight",
    "CityWide",
    "CoerciveExecution",
    "CoerciveMeasure",
    "Contact",
    "Counterpart",
    "CounterpartSearch",
    "CourtApplication",
    "CrimeReferral",
    "CustodyStep",
    "Decision",
    "DiscretionBand",
    "Discussion",
    "DiscussionMember",
    "Document",
    "DocumentFile",
    "DocumentTemplate",
    "EmergencyOverride",
    "Evidence",
    "Field",
    "FilingCheck",
    "FoundText",
    "FoundTextQuerySet",
    "Hardship",
    "Hearing",
    "Holiday",
    "HolidayYear",
    "Inspection",
    "InspectionCap",
    "InspectionMatter",
    "InspectionOfficer",
    "InspectionRating",
    "Instalment",
    "Instrument",
    "InstrumentVersion",
    "LegalReview",
    "Licence",
    "LocalBan",
    "Matter",
    "MatterProvision",
    "Mediation",
    "MediationParty",
    "MediationSession",
    "Mediator",
    "MonitoringRecord",
    "NonFiling",
    "Notice",
    "Notification",
    "NumberSeries",
    "Officer",
    "Organ",
    "OrganField",
    "OrganScoped",
    "OrganShare",
    "PaperService",
    "Payment",
    "PerformanceDemand",
    "Preservation",
    "ProcedureProfile",
    "ProcessRecord",
    "ProfileExtension",
    "Provision",
    "ProvisionChange",
    "PublicEdition",
    "Publication",
    "QuietPeriod",
    "Recusal",
    "Region",
    "Remedy",
    "ReviewRequest",
    "RoleGrant",
    "Rule",
    "RuleFiring",
    "RuleParameter",
    "SameParty",
    "SeizedItem",
    "TestingTime",
    "TimeSignal",
    "TokenUse",
    "TrainingPolicy",
    "TrainingSession",
    "YearlyReport",
    "indexes_in_order",
    "indexes_of_open",
    "name_field",
    "recused_ids",
    "register_subject",
    "whole_files",
    "with_due_days",
]
