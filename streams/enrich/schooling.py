"""Words for degrees and schooling, each with the lowest level that it names."""

from collections.abc import Iterator

from schemas.derived import Education
from streams.enrich import schooling_abroad as abroad

_WORDS: dict[Education, tuple[str, ...]] = {
    Education.NONE: (
        "no degree required", "no degree is required", "degree not required", "degree is not required",
        "don t care about degrees", "do not require a college degree", "do not require a degree", "no formal education",
        "no education required", "do not care about your academic degrees", "no degree necessary",
    ),
    Education.SECONDARY: (
        "high school diploma", "school diploma", "high school degree", "high school or", "high school graduate",
        "high school education", "high school equivalent", "high school or equivalent", "hs diploma", "h.s. diploma", "ged",
        "g.e.d.", "secondary school diploma", "secondary education", "education level: high school", "high school required",
        "abitur", "gymnasieutbildning", "gymnasieexamen", "gymnasial utbildning", "gymnasiekompetens",
        "wykształcenie średnie", "wykształcenie min średnie", "wykształcenie minimum średnie", "średnie techniczne",
        "średnie wykształcenie", "gymnasiebetyg", "realschulabschluss", "hauptschulabschluss", "mittlere reife", "fachabitur",
        "fachhochschulreife", "hochschulreife", "matura", "diploma or ged", "diploma / ged", "diploma/ged", "high school/ged",
        "high school / ged",
    ),
    Education.VOCATIONAL: (
        "diploma in", "diploma or", "diploma/degree", "or diploma", "tvet", "vocational degree", "vocational education",
        "trade school", "technical diploma", "college diploma", "kaufmännische ausbildung", "kaufmännischen ausbildung",
        "kaufm ausbildung", "kaufmännische grundausbildung", "abgeschlossene lehre", "abgeschlossene berufslehre",
        "berufslehre", "berufsausbildung", "handwerkliche ausbildung", "technische ausbildung", "technische grundausbildung",
        "grundausbildung", "lehrabschluss", "abgeschlossene ausbildung", "ausbildung als", "yrkesutbildning", "yrkeshögskola",
        "yh utbildning", "wykształcenie zawodowe", "yrkeshögskoleutbildning", "yrkeshögskoleexamen", "gesellenbrief",
        "kv abschluss", "fachausweis", "efz", "höhere fachschule",
    ),
    Education.ASSOCIATE: (
        "associate s degree", "associates degree", "associate degree", "associate s or", "associate or bachelor s",
        "associate s or bachelor s", "2 year degree", "two year degree", "a.a.s. degree", "aa degree",
    ),
    Education.BACHELOR: (
        "bachelor", "bachelors", "bachelor s", "baccalaureate", "bsc", "b.sc.", "b.s. degree", "bs degree", "b.s. in",
        "bs in", "b.a. in", "ba in", "b.a. degree", "ba degree", "ba/bs", "bs/ba", "b.a./b.s.", "b.s./b.a.", "b.a. or b.s.",
        "b.s. or b.a.", "ba or bs", "bs or ba", "bs/ms", "b.s./m.s.", "b.s. or m.s.", "bs or ms", "bs, ms", "b.s., m.s.",
        "b.sc./m.sc.", "bsc/msc", "ba/ma", "ba/bsc", "bs or equivalent", "bs or higher", "b.s. or equivalent", "b.eng.",
        "b.tech.", "btech", "bachelors/masters", "4 year degree", "four year degree", "degree in", "degree or equivalent",
        "degree required", "degree preferred", "degree is preferred", "degree is required", "degree qualified", "any degree",
        "diplom", "higher technical education", "wykształcenie wyższe", "wyższe wykształcenie", "studia wyższe",
        "hochschulabschluss", "fachhochschulabschluss", "fachhochschule", "universitätsabschluss", "hochschulstudium",
        "abgeschlossenes studium", "uni/fh", "uni oder fh", "universität oder fh", "eth oder fh", "studium der", "studium in",
        "studium im bereich", "wissenschaftliches studium", "technisches studium", "kaufmännisches studium",
        "naturwissenschaftliches studium", "wirtschaftswissenschaftliches studium", "betriebswirtschaftliches studium",
        "ingenieurwissenschaftliches studium", "bachelorstudium", "universitätsstudium",
        "wirtschaftsstudium", "högskoleingenjörsexamen", "tytuł inżyniera", "fh abschluss", "fh/uni", "fh oder uni",
        "ingenieurstudium", "informatikstudium", "bachelorabschluss", "högskoleutbildning", "högskoleexamen",
        "högskoleingenjör", "högskole", "kandidatexamen", "akademisk examen", "akademisk utbildning",
        "universitetsutbildning", "ingenjörsexamen", "universitetsexamen", "eftergymnasial utbildning",
        "relevant utbildning inom", "degree", "degrees in",
    ),
    Education.MASTER: (
        "master s degree", "masters degree", "master degree", "master of science", "master of arts", "master s in",
        "masters in", "master in", "master s or", "masters or", "master s preferred", "masters preferred",
        "master s required", "m.s. in", "ms in", "m.s. degree", "ms degree", "msc", "m.sc.", "ms/phd", "m.s./ph.d.",
        "ms or phd", "phd or ms", "ph.d. or m.s.", "m.s. or ph.d.", "ms phd", "mba", "m.b.a.", "advanced degree",
        "graduate degree", "postgraduate degree", "ms minimum", "m.eng.", "m.tech.", "mtech", "masterabschluss",
        "civilingenjör", "civilingenjörsexamen", "masterexamen", "magisterexamen", "masters of science", "masterstudium",
        "civilingenjörsutbildning", "wissenschaftliches hochschulstudium", "wissenschaftliche hochschulbildung",
        "tytuł magistra", "bachelor s or master s required", "ms preferred", "master s", "masters",
    ),
    Education.DOCTORATE: (
        "phd", "ph.d.", "ph. d.", "phds", "doctorate", "doctoral degree", "doctoral", "promotion in", "doktorsexamen",
        "juris doctor", "j.d. degree", "jd degree", "medical degree",
    ),
}  # fmt: skip
# They hold a degree's words and ask for none.
_NO_SCHOOLING = (
    "degree of", "degrees of", "degree program", "high school completion to bachelor s degrees", "master s plan",
    "scrum masters", "phd students", "high school students", "high school teacher", "degree in which", "doctoral student",
    "doctoral students", "masters of", "web masters",
)  # fmt: skip


def schooling() -> Iterator[tuple[str, Education | None]]:
    """Yield (phrase, the lowest level that it names); None for what names none, whatever shorter phrase is in it."""
    for phrase in (*_NO_SCHOOLING, *abroad.NO_SCHOOLING):
        yield phrase, None
    for level, phrases in _WORDS.items():
        for phrase in phrases:
            yield phrase, level
    yield from abroad.schooling_abroad()
