"""The list of those who get a copy: how it is read, and what is refused in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_builder.campaign.recipients import read_recipients

HEAD = "name,organisation,email\n"


def codes(text: str) -> list[str]:
    return [p.code for p in read_recipients(text.encode(), "recipients.csv")[1]]


def test_people_are_read() -> None:
    """With commas or, from Excel, semicolons; columns in any order; empty rows do not count."""
    people, problems = read_recipients((HEAD + "Siân Ŵyn,Y Cymro,sian@example.org\n,,\n").encode(), "f")
    assert ((), ["Siân Ŵyn"]) == (problems, [p.name for p in people])
    excel = "Email;Name;Organisation\r\nj@example.org;Jo Évans;A, B\r\n".encode("cp1252")
    (person,), problems = read_recipients(excel, "f")
    assert ((), "Jo Évans", "A, B", 2) == (problems, person.name, person.organisation, person.row)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "S030"),
        ("name,email\nJo,j@example.org\n", "S030"),
        (HEAD, "S030"),
        (HEAD + ",Gazette,j@example.org\n", "S030"),
        (HEAD + '"Jo,Gazette,j@example.org\n', "S030"),
        (HEAD + "Jo,Gazette,j@example.org\nJoanna,Radio,J@example.org\n", "S031"),
        (HEAD + "Jo Bloggs,Gazette,\njo  bloggs,Radio,\n", "S031"),
        (HEAD + "../../etc/passwd,Gazette,j@example.org\n", "S032"),
        (HEAD + "..,Gazette,j@example.org\n", "S032"),
        (HEAD + "C:\\Jo,Gazette,j@example.org\n", "S032"),
        (HEAD + "Jo\tB,Gazette,j@example.org\n", "S032"),
        (HEAD + '"Jo\nB",Gazette,j@example.org\n', "S032"),
        (HEAD + "Jo\u202eB,Gazette,j@example.org\n", "S032"),
        (HEAD + f"{'J' * 90},Gazette,j@example.org\n", "S032"),
        (HEAD + "Jo,Gazette,example.org\n", "S033"),
    ],
)
def test_what_cannot_be_used_is_told(text: str, code: str) -> None:
    """Once, with its row."""
    assert [code] == codes(text)


def test_an_id_is_of_a_person_and_a_report() -> None:
    """The same each time, without digits, another for another version."""
    (person,), _ = read_recipients((HEAD + "Jo,Gazette,j@example.org\n").encode(), "f")
    assert person.document_id("a 1.0") == person.document_id("a 1.0") != person.document_id("a 1.1")
    assert not any(c.isdigit() for c in person.document_id("a 1.0"))


@given(st.binary(max_size=200))
def test_whatever_the_file_holds_nothing_is_raised(data: bytes) -> None:
    """It is a list, or a problem."""
    people, problems = read_recipients(data, "f")
    assert people or problems
