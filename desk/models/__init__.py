"""Tables of the desk: figures that are kept, so that a dashboard need not count."""

from desk.models.tallies import Tally, TallyState

__all__ = ["Tally", "TallyState"]
