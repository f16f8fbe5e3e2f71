"""Settings of the property tests: no deadline, since a first import or a busy machine is not a slow function."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
