"""Evaluation for machines (Art. 4)."""
