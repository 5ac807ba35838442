"""What Guidepost promises, tried out."""
