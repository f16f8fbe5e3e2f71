"""A PDF locked with a password (AES-256), for a copy under embargo; such a copy is no PDF/A any more, and says so."""

from __future__ import annotations

import io
import secrets


def locked(data: bytes, password: str) -> bytes:
    """The file under an opening password. Its bytes differ each time, for the cipher wants fresh random numbers.

    PDF/A forbids encryption (ISO 19005-3, 6.1.3), so the claim to be one is taken out of the metadata; screen readers
    may still read it.
    """
    import pikepdf  # 60 ms, for the few copies that are locked

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            for claim in ("pdfaid:part", "pdfaid:conformance"):
                if claim in metadata:
                    del metadata[claim]
        allowed = pikepdf.Permissions(accessibility=True)
        encryption = pikepdf.Encryption(user=password, owner=secrets.token_urlsafe(32), R=6, allow=allowed)
        pdf.save(out, encryption=encryption)
    return out.getvalue()
