"""All that can be done about leniency in a case, for browser and API (Art. 10 para. 1)."""

from leniency.forms.assessing import CASE_ACTS as ASSESSING_ACTS
from leniency.forms.choosing import CHOOSE
from leniency.forms.following_up import FOLLOW_UP_ACTS
from leniency.forms.off_list import STATE_GROUND

CASE_ACTS = {**ASSESSING_ACTS, CHOOSE.name: CHOOSE, STATE_GROUND.name: STATE_GROUND, **FOLLOW_UP_ACTS}
BEFORE_DECISION = (*ASSESSING_ACTS, CHOOSE.name, STATE_GROUND.name)
