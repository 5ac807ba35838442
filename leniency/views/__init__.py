"""Pages of leniency (Art. 10 para. 1)."""
