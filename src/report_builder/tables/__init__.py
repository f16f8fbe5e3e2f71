"""Data files: described, read, cleaned, reshaped into datasets of typed cells."""
