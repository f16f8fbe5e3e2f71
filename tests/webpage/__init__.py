"""Tests of report_builder.html: a folder of that name would hide the module of the standard library."""
