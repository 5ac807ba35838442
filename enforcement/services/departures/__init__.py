"""Leaving the discretion benchmark, with a reason and an approval in writing."""

from enforcement.services.departures.answering import approve_departure, refuse_departure
from enforcement.services.departures.asking import ask_departure

__all__ = ["approve_departure", "ask_departure", "refuse_departure"]
