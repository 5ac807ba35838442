"""Every periodic task, with its article; each is idempotent, so a missed or doubled beat changes nothing."""

from dataclasses import dataclass
from typing import Any

from celery.schedules import crontab


@dataclass(frozen=True)
class Periodic:
    """One line of the timetable: the task's name, seconds or a crontab, and its article."""

    task: str
    every: Any
    because: str


TIMETABLE = [
    Periodic("foundation.sweep", 60, "Art. 3-10: whatever has come due is done, or handed to a person"),
    Periodic("foundation.send_outside", 30, "Art. 8 (3): a tip reaches its addressee, and is seen to have"),
    Periodic(
        "foundation.link_audit_entries", 30, "Art. 6: the record of enforcement is complete and unaltered"
    ),
    Periodic(
        "guidance.draw_visits",
        3600,
        "Art. 8 (8): enough of the rest is visited, by lot",
    ),
    Periodic("guidance.plan_missing_visits", 300, "Art. 8 (8): no case that needs a return visit lacks one"),
    Periodic(
        "guidance.follow_licences",
        crontab(minute=25),
        "Art. 8 (3): who holds a licence is reminded before it expires",
    ),
    Periodic(
        "leniency.plan_missing_checks",
        crontab(minute=40),
        "Art. 10: what was ordered instead of a penalty is looked at again",
    ),
    Periodic(
        "riskcontrol.review_all", crontab(minute=15), "Art. 9: every night each risk is assessed anew, once"
    ),
    Periodic(
        "riskcontrol.propose_plans",
        crontab(minute=45),
        "Art. 9: a level that rose leads to the mildest measures that may help, soon",
    ),
    Periodic(
        "enforcement.remove_orphaned_files", crontab(minute=35), "Art. 6: evidence is whole, or is not there"
    ),
    Periodic("evaluation.open_periods", crontab(minute=5), "Art. 4: a period can be seen from its first day"),
    Periodic(
        "desk.fold_tallies",
        60,
        "Art. 4: whoever answers for a city sees how it stands, however much there is",
    ),
    Periodic("foundation.run_jobs", 30, "Art. 4: long work of supervision goes on, whoever waits for it"),
    Periodic(
        "foundation.clear_leftovers",
        crontab(minute=50),
        "Art. 6: nothing about a person is kept past its use",
    ),
    Periodic("foundation.beat_heartbeat", 30, "Art. 6: supervisors see when the timer stands still"),
]

BEAT_SCHEDULE = {
    line.task: {"task": line.task, "schedule": line.every, "options": {"expires": 600}} for line in TIMETABLE
}
