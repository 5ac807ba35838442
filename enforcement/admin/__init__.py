"""Administration of reference data, organs and people; no case is ever seen here."""

from enforcement.admin.forbidden_times import CityNightAdmin, LocalBanAdmin, QuietPeriodAdmin
from enforcement.admin.holidays import HolidayYearAdmin
from enforcement.admin.inspections import InspectionCapAdmin
from enforcement.admin.laws import InstrumentAdmin, InstrumentVersionAdmin, ProvisionAdmin
from enforcement.admin.matters import FieldAdmin, MatterAdmin
from enforcement.admin.officers import OfficerAdmin, RoleGrantAdmin
from enforcement.admin.organs import OrganAdmin, RegionAdmin
from enforcement.admin.profiles import ProfileAdmin
from enforcement.admin.rules import RuleAdmin
from enforcement.admin.templates import DocumentTemplateAdmin
from enforcement.admin.tokens import AccessTokenAdmin
from enforcement.admin.training import TrainingPolicyAdmin

__all__ = [
    "AccessTokenAdmin",
    "CityNightAdmin",
    "DocumentTemplateAdmin",
    "FieldAdmin",
    "HolidayYearAdmin",
    "InspectionCapAdmin",
    "InstrumentAdmin",
    "InstrumentVersionAdmin",
    "LocalBanAdmin",
    "MatterAdmin",
    "OfficerAdmin",
    "OrganAdmin",
    "ProfileAdmin",
    "ProvisionAdmin",
    "QuietPeriodAdmin",
    "RegionAdmin",
    "RoleGrantAdmin",
    "RuleAdmin",
    "TrainingPolicyAdmin",
]
