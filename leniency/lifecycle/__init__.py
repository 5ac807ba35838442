"""Life cycles of leniency."""

from leniency.lifecycle.choices import CHOICE_LIFECYCLE
from leniency.lifecycle.lists import LIST_LIFECYCLE

__all__ = ["CHOICE_LIFECYCLE", "LIST_LIFECYCLE"]
