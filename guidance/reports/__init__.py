"""What pages show of guidance and visits, and what must always be true of them (Art. 8)."""

from guidance.reports.ladder import Step, ladder_of

__all__ = ["Step", "ladder_of"]
