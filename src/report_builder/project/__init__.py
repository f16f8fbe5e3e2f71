"""The project folder, loaded and validated."""
