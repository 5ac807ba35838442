"""Everything that changes something in enforcement."""
