"""Duties of the Measures, one class a duty."""
