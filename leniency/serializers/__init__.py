"""Leniency in the API (Art. 10 para. 1)."""
