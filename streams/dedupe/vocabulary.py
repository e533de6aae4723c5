"""The words that the verifier knows. It is frozen: a change of this file is a new `decide.VERIFIER`."""

# Two titles that differ in one of these advertise two openings.
LEVELS = frozenset(
    b"senior junior lead principal staff manager director head chief vp president intern trainee apprentice grad associate sme"
    b" assistant mid entry expert i ii iii iv v vi part night evening weekend contract temporary seasonal freelance".split()
)
SAME_WORD = {
    b"sr": b"senior",
    b"snr": b"senior",
    b"jr": b"junior",
    b"jnr": b"junior",
    b"leads": b"lead",
    b"interns": b"intern",
    b"internship": b"intern",
    b"graduate": b"grad",
    b"graduates": b"grad",
    b"parttime": b"part",
    b"contractor": b"contract",
    b"temp": b"temporary",
    b"nights": b"night",
    b"evenings": b"evening",
    b"weekends": b"weekend",
}
# They say nothing about which job it is.
NOISE = frozenset(
    b"a an and at for in of on or the to with is are we our m f d w x h all gender genders hiring job jobs opening openings"
    b" role roles position positions opportunity urgent now new us usa uk remote remotely onsite site hybrid office full time"
    b" fulltime permanent visa visas sponsorship relocation inc llc ltd gmbh".split()
)
# A location of only these is no place.
NO_PLACE = frozenset(
    ("remote", "remotely", "onsite", "hybrid", "us", "usa", "united states", "united states of america", "uk", "united kingdom",
     "anywhere", "worldwide", "global")
)  # fmt: skip
