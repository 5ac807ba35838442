"""The words of official documents, in our own sentences; one kind a file (Art. 6, 8)."""
