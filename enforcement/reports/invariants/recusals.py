"""Who is recused holds no duty in the case and does not see it (Penalty Law, Art. 43)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

from enforcement.models import CasePerson, Officer, Recusal
from enforcement.vocabulary import RecusalState
from foundation.invariants import invariant


@invariant("case:recused_are_out")
def recused_within(_at: datetime) -> Iterator[str]:
    """The cases that an officer does not see are those of the recusals that were granted, and no duty is left."""
    granted: dict[int, set[int]] = defaultdict(set)
    rows = Recusal.objects.filter(state=RecusalState.GRANTED).values_list("officer_id", "case_id")
    for officer_id, case_id in rows.iterator():
        granted[officer_id].add(case_id)
    for pk, username, kept in Officer.objects.order_by("pk").values_list("pk", "username", "recused_from"):
        if set(kept) != granted.get(pk, set()):
            yield f"{username} is kept from the cases {kept}, the recusals say {sorted(granted.get(pk, set()))}"
    for officer_id, case_ids in sorted(granted.items()):
        for person in CasePerson.objects.filter(officer_id=officer_id, case_id__in=case_ids).order_by("pk"):
            yield f"officer {officer_id} is recused from case {person.case_id} and still holds a duty in it"
