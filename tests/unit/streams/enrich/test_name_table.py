"""A large table of names."""

from streams.enrich.places.name_table import NameTable


def test_each_name_has_its_value():
    """Whatever its letters; a part of a name is none."""
    table = NameTable("berlin\t1\nberlin mitte\t2\nмосква\t3,4\nempty\t\n".encode())

    assert [table.get(name) for name in ("berlin", "berlin mitte", "москва", "empty")] == ["1", "2", "3,4", ""]
    assert [table.get(name) for name in ("ber", "mitte", "", "1")] == [None] * 4


def test_names_with_one_hash_are_told_apart():
    """A table of thousands has many that begin at the same slot."""
    names = [f"name {number}" for number in range(5_000)]
    table = NameTable("".join(f"{name}\t{name[5:]}\n" for name in names).encode())

    assert [table.get(name) for name in names] == [name[5:] for name in names]


def test_an_empty_table_has_no_names():
    """Nothing is found, and nothing fails."""
    assert NameTable(b"").get("berlin") is None
