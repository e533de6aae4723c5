"""The words of titles that the reading verifier knows. It is frozen with the verifier: a change makes another one."""

# Rank in a line of work, from intern to the top.
RANKS = {
    word.encode(): rank
    for rank, found in enumerate(
        (
            "intern trainee apprentice",
            "junior grad associate assistant entry early college fresh",
            "mid",
            "senior",
            "lead staff sme expert supervisor",
            "principal",
            "manager executive",
            "director head",
            "chief vp president",
        )
    )
    for word in found.split()
}
PLAIN_RANK = 2
# Steps of one rank, and kinds of contract.
STEPS = frozenset(b"i ii iii iv v vi part night evening weekend contract temporary seasonal freelance".split())
# They say nothing about which job it is, in any title.
NOT_THE_JOB = frozenset(
    b"urgent required wanted cash pay paying worker workers staff needed time hand immediate great offer timers part weekend"
    b" weekly starts start multiple levels supporting level client available vacancy need people person paid apply today hire"
    b" hires stage local candidates only individual corps w2 active ts sci polygraph with clearance id req no copy female male"
    b" summer fall spring program team".split()
)
# No place is told apart by them.
VAGUE_PLACE_WORDS = frozenset(b"remote area greater metropolitan bay".split())
EVERYWHERE = frozenset(
    ("us", "usa", "united states", "remote", "united kingdom", "uk", "united states of america", "anywhere", "worldwide")
)
