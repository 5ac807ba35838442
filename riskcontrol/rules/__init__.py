"""Rules of risk control: pure, from given facts, touching nothing."""
