"""One module for each kind of section, and what they share."""
