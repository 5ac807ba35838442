"""Floor 3: risk points, warnings, self-checks and reviews (Art. 9)."""
