"""Floor 3: the lists of lenient treatment and their assessment (Art. 10 para 1)."""
