"""What a report is made of, free of any output format."""
