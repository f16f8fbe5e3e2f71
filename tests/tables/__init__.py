"""Tests of the data files' room."""
