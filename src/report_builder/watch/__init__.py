"""A report rebuilt whenever one of its files is saved, and a page on this machine that shows it."""
