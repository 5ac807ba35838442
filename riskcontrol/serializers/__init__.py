"""Single representations and files of risk control."""
