"""Lists of guidance and of return visits."""
