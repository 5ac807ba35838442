"""What risk control counts: always in sets, never one counterpart at a time."""
