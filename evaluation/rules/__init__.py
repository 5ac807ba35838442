"""Periods, intervals and scores, as pure functions (Art. 4)."""
