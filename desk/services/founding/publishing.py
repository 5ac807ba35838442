"""Decisions of the invented city as everybody reads them, and what parties undertook against some (Art. 4, 6)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from enforcement.models import Case, Officer, Publication, Remedy
from enforcement.services import publicity, remedies
from enforcement.vocabulary import CaseRole
from enforcement.vocabulary.publicity import PublicKind
from foundation.actors import Actor

DAY = timedelta(days=1)
IN_THE_QUEUE, REPORTED = 3, 3
UNDONE_EVERY, ATTACKED_EVERY = 9, 4


def publish_decisions(people: dict[str, Officer], *, until: datetime) -> None:
    """Publish what was decided, leave the latest in the queue, and attack every few."""
    heads = {officer.organ_id: officer for officer in people.values() if "head" in officer.roles}
    penalties = Publication.objects.filter(kind=PublicKind.PENALTY).select_related("case__decision")
    rows = list(penalties.order_by("decided_on", "pk"))
    for number, row in enumerate(rows):
        head = heads[row.organ_id].as_actor()
        if number >= len(rows) - IN_THE_QUEUE:
            _queue(row, len(rows) - number, head, until)
            continue
        _publish(row, head, _after(row, 4, until))
        if number % ATTACKED_EVERY == 1:
            _attack(row, "changed" if number % UNDONE_EVERY == 5 else "upheld", head, until)
    _attack_pending(rows, until)


def _queue(row: Publication, place: int, head: Actor, until: datetime) -> None:
    """The last waits to be drafted, another for the head, another to be published."""
    if place > 1:
        _draft(row, until)
    if place > 2:
        publicity.approve_text(row.pk, by=head, at=until)


def _publish(row: Publication, head: Actor, at: datetime) -> None:
    _draft(row, at)
    publicity.approve_text(row.pk, by=head, at=at)
    publicity.publish(row.pk, by=_handler_of(_case_of(row)), at=at)


def _draft(row: Publication, at: datetime) -> None:
    case = Case.objects.select_related("decision", "counterpart", "matter").get(pk=row.case_id)
    publicity.draft_text(row.pk, by=_handler_of(case), at=at, **publicity.drafted_text(case))


def _attack(row: Publication, result: str, head: Actor, until: datetime) -> None:
    """A reconsideration that has ended; a changed decision is withdrawn, with the reason."""
    officer = _handler_of(_case_of(row))
    filed, ended = _after(row, 10, until), _after(row, 45, until)
    remedy = _file(row, "reconsideration", officer, filed)
    _answer(remedy, officer, filed, until)
    if ended >= until:
        return
    remedies.conclude_remedy(
        remedy.pk, by=officer, at=ended, result=result, ended_on=timezone.localdate(ended),
        decision_number=f"示例复决〔{ended.year}〕{row.pk}号", ruling_received_on=timezone.localdate(ended),
        reason="处罚幅度不当，予以变更。" if result == "changed" else "",
    )  # fmt: skip
    if result == "changed":
        reason = "行政复议决定变更了原处罚决定，原公示信息予以撤回。"
        publicity.withdraw(row.pk, by=head, at=min(ended + DAY, until), withdrawal_reason=reason)


def _answer(remedy: Remedy, officer: Actor, filed: datetime, until: datetime) -> None:
    """The copy comes after three days, the answer with its evidence a week later."""
    copied, answered = filed + 3 * DAY, filed + 10 * DAY
    if copied >= until:
        return
    day = timezone.localdate(copied)
    remedies.receive_copy(remedy.pk, by=officer, at=copied, copy_received_on=day, course="ordinary")
    if answered < until:
        remedies.hand_in_answer(
            remedy.pk, by=officer, at=answered, answered_on=timezone.localdate(answered),
            answer_papers="行政复议答复书、证据材料一册、依据目录（示例）",
        )  # fmt: skip


def report_yearly(people: dict[str, Officer], *, until: datetime) -> None:
    """Three organs have recorded where their report of the last year stands; the others have still to do it."""
    heads = {officer.organ_id: officer for officer in people.values() if "head" in officer.roles}
    year = until.year - 1
    for number, head in enumerate(sorted(heads.values(), key=lambda officer: officer.pk)[:REPORTED]):
        published = timezone.make_aware(datetime.combine(date(year + 1, 1, 22 + number), time(15)))
        if published < until:
            publicity.record_yearly_report(
                by=head.as_actor(), at=published, year=year, published_on=timezone.localdate(published),
                address=f"https://www.example.cn/zwgk/xzzf/{year}/{head.organ_id}.html",
                note="含行政处罚、行政许可、行政强制和行政检查情况（示例）",
            )  # fmt: skip


def _attack_pending(rows: list[Publication], until: datetime) -> None:
    """One suit against a decision of these days is pending, and the court holds its execution."""
    for row in rows[-IN_THE_QUEUE : 1 - IN_THE_QUEUE]:
        officer = _handler_of(_case_of(row))
        remedy = _file(row, "litigation", officer, until)
        remedies.receive_copy(remedy.pk, by=officer, at=until, copy_received_on=timezone.localdate(until))
        remedies.stop_execution(
            remedy.pk, by=officer, at=until, stopped_on=timezone.localdate(until), stop_ground="body",
            stop_reason="法院裁定停止执行（示例）。",
        )  # fmt: skip


def _file(row: Publication, kind: str, officer: Actor, at: datetime) -> Remedy:
    body = "善治市人民法院（示例）" if kind == "litigation" else "善治市人民政府（示例）"
    day = timezone.localdate(at)
    case = _case_of(row)
    remedies.file_remedy(
        case.pk, by=officer, at=at, kind=kind, body=body, filed_on=day, grounds="认为处罚过重。"
    )
    remedy = case.remedies.get(kind=kind)
    return remedies.accept_remedy(remedy.pk, by=officer, at=at, accepted_on=day)


def _after(row: Publication, days: int, until: datetime) -> datetime:
    """The afternoon so many days after the decision, but not in the future."""
    day = row.decided_on + days * DAY
    return min(timezone.make_aware(datetime.combine(day, time(15))), until)


def _case_of(row: Publication) -> Case:
    return Case.objects.get(publication=row)


def _handler_of(case: Case) -> Actor:
    handlers = Officer.objects.filter(case_roles__case=case, case_roles__role=CaseRole.HANDLER)
    return handlers.select_related("organ").earliest("pk").as_actor()
