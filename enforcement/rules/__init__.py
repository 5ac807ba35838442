"""Rules of enforcement: pure, from given facts, touching nothing."""
