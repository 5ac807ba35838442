"""Floor 0: the grammar that every app speaks."""
