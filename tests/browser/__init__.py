"""What people meet in a real browser."""
