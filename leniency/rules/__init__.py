"""Rules of lenient treatment: pure, from given facts, touching nothing."""
