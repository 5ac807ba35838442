"""Floor 1: organs, officers, counterparts, matters and cases (Art. 3-7, 10 para 2)."""
