"""Articles of the Measures, and citations of other law, as values that code can point at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the Measures, with an optional paragraph or item: ``Article(8, "7")``."""

    number: int
    part: str = ""

    def __post_init__(self) -> None:
        if self.number not in TITLES:
            raise ValueError(f"the Measures have no Article {self.number} here")

    def __str__(self) -> str:
        if self.part:
            return gettext("Article %(number)s(%(part)s)") % {"number": self.number, "part": self.part}
        return gettext("Article %(number)s") % {"number": self.number}

    @property
    def code(self) -> str:
        return f"{self.number}.{self.part}" if self.part else str(self.number)

    @property
    def title(self) -> str:
        return str(TITLES[self.number])

    @classmethod
    def parse(cls, code: str) -> Article:
        """Read ``"8.7"`` or ``"6"``; raises ValueError for anything else."""
        number, _sep, part = code.partition(".")
        return cls(int(number), part)


TITLES: dict[int, Any] = {
    3: _("Service-oriented enforcement"),
    4: _("Organisation, responsibility and evaluation"),
    5: _("Principles"),
    6: _("Prohibitions"),
    7: _("Guidance, mediation, risk control and training"),
    8: _("The eight ways of guidance"),
    9: _("Prevention and control of legal risks"),
    10: _("Inclusive, prudent and lenient enforcement"),
}

PENALTY = "penalty"
COERCION = "coercion"
RECONSIDERATION = "reconsideration"
LITIGATION = "litigation"
PUBLICITY = "publicity"
MARKET_PROCEDURE = "market_procedure"
MARKET_HEARING = "market_hearing"
MARKET_PUBLICITY = "market_publicity"
AGRICULTURE_PROCEDURE = "agriculture_procedure"
TRANSPORT_PROCEDURE = "transport_procedure"
HOUSING_PROCEDURE = "housing_procedure"

LAW_NAMES: dict[str, Any] = {
    PENALTY: _("Administrative Penalty Law"),
    COERCION: _("Administrative Coercion Law"),
    RECONSIDERATION: _("Administrative Reconsideration Law"),
    LITIGATION: _("Administrative Litigation Law"),
    PUBLICITY: _("Guiding Opinions on the three systems of enforcement"),
    MARKET_PROCEDURE: _("Provisions on Penalty Procedure in Market Regulation"),
    MARKET_HEARING: _("Provisions on Penalty Hearings in Market Regulation"),
    MARKET_PUBLICITY: _("Provisions on Publicity of Market Supervision Penalties"),
    AGRICULTURE_PROCEDURE: _("Provisions on Penalty Procedure in Agriculture"),
    TRANSPORT_PROCEDURE: _("Provisions on Enforcement Procedure in Transport"),
    HOUSING_PROCEDURE: _("Provisions on Penalty Procedure in Housing and Construction"),
}


@dataclass(frozen=True, slots=True)
class Citation:
    """A provision of another law: ``Citation(PENALTY, "42")``; the law as a whole without a provision."""

    law: str
    provision: str

    def __str__(self) -> str:
        name = str(LAW_NAMES[self.law])
        if not self.provision:
            return name
        return pgettext("law and article", "%(law)s, Art. %(provision)s") % {
            "law": name,
            "provision": self.provision,
        }
