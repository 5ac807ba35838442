"""What the lists and assessments tell, in the reader's language."""
