"""Life cycles of leniency."""

from leniency.lifecycle.lists import LIST_LIFECYCLE

__all__ = ["LIST_LIFECYCLE"]
