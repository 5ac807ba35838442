"""Floor 3: risk points, warnings, self-checks and reviews (Art. 9)."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from foundation.context import add_item
from foundation.labels import Label, register_all, register_noun
from foundation.permissions import Permission
from foundation.vocabulary import Tone

_LABELS = {
    "risk:explain": Label(_("Score explained to the counterpart"), "message", Tone.GOOD),
    "campaign:draft": Label(_("Campaign of self-checks drafted"), "edit"),
    "risk:level_changed": Label(_("Risk level changed"), "activity", Tone.WATCH),
    "risk_catalogue:begin_review": Label(_("Review of the catalogue begun"), "calendar-event", Tone.WATCH),
    "risk_catalogue:conclude_review": Label(
        _("Review of the catalogue concluded"), "clipboard-check", Tone.GOOD
    ),
    "risk_catalogue:count": Label(_("Quarters counted"), "chart-bar"),
    "risk_catalogue:found": Label(_("Catalogue begun"), "list-check"),
    "risk_catalogue:hand_over": Label(_("Catalogue handed over"), "building", Tone.WATCH),
    "risk_catalogue:import": Label(_("Sheet imported"), "upload"),
    "risk_plan:drop": Label(_("Measure dropped"), "archive"),
    "risk_plan:finish": Label(_("Measure carried out"), "clipboard-check", Tone.GOOD),
    "risk_plan:propose": Label(_("Measure proposed"), "activity", Tone.WATCH),
    "risk_plan:take_on": Label(_("Measure taken on"), "user"),
    "risk_point:add_cause": _("Cause added"),
    "risk_point:add_measure": _("Measure added"),
    "risk_point:check": Label(_("Legality checked"), "scale"),
    "risk_point:confirm_review": Label(_("Risk point reviewed"), "clipboard-check", Tone.GOOD),
    "risk_point:draft": Label(_("Risk point drafted"), "edit"),
    "risk_point:edit": Label(_("Risk point edited"), "edit"),
    "risk_point:follow_cases": Label(_("Level moved by the rule"), "scale", Tone.WATCH),
    "risk_point:follow_rule": Label(_("Level left to the rule"), "scale"),
    "risk_point:keep_edition": Label(_("Published edition kept"), "archive"),
    "risk_point:load_sample": Label(_("Sample list loaded"), "download"),
    "risk_point:publish": Label(_("Risk point published"), "world", Tone.GOOD),
    "risk_point:reissue": Label(_("New edition: the rule moved the level"), "scale", Tone.WATCH),
    "risk_point:remove_cause": _("Cause removed"),
    "risk_point:remove_measure": _("Measure removed"),
    "risk_point:return_to_draft": Label(_("Returned to the draft"), "edit", Tone.WATCH),
    "risk_point:revise": Label(_("Taken under revision"), "edit"),
    "risk_point:set_level": Label(_("Level set by hand"), "scale", Tone.WATCH),
    "self_check:add_photo": Label(_("Photo added to a self-check"), "paperclip"),
    "self_check:ask": Label(_("Self-check offered"), "clipboard-check"),
    "self_check:begin": Label(_("Self-check begun by the counterpart"), "edit"),
    "self_check:correct": Label(_("What was found was corrected"), "circle-check", Tone.GOOD),
    "self_check:lapse": _("The day of the self-check passed, which has no consequence"),
    "self_check:submit": Label(_("Self-check submitted by the counterpart"), "clipboard-check", Tone.GOOD),
    "risk_point:withdraw": Label(_("Risk point withdrawn"), "archive", Tone.WATCH),
    "risk_weights:approve": Label(_("Weights approved"), "scale", Tone.GOOD),
    "risk_weights:begin": Label(_("Weights in force"), "scale", Tone.GOOD),
    "risk_weights:discard": Label(_("Draft of weights discarded"), "archive", Tone.WATCH),
    "risk_weights:draft": Label(_("Weights proposed"), "edit"),
    "risk_weights:edit": Label(_("Draft of weights changed"), "edit"),
    "risk_weights:enter_delivered": Label(_("Weights entered as delivered"), "download"),
    "risk_weights:take_back": Label(_("Approval of weights taken back"), "archive", Tone.WATCH),
}


class RiskControlConfig(AppConfig):
    name = "riskcontrol"
    verbose_name = _("Risk control")

    def ready(self) -> None:
        import_module("riskcontrol.reactions")
        import_module("riskcontrol.reports.invariants")
        import_module("riskcontrol.services.papers")
        import_module("riskcontrol.services.campaigns")
        import_module("riskcontrol.services.self_checks.turns")
        import_module("riskcontrol.services.turns")
        register_noun("campaign", _("Campaigns of self-checks"), icon="users")
        register_noun("self_check", _("Self-checks"), icon="clipboard-check")
        register_noun("risk", _("Risk"), icon="activity")
        register_noun("risk_catalogue", _("Catalogue of risk points"), icon="list-check")
        register_noun("risk_explanation", _("Explanation of a score"), icon="message")
        register_noun("risk_plan", _("Measure of a risk plan"), icon="clipboard-check")
        register_noun("risk_point", _("Risk point"), icon="shield")
        register_noun("risk_weights", _("Weights of the score"), icon="scale")
        register_all(_LABELS)
        group = _("Prevention")
        add_item(group, _("Risk points"), "shield", "riskcontrol:point_list", Permission.RISK_READ, 420)
        add_item(
            group,
            _("Risk catalogues"),
            "list-check",
            "riskcontrol:catalogue_list",
            Permission.RISK_READ,
            425,
        )
        add_item(group, _("Risk watch"), "activity", "riskcontrol:watch", Permission.RISK_READ, 430)
        add_item(group, _("Risk plans"), "list-check", "riskcontrol:plan_list", Permission.RISK_READ, 433)
        add_item(
            group,
            _("Weights of the score"),
            "scale",
            "riskcontrol:weights_list",
            Permission.RISK_EDIT,
            435,
        )
        add_item(
            group,
            _("Self-checks"),
            "clipboard-check",
            "riskcontrol:self_check_list",
            Permission.RISK_READ,
            440,
        )
        add_item(
            group,
            _("Campaigns of self-checks"),
            "users",
            "riskcontrol:campaign_list",
            Permission.RISK_READ,
            445,
        )
