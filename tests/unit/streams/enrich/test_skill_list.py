"""The list of spellings."""

from streams.enrich.skill_list import best_forms, load_skills
from streams.enrich.text import words_of


def test_a_skills_own_name_goes_before_anothers_alternative():
    """SQL names the language, though databases list it too."""
    lines = ["skill/1\tdatabases\tdatabases|SQL", "skill/2\tSQL\tSQL", "skill/3\tquerying\tsql"]

    forms = {words_of(spelling): form.skill_id for spelling, form in best_forms(lines)}

    assert forms == {"databases": "skill/1", "sql": "skill/2"}


def test_marks_say_how_a_spelling_counts():
    """`=` in that case only, `?` beside another skill too; a question mark alone is a spelling."""
    ((_, exact), (_, in_context), (_, free)) = best_forms(["skill/1\tx\t=Ruby|?R|free"])

    assert [(f.spelling, f.in_context) for f in (exact, in_context, free)] == [("Ruby", False), ("R", True), (None, False)]


def test_every_skill_of_the_list_has_an_esco_id():
    """`skill/<uuid>`, which is its URI without the host."""
    forms = load_skills()

    assert len({form.skill_id for _, form in forms}) > 900
    assert all(form.skill_id.startswith("skill/") and len(form.skill_id) == 42 for _, form in forms)
