"""Tables of guidance: what all ways share, and one detail a way."""

from guidance.models.action_search import GuidanceSearch
from guidance.models.actions import GuidanceAction
from guidance.models.deliveries import Delivery, Gateway
from guidance.models.effect_files import EffectFile
from guidance.models.expiry import ExpiryCall, ExpiryRule
from guidance.models.faq import FaqEntry
from guidance.models.implementers import GuidanceOfficer
from guidance.models.interviews import Appointment, InterviewAttendance
from guidance.models.joint import InterviewInvitation
from guidance.models.ledger import LedgerRow
from guidance.models.links import CounterpartLink, LinkOpening
from guidance.models.means import MeansTried
from guidance.models.other_ways import OtherField, OtherWay
from guidance.models.points import CounselQuestion, SuggestionItem
from guidance.models.public_life import CandidateScore, PublicComment, PublicLife, Showing
from guidance.models.rectification import RectificationItem
from guidance.models.replies import CounterpartReply, ReplyAnswer, ReplyFile, ReplyWaiting
from guidance.models.samples import VisitSample
from guidance.models.tip_batches import TipBatch, TipRecipient
from guidance.models.visits import ReturnVisit, VisitPerson
from guidance.ways.counsel import Counsel
from guidance.ways.demo import Demo
from guidance.ways.exhort import Exhort
from guidance.ways.guide import Guide
from guidance.ways.interview import Interview
from guidance.ways.other import Other
from guidance.ways.revisit import Revisit
from guidance.ways.suggest import Suggest
from guidance.ways.tip import Tip

__all__ = [
    "Appointment",
    "CandidateScore",
    "Counsel",
    "CounselQuestion",
    "CounterpartLink",
    "CounterpartReply",
    "Delivery",
    "Demo",
    "EffectFile",
    "Exhort",
    "ExpiryCall",
    "ExpiryRule",
    "FaqEntry",
    "Gateway",
    "GuidanceAction",
    "GuidanceOfficer",
    "GuidanceSearch",
    "Guide",
    "Interview",
    "InterviewAttendance",
    "InterviewInvitation",
    "LedgerRow",
    "LinkOpening",
    "MeansTried",
    "Other",
    "OtherField",
    "OtherWay",
    "PublicComment",
    "PublicLife",
    "RectificationItem",
    "ReplyAnswer",
    "ReplyFile",
    "ReplyWaiting",
    "ReturnVisit",
    "Revisit",
    "Showing",
    "Suggest",
    "SuggestionItem",
    "Tip",
    "TipBatch",
    "TipRecipient",
    "VisitPerson",
    "VisitSample",
]
