"""Lists of indicators, periods, scorecards and of the rows behind a figure."""
