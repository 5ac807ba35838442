"""The south and what the whole city shares, with the key of a thing for every address."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, TestCase, override_settings
from django.urls import NoReverseMatch, reverse

from enforcement.models import Matter, Officer, Organ, Region, Rule
from enforcement.services.documents import issue_document, upload_template
from enforcement.services.documents.docx_layout import own_template
from enforcement.services.forbidden_times import enter_local_ban, enter_quiet_period
from enforcement.services.inspections import enter_cap
from enforcement.services.matters import found_instrument, found_provision, prepare_version
from enforcement.services.officers import issue_token
from enforcement.services.profiles import load_profiles
from enforcement.services.publicity import note_undoing, withdraw
from enforcement.services.rules import load_rules
from enforcement.services.sample_data import load_matters, sample_matters
from evaluation.services import load_indicators, open_periods
from foundation.actors import COMMAND
from guidance.models import FaqEntry, GuidanceAction
from guidance.services.concluding import withdraw_guidance
from guidance.services.faq import propose_answer, publish_answer
from guidance.services.recording import record_progress
from guidance.vocabulary import Way
from leniency.models import LeniencyCondition, LeniencyEntry, LeniencyList
from leniency.services import load_lists, sample_lists
from riskcontrol.models import PointEdition
from riskcontrol.services.samples import load_risk_points
from riskcontrol.services.weights import draft_weights
from tests.city import NOON, City, small_city
from tests.enforcement.case_course import AFTER_DEFENCE
from tests.enforcement.inspection_course import concluded
from tests.enforcement.public_course import publication_of, published, undone
from tests.guidance.drafts import issued
from tests.guidance.publishing import open_to_comments
from tests.leniency.editions import a_published_edition
from tests.riskcontrol.weighing import typed
from tests.security.addresses import ACTS, Address, fill
from tests.security.world import MARK, South, marked_south

PEOPLE = (
    "officer", "head", "reviewer", "supervisor", "integrity", "evaluator", "orgadmin", "sysadmin", "secadmin",
    "auditor",
)  # fmt: skip


@dataclass
class House:
    """The south, and a key for each address that is about what all share."""

    city: City
    south: South
    shared: dict[str, Any]

    def path_to(self, address: Address) -> str:
        """The path of ``address``, filled with a thing that exists; raises LookupError when there is none."""
        try:
            found = fill(address, self.south)
        except NoReverseMatch:
            found = None
        return found or reverse(
            address.name, kwargs={n: self._value(address.name, n) for n in address.arguments}
        )

    def _letter(self, name: str) -> GuidanceAction:
        """Behind whose link the address called ``name`` lies."""
        check = self.south.more["self_check"]
        return check.invitation if name.startswith("riskcontrol:") else self.south.guidance  # type: ignore[no-any-return]

    def _value(self, name: str, argument: str) -> Any:
        if argument != "pk":
            keys = {
                "code": self.south.more["inspection"].code,
                "token": self._letter(name).links.get().token,
                "edition_pk": self.south.more["self_check"].editions[0],
            }
            return {"act": ACTS.get(name, "edit"), "form": "docx", "secret": "nobody", "way": "tip", **keys}[
                argument
            ]
        for prefix, key in self.shared.items():
            if name.startswith(prefix):
                return key
        raise LookupError(f"say in tests/security/house.py what {name} is about")


def furnished(city: City, *, mark: str = MARK) -> House:
    """The marked south, lists, risk points, indicators and provisions; each address has its thing."""
    known = _a_published_decision(city) | _a_published_result(
        city
    )  # before the matter has a benchmark of its own
    south = marked_south(city, mark)
    issue_document(south.guidance.pk, noun="guidance", by=city.actor("officer"), at=NOON, kind="guidance")
    load_indicators(by=COMMAND, at=NOON)
    open_periods(by=COMMAND, at=NOON)
    load_risk_points(by=COMMAND, at=NOON)
    _put_one_entry_into_force()
    profile = load_profiles(by=COMMAND, at=NOON)[0]
    load_rules(by=COMMAND, at=NOON)
    word = SimpleUploadedFile("t.docx", own_template())
    template = upload_template(
        by=city.actor("orgadmin"), at=NOON, kind="decision", name="样式", in_force_from=NOON.date(), file=word
    )
    instrument = found_instrument(by=COMMAND, at=NOON, code="marked", name_zh="示例法", name_en="Sample law")
    provision = found_provision(by=COMMAND, at=NOON, instrument=instrument, article="1")
    version = prepare_version(
        instrument.pk, by=COMMAND, at=NOON, name="1", valid_from=NOON.date(), source="示例公报"
    )
    officer = Officer.objects.get(username="officer")
    token, _secret = issue_token(
        by=COMMAND, at=NOON, officer=officer, name="x", scopes=["organ:read"], days=1
    )  # fmt: skip
    first = {"organ": Organ, "officer": Officer, "matter": Matter, "region": Region, "rule": Rule}
    shared = {f"enforcement:{noun}_": officer.organ_id if noun == "organ" else model.objects.first().pk
              for noun, model in first.items()}  # fmt: skip
    shared |= {f"{noun}-": shared[f"enforcement:{noun}_"] for noun in first}
    shared |= {
        "enforcement:officer_": officer.pk,
        "gateway-receipt": 1,
        "officer-": officer.pk,
        "provision-": provision.pk,
        "enforcement:instrument_": instrument.pk,
        "enforcement:version_": version.pk,
        "instrument-version-": version.pk,
        "instrument-": instrument.pk,
        "enforcement:profile_": profile.pk,
        "procedure-": profile.pk,
    }
    entry = LeniencyEntry.objects.first()
    lists = _a_new_edition(entry.list)
    shared |= {
        "leniency:list_": lists.pk, "leniency:public_list": lists.pk, "leniency:public_compare": lists.pk,
        "leniency-list-": lists.pk,
        "public-leniency-list-": lists.pk, "leniency:entry_": entry.pk, "leniency:public_entry": entry.pk,
        "leniency-entry-": entry.pk, "leniency-usage-": entry.pk, "public-leniency-entry-": entry.pk,
        "leniency:condition_": LeniencyCondition.objects.first().pk,
    }  # fmt: skip
    shared |= _risks(city)
    shared |= {"enforcement:template_": template.pk, "document-template-": template.pk}
    shared |= {"evaluation:": "A8-5", "evaluation-indicator-": "A8-5", "evaluation-period-": "2026"}
    shared |= dict.fromkeys(("guidance:public_draft", "public-guidance-draft-"), open_to_comments(city).pk)
    shared |= dict.fromkeys(("guidance:public_faq_entry", "public-faq-"), _a_published_question(city).pk)
    shared |= {"public-guidance-withdrawal-": _a_withdrawn_guide(city).pk}
    shared |= dict.fromkeys(("guidance:public_", "public-guidance-"), _a_published_guide(city).pk)
    shared |= known
    shared |= dict.fromkeys(
        ("enforcement:public_yearly_report", "public-yearly-report-"), south.more["report"].pk
    )
    shared |= {
        "account_token_": token.pk,
        "account_session_": 0,
        "job": 0,
        "desk:notice": 0,
        "desk:retry": 0,
        "guidance:guidance_draft": 0,
    }
    quiet = enter_quiet_period(
        by=COMMAND, at=NOON, name_zh="安静期", region=Region.objects.first(), from_day=NOON.date(), acts=["inspection"]
    )  # fmt: skip
    ban = enter_local_ban(
        by=COMMAND, at=NOON, name_zh="夜间", region=Region.objects.first(), from_day=NOON.date(),
        acts=["interview"], starts_at=time(20), ends_at=time(7),
    )  # fmt: skip
    cap = enter_cap(by=COMMAND, at=NOON, year=2026, times=9, published_on=NOON.date())
    shared |= {"quiet-period-": quiet.pk, "local-ban-": ban.pk, "public-inspection-cap-": cap.pk}
    return House(city, south, shared)


def _a_published_guide(city: City) -> GuidanceAction:
    """What the whole city may read, so nothing in it is marked."""
    guide = issued(city, Way.GUIDE)
    found = {"published_on": NOON.date(), "published_at": "门户网站"}
    return record_progress(guide.pk, by=city.actor("officer"), at=NOON, detail=found)


def _a_withdrawn_guide(city: City) -> GuidanceAction:
    return withdraw_guidance(_a_published_guide(city).pk, by=city.actor("head"), at=NOON, reason="条文已修改")


def _a_published_question(city: City) -> FaqEntry:
    asked, officer = issued(city, Way.COUNSEL), city.actor("officer")
    record_progress(asked.pk, by=officer, at=NOON, detail={"held_on": NOON.date(), "answer": "按件标明。"})
    words = {"question_zh": "散装食品怎么标价？", "answer_zh": "按件标明。", "basis": "价格法第十三条"}
    entry = propose_answer(asked.pk, by=officer, at=NOON, **words)
    return publish_answer(entry.pk, by=city.actor("head"), at=NOON)


def _a_published_decision(city: City) -> dict[str, Any]:
    """One that everybody may read, and one that was withdrawn; nothing in them is marked."""
    shown, gone = published(city), published(city)
    undone(city, gone, on=AFTER_DEFENCE.date())
    withdraw(gone.pk, by=city.actor("head"), at=AFTER_DEFENCE, withdrawal_reason="复议撤销。")
    return {
        "public-penalty-withdrawal-": gone.pk,
        "public-penalty-": shown.pk,
        "enforcement:public_penalty": shown.pk,
    }


def _a_published_result(city: City) -> dict[str, Any]:
    """Of an inspection that everybody may read, and of one that was withdrawn; nothing in them is marked."""
    shown, gone = (published(city, row=publication_of(concluded(city)), at=AFTER_DEFENCE) for _n in range(2))
    unlawful = {"undone_as": "unlawful", "undone_on": AFTER_DEFENCE.date(), "undone_ruling": "复决字2号"}
    note_undoing(gone.pk, by=city.actor("officer"), at=AFTER_DEFENCE, **unlawful)
    withdraw(gone.pk, by=city.actor("head"), at=AFTER_DEFENCE, withdrawal_reason="确认违法。")
    return {
        "public-result-withdrawal-": gone.pk,
        "public-result-": shown.pk,
        "enforcement:public_result": shown.pk,
    }


def _risks(city: City) -> dict[str, Any]:
    """A catalogue, a risk point, and what was published of it: an edition, one of its causes and measures."""
    edition = PointEdition.objects.order_by("pk").first()
    point, catalogue = edition.point, edition.field.risk_catalogue
    cause, measure = edition.causes.first(), edition.measures.first()
    proposed = draft_weights(by=city.actor("head"), at=NOON, **typed())
    return {
        "riskcontrol:public_cause": cause.pk, "public-risk-causes-": cause.pk,
        "riskcontrol:public_measure": measure.pk, "public-risk-measures-": measure.pk,
        "riskcontrol:public_point": edition.pk, "public-risk-points-": edition.pk,
        "riskcontrol:catalogue_": catalogue.pk, "risk-catalogues-": catalogue.pk,
        "riskcontrol:weights_": proposed.pk, "risk-weights-": proposed.pk,
        "riskcontrol:p": point.pk, "risk-points-": point.pk,
    }  # fmt: skip


def _a_new_edition(old: LeniencyList) -> LeniencyList:
    """A published list with an earlier edition to be compared with."""
    return a_published_edition(old, "2027年版", date(2027, 1, 1))


def _put_one_entry_into_force() -> None:
    """The first entry of the sample with its matter."""
    matters, lists = sample_matters(), sample_lists()
    first = lists["lists"][0]
    first["entries"] = first["entries"][:1]
    code = first["entries"][0]["matter"]
    row = next(row for row in matters["matters"] if row["code"] == code)
    load_matters(by=COMMAND, at=NOON, data={**matters, "matters": [row]})
    load_lists(by=COMMAND, at=NOON, data={**lists, "lists": [first]})


def client_of(username: str | None, **more: Any) -> Client:
    """A browser in which ``username`` is signed in, or nobody."""
    client = Client(**more)
    if username is not None:
        client.force_login(
            Officer.objects.get(username=username), backend="django.contrib.auth.backends.ModelBackend"
        )
    return client


class InTheHouse(TestCase):
    """The house is built once for a class; what a test does to it is undone."""

    mark = MARK
    house: House

    @classmethod
    def setUpClass(cls) -> None:
        folder = tempfile.TemporaryDirectory(prefix="guidepost-files-")
        cls.addClassCleanup(folder.cleanup)
        cls.enterClassContext(override_settings(MEDIA_ROOT=folder.name))
        super().setUpClass()

    @classmethod
    def setUpTestData(cls) -> None:
        cls.house = furnished(small_city(), mark=cls.mark)
