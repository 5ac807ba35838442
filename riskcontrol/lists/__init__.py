"""Lists of risk control."""
