"""What the desk does across all floors."""
