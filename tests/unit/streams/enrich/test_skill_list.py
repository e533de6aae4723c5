"""The list of spellings."""

from streams.enrich import resources as listed
from streams.enrich.skill_list import Need, forms_of, load_skills
from streams.enrich.text import Phrases, fold, words_of

# The lists beside that of skills, whose words a hidden phrase would take from their enrichers.
_OTHERS = (
    listed.kind_words, listed.intern_words, listed.mode_words, listed.week_words, listed.office_words, listed.home_words,
    listed.sentences, listed.schooling, listed.spans, listed.benefit_words, listed.permit_words, listed.cues, listed.sign_words,
)  # fmt: skip


def test_marks_say_how_a_spelling_counts():
    """`=` in that case, `?` and `+` close to another skill, `^` behind a degree, `~` a part; a skill's own name is surest."""
    forms = [form for _, form in forms_of(["1\tRuby (language)\tisced-f/0613\t=Ruby|?R|rubies|~Rails|~?Go|+gems|^stones"])]

    assert [(form.exact, form.needs, form.confidence) for form in forms] == [
        ("Ruby", Need.SPELLING, 0.95),
        ("R", Need.COMPUTING, 0.7),
        (None, None, 0.85),
        (None, None, 0.75),
        ("Go", Need.COMPUTING, 0.7),
        (None, Need.COMPUTING, 0.7),
        (None, Need.DEGREE, 0.85),
    ]


def test_skills_around_computers_are_told_by_their_groups():
    """Fields 06 and 0542 of education, and ESCO's own group S5."""
    lines = ["1\ta\tisced-f/0613\ta", "2\tb\tskill/S5.6.1\tb", "3\tc\tisced-f/0413 skill/S4.1\tc", "4\td\t\td"]

    assert [form.computing for _, form in forms_of(lines)] == [True, True, False, False]


def test_every_skill_of_the_list_has_an_esco_id_and_each_spelling_one_skill():
    """`skill/<uuid>`, which is its URI without the host; nearly all have groups."""
    forms = [(spelling, form) for spelling, form in load_skills() if form]
    skills = {form.skill for _, form in forms}

    assert len(skills) > 11_000
    assert all(skill.skill_id.startswith("skill/") and len(skill.skill_id) == 42 for skill in skills)
    assert sum(not skill.broader for skill in skills) < 50
    assert len({words_of(spelling) for spelling, _ in forms}) == len(forms)


def test_what_only_looks_like_a_skill_stands_for_nothing():
    """It hides the word in it."""
    assert {("salt lake", None), ("marketing team", None), ("german market", None)} <= set(load_skills())


def test_what_is_hidden_holds_no_word_that_another_enricher_looks_for():
    """`bonuses` in `sales bonuses` is a benefit, whatever `sales` is there."""
    others = Phrases(*(words() for words in _OTHERS))
    alone = {words_of(phrase) for words in _OTHERS for phrase, _ in words()}
    hidden = [phrase for phrase, form in load_skills() if form is None and words_of(phrase) not in alone]

    assert [phrase for phrase in hidden if others.find(fold(phrase))] == []
