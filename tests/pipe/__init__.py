"""Tests of report_builder.pipe."""
