"""What a production installation runs beside the code."""
