"""Notes, recordings, custody and an application for recusal in some cases of the invented city."""

from __future__ import annotations

from datetime import datetime, timedelta

from enforcement.models import Case, Officer
from enforcement.services import cases
from enforcement.services.evidence import hand_evidence, record_process
from enforcement.vocabulary import (
    CustodyKind,
    Medium,
    Phase,
    RecordKind,
    RecusalApplicant,
    RecusalGround,
    Signature,
)
from foundation.actors import Actor

SHOWN = 3
HANDED = 4
ASKED = 20


def record_steps(case: Case, *, by: Actor, at: datetime, colleague: Officer, is_pending: bool) -> None:
    """Every third case keeps a recording, every fourth its custody; in a few the party asks for a recusal."""
    if case.pk % SHOWN == 0:
        for medium, title in ((Medium.TEXT, "现场检查笔录"), (Medium.VIDEO, "现场检查录像")):
            record_process(
                case.pk, by=by, at=at, phase=Phase.EVIDENCE, medium=medium, kind=RecordKind.ON_SITE, title=title,
                made_at=at - timedelta(hours=3), signature=Signature.PAGES if medium == Medium.TEXT else Signature.NONE,
            )  # fmt: skip
    if case.pk % HANDED == 0:
        hand_evidence(
            case.pk, by=by, at=at, evidence=case.evidence.earliest("pk"), kind=CustodyKind.STORED, happened_at=at,
            receiver="物证室管理员", place="物证室二柜", remark="封存完好",
        )  # fmt: skip
    if is_pending and case.pk % ASKED == 0:
        cases.apply_recusal(
            case.pk, by=by, at=at, officer=colleague, applicant=RecusalApplicant.PARTY,
            ground=RecusalGround.OTHER, reason="当事人称与该执法人员曾有纠纷（示例）。",
        )  # fmt: skip
