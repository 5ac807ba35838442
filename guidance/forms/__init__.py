"""What is typed into acts of guidance and of return visits."""
