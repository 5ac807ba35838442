"""Everything that changes something in risk control."""
