"""What is typed into acts of risk control."""
