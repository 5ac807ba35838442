"""Tables of enforcement."""

from enforcement.models.base import Bilingual, CityWide, OrganScoped, indexes_of_open, name_field
from enforcement.models.cases import Case, CasePerson, CaseSearch, Circumstances
from enforcement.models.counterpart_search import CounterpartSearch
from enforcement.models.counterparts import Contact, Counterpart, Licence
from enforcement.models.matters import DiscretionBand, Instrument, Matter, MatterProvision, Provision
from enforcement.models.notifications import Notification
from enforcement.models.officers import AccessToken, Officer, RoleGrant, TokenUse
from enforcement.models.organs import Field, Holiday, HolidayYear, NumberSeries, Organ, OrganField, Region
from enforcement.models.procedure import Decision, Evidence, LegalReview, Notice, whole_files
from enforcement.models.text_search import FoundText, FoundTextQuerySet

__all__ = [
    "AccessToken",
    "Bilingual",
    "Case",
    "CasePerson",
    "CaseSearch",
    "Circumstances",
    "CityWide",
    "Contact",
    "Counterpart",
    "CounterpartSearch",
    "Decision",
    "DiscretionBand",
    "Evidence",
    "Field",
    "FoundText",
    "FoundTextQuerySet",
    "Holiday",
    "HolidayYear",
    "Instrument",
    "LegalReview",
    "Licence",
    "Matter",
    "MatterProvision",
    "Notice",
    "Notification",
    "NumberSeries",
    "Officer",
    "Organ",
    "OrganField",
    "OrganScoped",
    "Provision",
    "Region",
    "RoleGrant",
    "TokenUse",
    "indexes_of_open",
    "name_field",
    "whole_files",
]
