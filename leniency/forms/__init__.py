"""Forms and acts of leniency; browser and API share them (Art. 10 para. 1)."""
