"""Pages of risk control."""
