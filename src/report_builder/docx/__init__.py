"""Documents as Word files and as plain text, from the same blocks as the PDF."""
