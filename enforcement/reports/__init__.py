"""What is counted or gathered for a page or an answer."""
