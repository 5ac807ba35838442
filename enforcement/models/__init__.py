"""Tables of enforcement."""

from enforcement.models.base import (
    Bilingual,
    CityWide,
    OrganScoped,
    indexes_in_order,
    indexes_of_open,
    name_field,
)
from enforcement.models.cases import Case, CasePerson, CaseSearch, Circumstances
from enforcement.models.counterpart_search import CounterpartSearch
from enforcement.models.counterparts import Contact, Counterpart, Licence
from enforcement.models.forbidden_times import CityNight, LocalBan, QuietPeriod
from enforcement.models.matters import DiscretionBand, Instrument, Matter, MatterProvision, Provision
from enforcement.models.notifications import Notification
from enforcement.models.officers import AccessToken, Officer, RoleGrant, TokenUse
from enforcement.models.organs import Field, Holiday, HolidayYear, NumberSeries, Organ, OrganField, Region
from enforcement.models.out_of_hours import EmergencyOverride, TimeSignal
from enforcement.models.procedure import Decision, Evidence, LegalReview, Notice, whole_files
from enforcement.models.profiles import ProcedureProfile, ProfileExtension
from enforcement.models.rules import Rule, RuleFiring, RuleParameter
from enforcement.models.text_search import FoundText, FoundTextQuerySet

__all__ = [
    "AccessToken",
    "Bilingual",
    "Case",
    "CasePerson",
    "CaseSearch",
    "Circumstances",
    "CityNight",
    "CityWide",
    "Contact",
    "Counterpart",
    "CounterpartSearch",
    "Decision",
    "DiscretionBand",
    "EmergencyOverride",
    "Evidence",
    "Field",
    "FoundText",
    "FoundTextQuerySet",
    "Holiday",
    "HolidayYear",
    "Instrument",
    "LegalReview",
    "Licence",
    "LocalBan",
    "Matter",
    "MatterProvision",
    "Notice",
    "Notification",
    "NumberSeries",
    "Officer",
    "Organ",
    "OrganField",
    "OrganScoped",
    "ProcedureProfile",
    "ProfileExtension",
    "Provision",
    "QuietPeriod",
    "Region",
    "RoleGrant",
    "Rule",
    "RuleFiring",
    "RuleParameter",
    "TimeSignal",
    "TokenUse",
    "indexes_in_order",
    "indexes_of_open",
    "name_field",
    "whole_files",
]
