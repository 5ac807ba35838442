"""What a case in hand already answers of a question to the lists, before it is asked (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Any

from enforcement.models import Case
from leniency.forms.asking import FACTS
from leniency.services.case_facts import party_kind_of, recorded_facts
from leniency.vocabulary.questions import FAULT_OF, HARM_OF, KEPT_AS

PERSONAL = ("age", "capacity", "prior", "findings")
"""Never put into an address: a question can be passed on."""
ASKED_AS = {
    "harm": {kept: asked for asked, kept in HARM_OF.items()},
    "fault": {kept: asked for asked, kept in FAULT_OF.items()},
}


def question_about(case: Case) -> dict[str, Any]:
    """The question as far as the case answers it, by the names of the form; what is not recorded stays open."""
    facts = recorded_facts(case)
    told: dict[str, Any] = {
        "matter": case.matter_id,
        "act_on": case.ended_on or case.occurred_on,
        "act_ended_on": case.ended_on,
        "counterpart_kind": party_kind_of(case),
    }
    for name in FACTS:
        if name in PERSONAL or name in told:
            continue
        value = getattr(facts, KEPT_AS.get(name, name), None)
        told[name] = ASKED_AS[name].get(str(value), "") if name in ASKED_AS else value
    return {name: value for name, value in told.items() if value not in (None, "")}
