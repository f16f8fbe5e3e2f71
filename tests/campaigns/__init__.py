"""Whole campaigns, from their files to the finished page."""
