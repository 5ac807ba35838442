"""How the acts of leniency are told in a timeline (Art. 10 para. 1)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from foundation.labels import Label
from foundation.vocabulary import Tone

ACTIONS = {
    "case:assess_leniency": Label(_("Leniency was assessed"), "scale", Tone.INFO),
    "case:choose_entry": Label(_("The entry to be applied was chosen"), "scale"),
    "case:draft_promise": Label(_("A commitment letter was drafted"), "file-text"),
    "case:educate": Label(_("Education was recorded"), "school", Tone.GOOD),
    "case:find_on_condition": Label(_("A finding on a condition was recorded"), "clipboard-check"),
    "case:plan_check": Label(_("A second look was planned"), "calendar"),
    "case:receive_promise": Label(_("A signed commitment letter was recorded"), "signature"),
    "case:record_check": Label(_("A second look was recorded"), "eye"),
    "case:state_ground": Label(_("A ground of the law beyond the lists was stated"), "scale"),
    "leniency_choice:approve": Label(_("A departure from the assessment was approved"), "check"),
    "leniency_choice:lapse": Label(_("A new assessment overtook the departure"), "refresh"),
    "leniency_choice:overtake": Label(_("A departure from the assessment was taken back"), "arrow-left"),
    "leniency_choice:refuse": Label(_("A departure from the assessment was refused"), "ban"),
    "leniency_condition:edit": Label(_("A condition was changed"), "edit"),
    "leniency_condition:remove": Label(_("A condition was removed"), "trash"),
    "leniency_entry:add_condition": Label(_("A condition was added"), "plus"),
    "leniency_entry:begin_review": Label(_("The entry came under review"), "refresh", Tone.WATCH),
    "leniency_entry:cite": Label(_("A provision was linked"), "link"),
    "leniency_entry:conclude_review": Label(_("The review of the entry was concluded"), "clipboard-check"),
    "leniency_entry:edit": Label(_("The entry was changed"), "edit"),
    "leniency_entry:remove": Label(_("An entry was removed"), "trash"),
    "leniency_entry:suspend": Label(_("The entry was suspended"), "ban", Tone.WATCH),
    "leniency_entry:uncite": Label(_("A provision was unlinked"), "x"),
    "leniency_list:add_entry": Label(_("An entry was added"), "plus"),
    "leniency_list:approve": Label(_("The collective decision was recorded"), "check"),
    "leniency_list:begin_review": Label(_("A review of the list was begun"), "refresh", Tone.INFO),
    "leniency_list:conclude_review": Label(_("The review of the list was concluded"), "clipboard-check"),
    "leniency_list:draft": Label(_("The list was drafted"), "edit"),
    "leniency_list:edit": Label(_("The heading of the list was changed"), "edit"),
    "leniency_list:import_entries": Label(_("Entries were imported from a sheet"), "upload"),
    "leniency_list:link": Label(_("Provisions were linked by the words of the entries"), "link"),
    "leniency_list:load": Label(_("Lists were loaded"), "upload"),
    "leniency_list:publish": Label(_("The list was published"), "world", Tone.GOOD),
    "leniency_list:repeal": Label(_("The list was repealed"), "ban", Tone.WATCH),
    "leniency_list:replace": Label(_("The list was replaced by a new edition"), "archive"),
    "leniency_list:return_to_draft": Label(_("The list was returned to the draft"), "arrow-left"),
    "leniency_list:review": Label(_("The opinion on legality was given"), "scale"),
    "leniency_list:revise": Label(_("A new edition was begun"), "edit"),
    "leniency_list:seek_opinions": Label(_("Opinions were asked for"), "message"),
    "special_provision:edit": Label(_("A special provision was changed"), "edit"),
    "special_provision:enter": Label(_("A special provision was entered"), "book"),
    "special_provision:load": Label(_("Special provisions were loaded"), "upload"),
}
