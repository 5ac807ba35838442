"""The words of a file in the archive: its two parts and their pieces (Art. 4)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Shelf(models.TextChoices):
    """The part of the file in which a piece lies."""

    MAIN = "main", _("main file")
    SIDE = "side", _("side file")


class Piece(models.TextChoices):
    """What a file may hold, in the order in which it is bound."""

    FILING = "filing", _("approval of filing")
    DECISION = "decision", _("decision")
    RECEIPT = "receipt", _("receipt of its service")
    NOTICE = "notice", _("prior notice")
    DEFENCE = "defence", _("defence and its review")
    CORRECTION = "correction", _("order to correct")
    EDUCATION = "education", _("record of education")
    EVIDENCE = "evidence", _("verified evidence")
    HEARING = "hearing", _("record of the hearing")
    PAYMENT = "payment", _("receipts of payment")
    HARDSHIP = "hardship", _("answer to the hardship")
    COURT = "court", _("demand and application to the court")
    TRANSFER = "transfer", _("receipt and answer of the transfer")
    SOURCE = "source", _("source of the clue")
    REPORT = "report", _("facts found on investigation")
    REVIEW = "review", _("legal opinion")
    DISCUSSION = "discussion", _("minute of the collective discussion")
    CLOSING = "closing", _("approval of closing")


SIDE_PIECES = (Piece.SOURCE, Piece.REPORT, Piece.REVIEW, Piece.DISCUSSION, Piece.CLOSING)
