"""Lists of lists, of entries and of assessments: page, API and export alike (Art. 10 para. 1)."""
