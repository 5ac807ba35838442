"""Links by which counterparts read and answer guidance without an account (Art. 8)."""

from guidance.services.links.asking import ask_counselling
from guidance.services.links.finding import address_of, link_of_token, next_link_of, standing_link_of
from guidance.services.links.keeping import open_link, open_links, renew_link, revoke_link
from guidance.services.links.parts import LinkPart, parts_of, register_part
from guidance.services.links.reading import note_opening, replies_of, served_file
from guidance.services.links.replying import facts_of_reply, reply_by_link

__all__ = [
    "LinkPart",
    "address_of",
    "ask_counselling",
    "facts_of_reply",
    "link_of_token",
    "next_link_of",
    "note_opening",
    "open_link",
    "open_links",
    "parts_of",
    "register_part",
    "renew_link",
    "replies_of",
    "reply_by_link",
    "revoke_link",
    "served_file",
    "standing_link_of",
]
