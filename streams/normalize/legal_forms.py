"""Legal forms of companies, which two spellings of one employer need not share.

A list by hand: what companies of the major job markets write behind or before their names.
"""

import re
from collections.abc import Sequence

# As plain words: case, accents and dots are gone ("S.p.A." is `spa`, "A/S" is `a s`). "and" is what "& Co" leaves behind.
_ENDS = """
and, inc, incorporated, corp, corporation, co, company, llc, llp, lllp, lp, ltd, limited, plc, p l c, one member,
pllc, pbc, ulc, ltee, limitee,
gmbh, ggmbh, gesmbh, mbh, ag, kg, kgaa, ug, ug haftungsbeschrankt, ohg, gbr, se, ev, aktiengesellschaft,
gesellschaft mit beschrankter haftung,
sa, sas, sasu, sarl, sa rl, s a r l, eurl, snc, societe anonyme, bv, nv, bvba, vof, srl, srls, spa, s p a, s r l,
sl, slu, sau, s l, s a, sociedad anonima, sociedad limitada, lda, ltda, limitada, eireli, s a de c v, sa de cv, s de rl de cv,
sapi de cv, sab de cv, ab, publ, aktiebolag, hb, asa, as, a s, aps, oy, oyj, oy ab, osakeyhtio, ehf, hf, ou, uab, sia,
sp z o o, sp z oo, sp zoo, sp zo o, spzoo, sp k, sp j, spolka z ograniczona odpowiedzialnoscia, spolka akcyjna,
spolka komandytowa, sro, s r o, spol sro, spol s ro, spol s r o, vos, kft, zrt, nyrt, doo, d o o, dooel, dd, d d, ood, eood, ead,
sc, jsc, ojsc, cjsc, pjsc, ooo, oao, zao, pao, ооо, оао, зао, пао, ао, тоо, тов, оод, еоод, доо, αε, επε, ικε,
pty, pte, pvt, private, opc, sdn, bhd, berhad, tbk, kk, gk, kabushiki kaisha, godo kaisha, fze, fzco, fz llc, wll,
as oy, sti, ltd sti, anonim sirketi, בע מ, בעמ,
na, national association, pc, pa, apc, l c, share company, joint stock company, limited liability company, p ltd, p limited,
proprietary, dac, designated activity company, cic, clg, npc, ek, eg, k s, i s, handelsbolag, kommanditbolag,
kommanditgesellschaft, ky, sagl, cvba, sprl, unipessoal lda, s l p, slp, j d o o, jdoo, spolka jawna, spolka cywilna, s k a, ska,
filial, filial sverige, svensk filial, swedish filial, sivuliike, zweigniederlassung, ngo,
ኃ የተ የግ ማ, ኃ የተ የግ ማህበር, ኃላ የተ የግ ማ, ኃላ የተ የግ ማህበር, ኃላፊነቱ የተወሰነ የግል ማህበር, ኃላፊነቱ የተወሰነ የግል ማኅበር, ኃላ የተ የግ ማኅ, አ ማ, አክሲዮን ማህበር,
սպը, փբը, բբը, จำกัด, จํากัด
"""
_FRONTS = "ооо, оао, зао, пао, ао, тоо, тов, ип, შპს, บริษัท, cong ty tnhh mtv, cong ty tnhh, cong ty co phan, cong ty cp, cong ty"
_GLUED = "株式会社|有限会社|合同会社|股份有限公司|有限责任公司|有限責任公司|有限公司|주식회사|유한회사|\\((?:株|有|同|주|유)\\)"
# Latin letters in front are also names ("SIA Partners", "PT Solutions"): only quotes or a dot tell.
_BEFORE_QUOTES = re.compile(r"^\W*(?:uab|sia|ou|as|ab|ooo|oao|zao|pao|pt|ao)\W*[\"“”„«‘']([^\"“”«»’]+)[\"“”»’']\W*$")
_DOTTED_FRONT = re.compile(r"^pt\.\s*(?=\w)")
_GLUED_FORM = re.compile(rf"^\s*(?:{_GLUED})\s*(?=\S)|(?<=\S)\s*(?:{_GLUED})\s*$")


def word_groups(listed: str) -> frozenset[tuple[str, ...]]:
    """Return the words of each entry of a list with commas."""
    return frozenset(tuple(form.split()) for form in listed.replace("\n", " ").split(",") if form.strip())


_END_FORMS, _FRONT_FORMS = word_groups(_ENDS), word_groups(_FRONTS)
_LONGEST = max(map(len, _END_FORMS | _FRONT_FORMS))
_OUTER_WORDS = {True: frozenset(form[-1] for form in _END_FORMS), False: frozenset(form[0] for form in _FRONT_FORMS)}


def without_marked_forms(plain: str) -> str:
    """Return a name in small letters without the forms that only its signs show: glued to it, quoted apart from it, dotted."""
    quoted = _BEFORE_QUOTES.match(plain)
    return without_glued_forms(_DOTTED_FRONT.sub("", quoted[1] if quoted else plain))


def without_glued_forms(plain: str) -> str:
    """Return a name without the forms that are written without a space."""
    while (kept := _GLUED_FORM.sub("", plain)) != plain:
        plain = kept
    return plain


def without_forms(words: Sequence[str]) -> list[str]:
    """Return the words of a name without its legal forms; a name that is nothing else keeps its first one."""
    kept = list(words)
    while size := _size(kept, at_end=True):
        del kept[-size:]
    while size := _size(kept, at_end=False):
        del kept[:size]
    return kept


def _size(words: Sequence[str], *, at_end: bool) -> int:
    """Return how many words the longest form at an end of `words` has that leaves something of it."""
    if words[-1 if at_end else 0] not in _OUTER_WORDS[at_end]:
        return 0
    forms = _END_FORMS if at_end else _FRONT_FORMS
    sizes = range(min(_LONGEST, len(words) - 1), 0, -1)
    return next((size for size in sizes if tuple(words[-size:] if at_end else words[:size]) in forms), 0)
