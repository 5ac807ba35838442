"""Floor 5: pages that cross apps."""
