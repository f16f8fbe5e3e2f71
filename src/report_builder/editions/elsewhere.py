"""Finished files put at an address that fsspec knows: a bucket, a server, a folder."""

from __future__ import annotations

from collections.abc import Mapping

from report_builder.problems import ReportError, problem


def put(address: str, files: Mapping[str, bytes]) -> None:
    """Puts each file under its name at `address`, whole or not at all; ReportError E056 where it cannot."""
    import fsspec  # an extra; each kind of address imports its own library

    try:
        system, root = fsspec.url_to_fs(address)
        system.makedirs(root, exist_ok=True)
        with system.transaction:  # what is put within appears at its end; where a system has none, a file at a time
            for name, data in files.items():
                with system.open(f"{root.rstrip('/')}/{name}", "wb") as file:
                    file.write(data)
    except (OSError, ValueError, ImportError) as error:
        hint = "check the address, and that each worker has the library and the rights that it needs"
        why = problem("E056", f'"{address}" cannot be written: {error}', help=hint)
        raise ReportError([why]) from error


def got(address: str, name: str) -> bytes | None:
    """What lies under a name at `address`; None where nothing does, or it cannot be read."""
    try:
        import fsspec

        system, root = fsspec.url_to_fs(address)
        data: bytes = system.cat_file(f"{root.rstrip('/')}/{name}")
    except (OSError, ValueError, ImportError):
        return None
    return data
