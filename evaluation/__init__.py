"""Floor 4: indicators, periods and scorecards; reads all, writes only its own (Art. 4, 6)."""
