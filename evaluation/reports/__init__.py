"""What evaluation counts: per organ and period, in sets, without any sum of money (Art. 4)."""
