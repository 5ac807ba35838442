"""What the party of a case owes, by which days, and what was paid (Penalty Law, Art. 66-72)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from enforcement.models import Case, Decision, Hardship, Payment
from enforcement.rules.reckoning import Stop
from enforcement.rules.remedies import times_under_remedy
from enforcement.rules.surcharge import Balance, Debt, Due, balance_of
from enforcement.vocabulary import HardshipState


@dataclass(frozen=True)
class Obligation:
    """A fine with everything that was recorded of its payment."""

    decision: Decision
    payments: tuple[Payment, ...]
    hardships: tuple[Hardship, ...]
    stops: tuple[Stop, ...] = ()

    @property
    def waiting(self) -> Hardship | None:
        return next((h for h in self.hardships if h.state == HardshipState.ASKED), None)

    @property
    def granted(self) -> Hardship | None:
        """The last application that was granted: its plan is in force."""
        found = [h for h in self.hardships if h.state == HardshipState.GRANTED]
        return found[-1] if found else None

    @property
    def debt(self) -> Debt:
        return Debt(self._dues(), tuple(p.as_paid() for p in self.payments), self.stops)

    def balance(self, until: date) -> Balance:
        return balance_of(self.debt, until=until)

    def _dues(self) -> tuple[Due, ...]:
        """The parts of the plan; what was paid before it was granted was due then."""
        decision, plan = self.decision, self.granted
        if not decision.fine or decision.carry_out_by is None:
            return ()
        if plan is None:
            return (Due(decision.carry_out_by, decision.fine),)
        parts = tuple(part.as_due() for part in plan.instalments.all())
        before = decision.fine - sum(part.amount for part in parts)
        first = plan.answered_on or decision.decided_on
        return (*((Due(first, before),) if before else ()), *parts)


def obligation_of(case: Case) -> Obligation | None:
    """What the decision of ``case`` obliges its party to pay; None without a fine. Days of a remedy do not count."""
    decision = getattr(case, "decision", None)
    if decision is None or not decision.fine:
        return None
    hardships = case.hardships.select_related("answered_by").prefetch_related("instalments")
    stops = times_under_remedy(case.remedy_spans())
    return Obligation(decision, tuple(case.payments.all()), tuple(hardships), stops)
