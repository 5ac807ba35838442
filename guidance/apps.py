"""Floor 2: the eight ways of guidance, and other ways (Art. 8)."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from enforcement.lifecycle import CASE_LIFECYCLE
from foundation.context import add_item
from foundation.labels import register_all, register_noun
from foundation.permissions import Permission
from foundation.reasons import name_warning, narrow_reasons
from guidance.vocabulary import (
    BATCH_ACTIONS,
    DELIVERY_ACTIONS,
    EXPIRY_ACTIONS,
    FAQ_ACTIONS,
    GUIDANCE_ACTIONS,
    INVITATION_ACTIONS,
    LEDGER_ACTIONS,
    MEANS_ACTIONS,
    OTHER_WAY_ACTIONS,
    OWN_WARNINGS,
    REASONS_FOR_FIRMER,
    VISIT_ACTIONS,
)


class GuidanceConfig(AppConfig):
    name = "guidance"
    verbose_name = _("Guidance")

    def ready(self) -> None:
        import_module("guidance.reactions")
        import_module("guidance.reports.invariants")
        import_module("guidance.services.deliveries")
        import_module("guidance.services.documents")
        import_module("guidance.services.links.files")
        obstructing = import_module("guidance.services.obstructing")
        CASE_LIFECYCLE.obstruct("notify", obstructing.obstacles_to_unguided_penalty)
        for firmer in ("GUI-22", "GUI-23"):
            narrow_reasons(firmer, REASONS_FOR_FIRMER)
        for code, title in OWN_WARNINGS.items():
            name_warning(code, title)
        import_module("guidance.services.expiry")
        import_module("guidance.services.tips")
        register_noun("guidance", _("Guidance"), icon="heart-handshake")
        register_all({**GUIDANCE_ACTIONS, **MEANS_ACTIONS})
        register_noun("delivery", _("Deliveries"), icon="send")
        register_noun("gateway", _("Message gateways"), icon="send")
        register_noun("tips", _("Tips to groups"), icon="bell")
        register_noun("expiry", _("Calls before licences expire"), icon="phone")
        register_noun("ledger", _("Ledger of simple guidance"), icon="table")
        register_all({**DELIVERY_ACTIONS, **BATCH_ACTIONS, **EXPIRY_ACTIONS, **LEDGER_ACTIONS})
        register_noun("faq", _("Frequent questions"), icon="help-circle")
        register_all(FAQ_ACTIONS)
        register_noun("other_way", _("Ways of one's own"), icon="route")
        register_all(OTHER_WAY_ACTIONS)
        register_noun("visit", _("Return visits"), icon="walk")
        register_all(VISIT_ACTIONS)
        add_item(
            _("Work"),
            _("Guidance"),
            "heart-handshake",
            "guidance:guidance_list",
            Permission.GUIDANCE_READ,
            30,
        )
        add_item(
            _("Registry"),
            _("Frequent questions"),
            "help-circle",
            "guidance:faq_list",
            Permission.GUIDANCE_READ,
            65,
        )
        add_item(
            _("Registry"),
            _("Ways of one's own"),
            "route",
            "guidance:way_list",
            Permission.GUIDANCE_DEFINE,
            66,
        )
        add_item(
            _("Oversight"), _("Effect of guidance"), "target", "guidance:effect", Permission.GUIDANCE_READ, 18
        )
        add_item(
            _("Work"),
            _("Answers by the link"),
            "message-2",
            "guidance:reply_list",
            Permission.GUIDANCE_READ,
            35,
        )
        register_noun("invitation", _("Joint interviews"), icon="users")
        register_all(INVITATION_ACTIONS)
        add_item(
            _("Work"),
            _("Joint interviews"),
            "users",
            "guidance:invitation_list",
            Permission.GUIDANCE_READ,
            36,
        )
        add_item(_("Work"), _("Return visits"), "walk", "guidance:visit_list", Permission.VISIT_READ, 40)
