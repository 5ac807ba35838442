"""Floor 2: the eight ways of guidance, and other ways (Art. 8)."""
