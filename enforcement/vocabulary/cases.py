"""The words of a case from clue to archive (Art. 3, 5, 6)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CaseSource(models.TextChoices):
    INSPECTION = "inspection", _("found on inspection")
    COMPLAINT = "complaint", _("complaint")
    REPORT = "report", _("report")
    REFERRAL = "referral", _("referred by another organ")
    SUPERIOR = "superior", _("assigned by a superior")
    MEDIA = "media", _("media")
    MONITORING = "monitoring", _("monitoring or data check")
    SELF_REPORT = "self_report", _("reported by the counterpart")


class CaseState(models.TextChoices):
    CLUE = "clue", _("clue")
    NOT_FILED = "not_filed", _("not filed")
    FILED = "filed", _("filed")
    INVESTIGATED = "investigated", _("investigated")
    ASSESSED = "assessed", _("leniency assessed")
    NOTIFIED = "notified", _("party notified")
    DECIDED = "decided", _("decided")
    CARRIED_OUT = "carried_out", _("carried out")
    CLOSED = "closed", pgettext_lazy("case", "closed")
    ARCHIVED = "archived", _("archived")


OPEN_STATES = (
    CaseState.CLUE,
    CaseState.FILED,
    CaseState.INVESTIGATED,
    CaseState.ASSESSED,
    CaseState.NOTIFIED,
    CaseState.DECIDED,
    CaseState.CARRIED_OUT,
)


UNDECIDED = (CaseState.FILED, CaseState.INVESTIGATED, CaseState.ASSESSED, CaseState.NOTIFIED)


class Procedure(models.TextChoices):
    SUMMARY = "summary", _("summary procedure")
    ORDINARY = "ordinary", _("ordinary procedure")


class CaseRole(models.TextChoices):
    """One officer holds at most one of these in a case: duties are separated."""

    HANDLER = "handler", _("handling officer")
    REVIEWER = "reviewer", _("legal reviewer")
    DECIDER = "decider", _("deciding head")
    VISITOR = "visitor", _("return visitor")
    PRESIDER = "presider", _("hearing presider")


class Outcome(models.TextChoices):
    PENALTY = "penalty", _("penalty")
    LIGHTER = "lighter", _("lighter penalty")
    MITIGATED = "mitigated", _("mitigated penalty")
    NO_PENALTY = "no_penalty", _("no penalty, with education")
    NOT_ESTABLISHED = "not_established", _("violation not established")
    TRANSFERRED = "transferred", _("transferred")


PENALISING = (Outcome.PENALTY, Outcome.LIGHTER, Outcome.MITIGATED)


class Harm(models.TextChoices):
    NONE = "none", _("no harmful consequence")
    SLIGHT = "slight", _("slight consequence")
    EVIDENT = "evident", _("evident consequence")


class Fault(models.TextChoices):
    """From none up; that there was none is for the party to prove (Penalty Law, Art. 33(2))."""

    NONE = "none", _("no fault")
    NEGLIGENT = "negligent", _("negligence")
    GROSS = "gross", _("gross negligence")
    INTENTIONAL = "intentional", _("intention")


class Gravity(models.TextChoices):
    """How grave the conduct itself is, whatever came of it (Penalty Law, Art. 5, 33(1))."""

    MINOR = "minor", pgettext_lazy("gravity", "minor")
    LIGHTER = "lighter", pgettext_lazy("gravity", "less than ordinary")
    ORDINARY = "ordinary", pgettext_lazy("gravity", "ordinary")
    HEAVIER = "heavier", pgettext_lazy("gravity", "more than ordinary")
    SERIOUS = "serious", pgettext_lazy("gravity", "serious")


class Correction(models.TextChoices):
    """When a violation was put right, from the most to the least favourable to the party."""

    BEFORE_DISCOVERY = "before_discovery", _("before it was discovered")
    BEFORE_ORDER = "before_order", _("before an order to correct")
    WITHIN_ORDER = "within_order", _("within the time ordered")
    PROMISED = "promised", _("promised, not yet done")
    IMPOSSIBLE = "impossible", _("nothing can be corrected any more")
    NOT_CORRECTED = "not_corrected", _("not corrected")


class Capacity(models.TextChoices):
    """How far the party could recognise and control its conduct (Penalty Law, Art. 31)."""

    FULL = "full", _("could recognise and control its conduct")
    LIMITED = "limited", _("could do so only in part")
    NONE = "none", _("could not do so at all")


class MilderGround(models.TextChoices):
    """Why a penalty must be lighter or mitigated (Penalty Law, Art. 32)."""

    REMOVED_HARM = "removed_harm", _("removed or reduced the harm of its own accord")
    COERCED = "was_coerced", _("was forced or deceived by others")
    CONFESSED = "confessed", _("confessed violations that the organ did not know of")
    MERIT = "has_merit", _("helped the organ to clear up violations")
    OTHER = "other_ground", _("another ground of a law, regulation or rule")


CASE_ACTIONS: dict[str, Any] = {
    "case:add_evidence": _("Evidence added"),
    "case:archive": _("File archived"),
    "case:assess": _("Leniency assessment concluded"),
    "case:assign_handlers": _("Handling officers named"),
    "case:carry_out": _("Decision carried out"),
    "case:close": _("Case closed"),
    "case:decide": _("Decision taken"),
    "case:decline_filing": _("Clue not filed"),
    "case:edit": _("Case corrected"),
    "case:file": _("Case filed"),
    "case:flag": _("Marked as major, complex or of social impact"),
    "case:investigate": _("Investigation concluded"),
    "case:notify": _("Prior notice served"),
    "case:record_circumstances": _("Circumstances recorded"),
    "case:record_defence": _("Statement and defence recorded"),
    "case:register_clue": _("Clue registered"),
    "case:review": _("Legal review recorded"),
    "case:serve_decision": _("Decision served"),
}
"""How the acts on a case are told in a timeline."""
