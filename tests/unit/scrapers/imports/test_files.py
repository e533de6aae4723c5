"""The rows of files, whatever is in them."""

import csv
import gzip
import lzma
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scrapers.imports import files
from scrapers.imports.files import Line, UnknownFormat, columns_of, read_rows

Packed = Callable[[bytes], bytes]


def write(tmp_path: Path, name: str, content: bytes) -> Path:
    """Write a file and return its path."""
    path = tmp_path / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(("suffix", "pack"), [("", bytes), (".gz", gzip.compress), (".xz", lzma.compress)])
def test_a_file_may_be_packed(tmp_path: Path, suffix: str, pack: Packed) -> None:
    """Rows come with the number of their line; empty lines count and give nothing."""
    path = write(tmp_path, f"a.jsonl{suffix}", pack(b'{"a": 1}\n\n{"a": 2}'))

    assert list(read_rows(path)) == [Line(1, {"a": 1}), Line(3, {"a": 2})]


def test_a_byte_order_mark_is_no_part_of_the_first_row(tmp_path: Path) -> None:
    """Programs of Windows write it; a mark alone is an empty line."""
    assert list(read_rows(write(tmp_path, "a.jsonl", b'\xef\xbb\xbf{"a": 1}\n'))) == [Line(1, {"a": 1})]
    assert list(read_rows(write(tmp_path, "b.jsonl", b"\xef\xbb\xbf\n"))) == []


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b'{"a": ', "not JSON"),
        (b'{"a": "\xff"}', "not JSON"),
        (b"[1]", "a row is an object, not list"),
        (b"null", "a row is an object"),
    ],
)
def test_a_broken_line_is_named_and_the_rest_goes_on(tmp_path: Path, line: bytes, why: str) -> None:
    """The error says why, and the number where."""
    first, broken, last = read_rows(write(tmp_path, "a.jsonl", b"{}\n" + line + b"\n{}\n"))

    assert (first.row, last.row, broken.number, broken.row) == ({}, {}, 2, None)
    assert (broken.error or "").startswith(why)


def test_a_table_s_cells_may_hold_separators_newlines_and_megabytes(tmp_path: Path) -> None:
    """The line is that where the row ends; a byte order mark is no part of a name."""
    large = "x" * 5_000_000
    path = write(tmp_path, "a.csv", f'\ufefftitle,text\r\n"a, b","line 1\nline 2"\r\nc,{large}\r\n'.encode())

    assert list(read_rows(path)) == [Line(3, {"title": "a, b", "text": "line 1\nline 2"}), Line(4, {"title": "c", "text": large})]
    assert columns_of(path) == ["title", "text"]


def test_columns_of_one_name_are_told_apart(tmp_path: Path) -> None:
    """The last of them hid the others, an empty one too."""
    path = write(tmp_path, "a.csv", b"title,text,title,title\nCook,Cooks,,x\n")

    assert columns_of(path) == ["title", "text", "title (2)", "title (3)"]
    assert [line.row for line in read_rows(path)] == [{"title": "Cook", "text": "Cooks", "title (2)": "", "title (3)": "x"}]


def test_a_table_may_be_separated_by_tabs(tmp_path: Path) -> None:
    """As its name says."""
    assert [line.row for line in read_rows(write(tmp_path, "a.tsv", b"a\tb\n1\t2,3\n"))] == [{"a": "1", "b": "2,3"}]


@pytest.mark.parametrize(
    ("row", "why"), [(b"1,2,3", "3 fields where the first line names 2"), (b"1", "1 fields"), (b"1,\xff", "not UTF-8")]
)
def test_a_damaged_row_is_named(tmp_path: Path, row: bytes, why: str) -> None:
    """Its neighbours are read."""
    lines = list(read_rows(write(tmp_path, "a.csv", b"a,b\n1,2\n" + row + b"\n3,4\n")))

    assert [(line.row is None, line.number) for line in lines] == [(False, 2), (True, 3), (False, 4)]
    assert (lines[1].error or "").startswith(why)


def test_text_in_any_language_is_no_damage(tmp_path: Path) -> None:
    """Bytes above 127 are UTF-8 until they are not."""
    assert [line.row for line in read_rows(write(tmp_path, "a.csv", "a\nአዲስ አበባ\n".encode()))] == [{"a": "አዲስ አበባ"}]


@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".xz", lzma.compress)])
def test_a_file_that_ends_too_early_gives_what_it_has(tmp_path: Path, suffix: str, pack: Packed) -> None:
    """And one line that says so."""
    whole = pack(b"".join(b'{"n": %d}\n' % number for number in range(50_000)))
    *rows, last = read_rows(write(tmp_path, f"a.jsonl{suffix}", whole[: len(whole) * 2 // 3]))

    assert rows[0].row == {"n": 0}
    assert last.row is None
    assert (last.error or "").startswith(("the file can't be read", "not JSON"))


def test_an_empty_table_has_no_rows(tmp_path: Path) -> None:
    """Nor columns."""
    path = write(tmp_path, "a.csv", b"")

    assert (list(read_rows(path)), columns_of(path)) == ([], [])


@pytest.mark.parametrize("name", ["a.json", "a", "a.xlsx", "a.txt.gz"])
def test_a_name_that_says_nothing_is_refused(tmp_path: Path, name: str) -> None:
    """The message lists what is read."""
    call: list[Callable[[Path], Any]] = [columns_of, lambda path: list(read_rows(path))]
    for read in call:
        with pytest.raises(UnknownFormat, match=r"\.jsonl"):
            read(write(tmp_path, name, b""))


@pytest.mark.parametrize(("name", "content"), [("a.jsonl.gz", b'{"a": 1}\n{"a": "%s"}\n'), ("a.csv.xz", b"a\n1\n%s\n")])
def test_a_line_without_an_end_ends_the_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes
) -> None:
    """A few bytes may unpack to more than there is memory; what was before is read."""
    monkeypatch.setattr(files, "_LONGEST_LINE", 1 << 20)
    pack = gzip.compress if name.endswith(".gz") else lzma.compress
    first, last = read_rows(write(tmp_path, name, pack(content % (b"x" * (2 << 20)))))

    assert (str(first.row["a"]), last.row) == ("1", None)
    assert last.error == "the file can't be read from here on: a line is longer than 1 MiB"


def test_a_field_without_an_end_ends_the_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may go over any number of lines."""
    before = csv.field_size_limit()
    monkeypatch.setattr(files, "_LONGEST_FIELD", 100)
    try:
        first, last = read_rows(write(tmp_path, "a.csv", b'a\n1\n"' + b"x\n" * 100))
    finally:
        csv.field_size_limit(before)

    assert (first.row, last.row) == ({"a": "1"}, None)
    assert "field larger than field limit" in str(last.error)
