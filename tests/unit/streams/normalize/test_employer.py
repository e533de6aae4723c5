"""One key for all spellings of an employer's name, and none for two employers."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from streams.normalize.data import rows_of
from streams.normalize.employer import employer_key, employer_name_key

FORMS = [
    "Inc", "Inc.", ", Inc.", "LLC", "L.L.C.", "PLC", "LLP", "Corp.", "Corporation", "& Co.", "Company", "Ltd", "Limited", "PBC",
    "GmbH", "gGmbH", "GmbH & Co. KG", "GmbH & Co. KGaA", "AG", "SE", "e.V.", "UG (haftungsbeschränkt)", "OHG", "GesmbH",
    "S.A.", "SAS", "SARL", "S.à r.l.", "B.V.", "N.V.", "BVBA", "S.p.A.", "S. p. A.", "S.r.l.", "Srl", "S.L.", "S.L.U.", "Lda.",
    "Ltda.", "S.A. de C.V.", "SA de CV", "S. de R.L. de C.V.", "AB", "AB (publ)", "Aktiebolag", "A/S", "AS", "ASA", "ApS", "Oy",
    "Oyj", "Oy Ab", "OÜ", "UAB", "SIA", "Sp. z o.o.", "sp. z o. o.", "S.A", "s.r.o.", "spol. s r.o.", "a.s.", "Kft.", "Zrt.",
    "d.o.o.", "d. o. o.", "EOOD", "ООО", "Pty Ltd", "Pty. Ltd.", "Pte. Ltd.", "Pvt. Ltd.", "Private Limited", "Sdn Bhd", "K.K.",
    "G.K.", "Co., Ltd.", "Co.,Ltd.", "GmbH & Co.KG", "& Co.AG", "株式会社", "(株)", "㈱", "有限公司", "股份有限公司",
    "주식회사", "(주)", "㈜", "W.L.L.", "FZ-LLC", "Ltd. Şti.", "A.Ş.", 'בע"מ', "Tbk", "Ltée", "CJSC", "™", "®",
    "N.A.", "P.C.", "P.A.", "(P) Ltd.", "Share Company", "Limited Liability Company", "DAC", "K/S", "e.K.", "S.L.P.", "Sagl",
    "ኃ/የተ/የግ/ማ", "ኃላፊነቱ የተወሰነ የግል ማህበር", "ՍՊԸ", "จำกัด",
]  # fmt: skip
FRONTS = [
    "株式会社",
    "(株)",
    "㈱",
    "有限会社 ",
    "주식회사 ",
    "(주)",
    "㈜ ",
    "ООО ",
    "ТОО ",
    "PT. ",
    "Công ty TNHH ",
    "Công ty Cổ phần ",
    "บริษัท ",
    "შპს ",
]
SAME = [
    ("acme", ["Acme", "ACME", "Ácme", "ＡＣＭＥ", "acme-inc", "Acme™ Inc", "UAB „Acme“", 'SIA "Acme"', "ООО «Acme»"]),
    ("acmeworks", ["Acme Works", "AcmeWorks", "The Acme Works", "acmeworks.com", "AcmeWorks.io", "Acme Works (AW)"]),
    ("acme", ["The Acme Company", "The Acme Corporation"]),
    ("acme", ["Acme, a Zebra Company", "Acme - A Zebra Group company.", "Acme (a Zebra brand)", "Acme, part of Zebra"]),
    ("acme", ["Acme, a subsidiary of Zebra Corp", "Acme a part of Zebra", "Acme Inc., a Zebra & Sons Company"]),
    ("acme", ["Acme (fka Zebra)", "Acme (formerly Zebra)", "Acme, formerly known as Zebra", "Acme fka Zebra"]),
    ("acme", ["Zebra Holdings LLC dba Acme", "Zebra d/b/a Acme, Inc.", "Zebra Ltd doing business as Acme", "Zebra t/a Acme"]),
    ("acme", ["Acme (YC S16)", "Acme (acme.com)", "Acme (UK) Ltd", "Acme (India) Pvt. Ltd.", "Acme (NASDAQ: ACM)"]),
    ("zebra", ["Zebra USA", "Zebra USA, Inc.", "Zebra Corporation, USA", "Zebra LLC - A57"]),
    ("acmeworld", ["Acmeworld US", "Acmeworld US, Inc.", "Acmeworld U.S.", "Acmeworld US 3.8"]),
    ("acmemininginstitute", ["Acme Mining Institute - AMI", "Acme Mining Institute | AMI"]),
    ("zebra", ["Zebra, Inc. - Corporate", "Zebra - Corporate 3.8", "Zebra P L C", "Zebra One Member PLC"]),
    ("zebra", ["Zebra Careers", "Zebra Early Career Programs", "Zebra USA Experienced Career Site", "Careers at Zebra"]),
    ("acmemininginstitute", ["AMI (Acme Mining Institute)", "Acme Mining Institute (AMI)", "Acme Mining Institute, Inc. (AMI)"]),
    ("acmemininginstitute", ["AMI - Acme Mining Institute", "AMI | Acme Mining Institute"]),
    ("zebra", ["Zebra Summer Internship Program", "Zebra University Recruiting", "Zebra Hiring Team", "Zebra (now hiring)"]),
    ("zebra", ["Zebra https://zebra.example/jobs", "Zebra (fka Acme) [https://zebra.example]", "Zebra (www.zebra.com)"]),
    ("zebra", ["Zebra.com", "Zebra (UK) 3.8"]),
    ("pump", ["Pump.com"]),
    ("pumply", ["Pumply.io"]),
    ("widgetry", ["Widgetry Canada", "Widgetry UK Ltd", "Widgetry, Inc. - Armenia", "Widgetry i Sverige AB"]),
    ("widgetry", ["Widgetry North America", "Widgetry South Korea Co., Ltd.", "Widgetry Technologies USA"]),
    ("widgetry", ["Widgetry Technologies, Inc.", "widgetrytechnologies", "The Widgetry Group", "Widgetry Group Holdings"]),
    ("widgetry", ["Widgetry Software", "Widgetry International", "Widgetry Healthcare", "Widgetry Media, LLC"]),
    ("widgetry", ["Widgetry.com Services LLC", "Widgetry India Pvt. Ltd."]),
    ("widgetry", ["Widgetry Labs", "Widgetry Solutions, Inc.", "Widgetry Pharma", "Widgetry AI", "Widgetry.ai"]),
    ("widgetry", ["Widgetry & Associates, Inc.", "Widgetry and Associates Group"]),
    ("xylem", ["Xylem Group", "Xylem Technologies", "Xylem Services LLC", "Xylem Labs"]),
    ("xqz", ["XQZ Canada", "XQZ Sverige AB", "xqz north america"]),
    ("widgetry", ["Widgetry Representative Office in Armenia", "Widgetry - Representative Office"]),
    ("xpqz", ["XPQZ Canada", "XPQZ India Pvt. Ltd."]),
    ("zebrawidgets", ["Zebra Widgets Group", "zebrawidgetsgroup", "Zebra Widgets International"]),
    ("widgetry", ["Widgetry - The Anvil Company", "Widgetry | Anvils for Everyone", "Widgetry ☆ Oslo - Bergen"]),
    ("widgetry", ["Widgetry: Fine Anvils"]),
    ("widgetry", ["Widgetry, Inc. Makers of Anvils", "Widgetry Inc Location", "Widgetry LLC - Fine Anvils"]),
    ("widgetry", ["Widgetry Ltd. / Oslo"]),
    ("widgetry", ["Widgetry is looking for our first hire", "Widgetry seeks ML Engineers", "Widgetry's Data Team"]),
    ("widgetry", ["Widgetry UI Team"]),
    ("widgetry", ["Widgetry, a small anvil startup", "Widgetry, makers of anvils", "Widgetry, located in Oslo"]),
    ("widgetry", ["Widgetry Labs at Widgetry"]),
    ("widgetry", ["Widgetry ANNOUNCEMENT NUMBER: 04-07", "Widgetry - Job Code 7", "Anvil Team @ Widgetry", "Remote - Widgetry"]),
    ("widgetry", ["Widgetry United States", "Widgetry com", "Widgetry.net", "Widgetry.org", "Widgetry.nl"]),
    ("widgetry", ["Widgetry widgetry.co.uk"]),
    ("widgetry", ["Widgetry Capital", "Widgetry Capital Management LLC", "Widgetry Industries", "Widgetry Security, Inc."]),
    ("widgetryandpumply", ["Widgetry & Pumply", "Widgetry und Pumply GmbH", "Widgetry et Pumply", "Widgetry og Pumply AS"]),
    ("xqz", ["XQZ US", "XQZ U.S."]),
    ("zebrapumply", ["The Zebra Pumply", "Zebra Pumply, The"]),
    ("playstation", ["PlayStation Global", "PlayStation Technologies, Inc."]),
    ("foko", ["Foko - Visual Messaging for Teams"]),
    ("xqzo", ["XQZO Canada", "Xqzo Technologies, Inc.", "Xqzo Labs", "xqzolabs", "Xqzo Bank"]),
    ("widgetry", ["Widgetry Bank", "Widgetry Bank N.A.", "widgetrybank", "Widgetry Motors", "Widgetry Mutual", "Widgetry NYC"]),
    ("widgetry", ["Widgetry Networks", "Widgetry Communications", "Widgetry Canada Technologies"]),
    ("widgetry", ["Widgetry --Oslo office", "Widgetry- Anvils for Teams", "Widgetry (YCS13)", "Widgetry / http//widgetry.com"]),
    ("widgetry", ["Widgetry.com the anvil co", "Widgetry is", "Widgetry We're growing", "Widgetry Corporate"]),
    ("widgetry", ["Widgetry, Boulder, CA", "Widgetry in Boulder, CA and Oslo", "Widgetry Representation in Armenia"]),
    ("widgetry", ["The Widgetry Companies, Inc.", "Widgetry Sciences", "Widgetry Laboratories", "Widgetry Asset Management LLC"]),
    ("widgetry", ["Widgetry Group of America, Inc.", "Widgetry of North America", "Widgetry Entertainment", "Widgetry Stores"]),
    ("skyworks", ["Skyworks Solutions, Inc."]),
    ("acmemininginstitute", ["Acme Mining Institute AMI", "AMI Acme Mining Institute"]),
    ("noxip", ["NoxIP", "Nox-IP.com"]),
    ("widgetrycenter", ["Widgetry Centre", "Widgetry Center"]),
    ("widgetryorganization", ["Widgetry Organisation", "Widgetry Organization"]),
    ("widgetryprogram", ["Widgetry Programme", "Widgetry Program"]),
    ("aws", ["AWS", "Amazon AWS", "Amazon Web Services, Inc.", "Amazon Web Services (AWS)"]),
    ("aws", ["Amazon Web Services - Anvils"]),
    ("ai2", ["Allen Institute for AI"]),
    ("nasa", ["NASA", "National Aeronautics and Space Administration"]),
    ("dell", ["Dell", "Dell Technologies"]),
    ("universityofcalifornialosangeles", ["UCLA", "University of California, Los Angeles"]),
    ("widgetrynationallaboratory", ["Widgetry National Lab", "Widgetry National Laboratory"]),
    ("widgetry", ["Widgetry Interactive", "Widgetry Payments GmbH"]),
    ("widgetry", ["Widgetry Senior Software Engineer", "Widgetry Web Developers"]),
    ("widgetry", ["Widgetry makes anvils for teams", "Widgetry Locations: Oslo", "Widgetry/Pumply", "Widgetry / Pumply City"]),
    ("widgetry", ["Widgetry in Boulder Colorado", "Widgetry in downtown Oslo", "Widgetry Mountain View, CA"]),
    ("widgetry", ["Widgetry, Boulder, CO", "Widgetry, Pittsburgh, PA", "Widgetry, Boulder, CO, Best of 2015"]),
    ("widgetry", ["001 Widgetry, Inc.", "03C Widgetry", "2704 Widgetry Inc.", "Company: Widgetry", "Company === Widgetry"]),
    ("widgetry", ["Anvil Scientist @ Widgetry", "Anvil Platform @ Widgetry", "Software Engineer at Widgetry"]),
    ("widgetry", ["Widgetry a division of Pumply Ltd", "Widgetry Armenia Office", "Widgetry - Armenia Field Office"]),
    ("widgetry", ["Widgetry UK Regional Office", "Widgetry, Filial Sverige", "Widgetry NGO", "Widgetry Group US"]),
    ("xqzanvil", ["XQZ - The XQZ Anvil Company", "The XQZ Anvil Company"]),
    ("xqz", ["xqz.org", "XQZ.com"]),
    ("xqzly", ["Xqzly", "xqzly.io"]),
    ("widgetry", ["Widgetry.ch", "Widgetry.me", "widgetry.cc"]),
    ("widgetry", ["Widgetry Systems and Software", "Widgetry Insurance and Financial Services, Inc."]),
    ("departmentofwidgetry", ["Dept. of Widgetry", "Department of Widgetry"]),
    ("centerforinternationalwidgetry", ["Center for Intl Widgetry", "Center for International Widgetry"]),
    ("xqzo", ["Xqzo.io"]),
    ("crowdwatch", ["CrowdWatch", "CrowdWatch.org"]),
    ("publicis", ["Publicis", "Publicis Groupe", "Publicis Holdings"]),
    ("universityofcaliforniaberkeley", ["UC Berkeley", "University of California, Berkeley"]),
    ("とうきょう商事", ["とうきょう商事", "株式会社とうきょう商事", "とうきょう商事㈱"]),
    ("카카오", ["카카오", "주식회사 카카오", "(주)카카오", "카카오㈜"]),
    ("रामसेवा", ["राम सेवा", "राम सेवा Pvt. Ltd."]),
]  # fmt: skip
APART = [
    ("Acme", "Acme Health"), ("Great Minds", "Minds"), ("The Knot", "Knot"), ("The Block", "Block"), ("Care.com", "CARE"),
    ("Wise.io", "Wise"), ("Hive.co", "Hive"), ("Zebra.org", "Zebra"), ("Xylemo.ch", "Xylemo"), ("Acme.se", "Acme"),
    ("PT Solutions", "Solutions"), ("SIA Partners", "Partners"), ("UAB Medicine", "Medicine"),
    ("Company of Heroes", "Heroes"), ("First Bank (Texas)", "First Bank (Alaska)"), ("Cisco (Meraki)", "Cisco"),
    ("KLA (Kim Lundgren Associates)", "KLA"), ("ICE (Black Knight)", "ICE"), ("Oracle DBA Consultants", "Consultants"),
    ("Acme Group", "Acme"), ("Acme International", "Acme"), ("Amazon Web Services", "Amazon"), ("राम", "रमा"), ("バス", "ハス"),
    ("Build-A-Bear Company", "Build"), ("O(1) Labs", "O Labs"), ("Co", "Corp"),
    ("Acme Previously Owned Cars", "Acme"), ("Team USA", "Team"), ("Unite Us", "Unite"), ("Zebra - Portland", "Zebra"),
    ("Acmeworld Us", "Acmeworld"),
    ("Statistics Canada", "Statistics Sweden"), ("Bank of Canada", "Bank of Ireland"), ("New Mexico", "New"),
    ("Zebra Canada", "Zebra"), ("Compass Group", "Compass"), ("Compass Media", "Compass"),
    ("Clearwater Analytics", "Clearwater"), ("Hartford Healthcare", "Hartford"), ("Anderson Technologies", "Anderson"),
    ("Widget Technologies", "Widget"), ("Widget Labs", "Widget"), ("Widgetry Health", "Widgetry"),
    ("Widgetry Food Bank", "Widgetry Food"),
    ("Motorola Solutions", "Motorola"), ("Hitachi Systems", "Hitachi"), ("Xylem Insurance", "Xylem"), ("Xylem Media", "Xylem"),
    ("Mount Sinai", "Mount Sin"), ("Air Canada", "Air"),
    ("Apex Canada", "Apex"), ("Apex Technologies", "Apex"), ("Xqz Technologies", "Xqz"), ("Xqz Bank", "Xqz"),
    ("X9 Canada", "X9"), ("Sky Deutschland", "Sky"),
    ("Associates Widgetry", "Widgetry"), ("Xylem & Associates", "Xylem"), ("Widgetry Associates", "Widgetry"),
    ("Widgetry Institute of Technology", "Widgetry Institute of"), ("Widgetry Biotechnology", "Widgetrybio"),
    ("University of Widgetry Health Care", "University of Widgetry"), ("Private Client Group", "Confidential"),
    ("Widgetry Company International", "Company"), ("GTZ - FRCS", "FRCS"), ("Zebra 57", "Zebra"), ("Zebra US", "Zebra"),
    ("Zebra Career", "Zebra"), ("Foko - Anvils", "Foko"), ("Hewlett - Packard", "Hewlett"), ("Zebra Com", "Zebra"),
    ("University of Widgetry - Oslo", "University of Widgetry"), ("Widgetry Ltd / Pumply Inc", "Widgetry"),
    ("Widgetry Inc. on behalf of Pumply", "Widgetry"), ("Zebra - Anvils for Teams", "Zebra"), ("Join US", "Join"),
    ("Hide and Seek Anvils", "Hide and"), ("Pumply Institute at Widgetry", "Widgetry"), ("Bluestone Group", "Bluestone"),
    ("Widgetry Cybersecurity", "Widgetry Cyber"), ("Xylemly Security", "Xylem"), ("Und Widgetry", "And Widgetry"),
    ("Widgetry Life Sciences", "Widgetry Life"), ("Boy Scouts of America", "Boy Scouts"), ("Blueprint Labs", "Blueprint"),
    ("Ironwork Systems", "Ironwork"), ("Handbook Systems", "Handbook"),
    ("Ginger Labs", "Ginger"), ("Abyssinia Bank", "Abyssinia"), ("Abyssinia Insurance", "Abyssinia"), ("Amazon AI", "Amazon"),
    ("Washington DC", "Washington"), ("Bau- und Widgetry", "Bau"),
    ("University of Widgetry, Boulder, CA", "University of Widgetry"),
    ("Widgetry, Pumply, PA", "Widgetry"), ("AMX Acme Mining Institute", "Acme Mining Institute"),
    ("Widgetry Programmers", "Widgetry Program"),
    ("UC Health", "University of California Health"),
    ("Publicis Media", "Publicis"), ("Walmart Labs", "Walmart"), ("Booking Technologies", "Booking.com"),
    ("Potential Motors", "Potential"), ("Nottingham Technologies", "Nottingham"), ("Massachusetts Mutual", "Massachusetts"),
    ("Behaviour Interactive", "Behaviour"), ("Zesty.io", "Zesty"), ("Wind.io", "Wind"), ("Jet.org", "Jet"),
    ("USAID/Widgetry Project", "USAID"), ("Widgetry Inc/Pumply Ltd", "Widgetry"),
    ("University of Pumply/Widgetry", "University of Pumply"),
    ("Android/Widgetry", "Android"), ("Frontend Web Developers", "Frontend"), ("Society of Software Engineers", "Society"),
    ("Those that build makes anvils", "Those that"), ("500 Widgetry LLC", "Widgetry"), ("365 Widgetry LLC", "Widgetry"),
    ("Hewlett Packard Enterprise", "Hewlett-Packard"), ("L&T Infotech", "L&T"),
    ("Chubb Fire & Security", "Chubb Insurance"), ("Colgate University", "Colgate-Palmolive"),
    ("2015 Widgetry Inc.", "Widgetry"), ("007", "7"), ("Argo Group", "Argo"), ("Xqz - Xqz Anvils", "Xqz"),
    ("Hospital in Boulder Colorado", "Hospital"), ("Crowd Watch Group", "Crowd Watch"), ("Northwestern Mutual", "Northwestern"),
    ("Compass Systems and Software", "Compass"), ("Widgetry Food and Software", "Widgetry Food"),
]  # fmt: skip
WORDS = st.lists(
    st.sampled_from(["acme", "zebra", "widgets", "pumps", "löwe", "ድል", "ржд", "日立", "x9", "group", "software"]),
    min_size=1,
    max_size=4,
)
PIECES = [
    "The",
    "(",
    ")",
    "Acme",
    "Inc",
    "a",
    "company",
    ".com",
    "株式会社",
    " ",
    ",",
    "dba",
    "of",
    "Widgetry",
    "Group",
    "Canada",
]


@pytest.mark.parametrize("form", FORMS)
def test_a_legal_form_at_the_end_does_not_count(form: str):
    """In all spellings of the major job markets, after one word and after two."""
    assert (employer_name_key(f"Acme {form}"), employer_name_key(f"Acme Widgets {form}")) == ("acme", "acmewidgets")


@pytest.mark.parametrize("form", FRONTS)
def test_a_legal_form_in_front_does_not_count(form: str):
    """Where it can be nothing else: its script, its dot or its length tells."""
    assert employer_name_key(f"{form}Acme Widgets") == "acmewidgets"


@pytest.mark.parametrize(("key", "name"), [(key, name) for key, names in SAME for name in names])
def test_spellings_of_one_employer_meet(key: str, name: str):
    """Remarks, addresses, accents, scripts' forms and "The" don't part an employer from its board."""
    assert employer_name_key(name) == key


@pytest.mark.parametrize("forms", rows_of("long_forms"), ids=" ".join)
def test_a_long_form_is_the_short_one(forms: list[str]):
    """Each is written as it is a key, and no short form is another one's long form."""
    assert {employer_name_key(form) for form in forms} == {forms[0]}


@pytest.mark.parametrize(("one", "other"), APART)
def test_employers_that_differ_stay_apart(one: str, other: str):
    """What may be somebody else's name is never taken away."""
    assert employer_name_key(one) != employer_name_key(other)


@pytest.mark.parametrize(
    "nobody",
    [
        "Private Client",
        "Confidential",
        "Confidential, Inc.",
        "N/A",
        "--",
        "company",
        "The Company",
        "Our Client",
        "Stealth Startup",
    ],
)
def test_names_of_nobody_make_no_key(nobody: str):
    """Postings of unknown employers are compared with none."""
    assert employer_key("s:b:1", nobody) == "posting:s:b:1"
    assert employer_key("s:b:1", nobody, "acme") == "acme"


@example("00株式会社GROUP")
@given(st.text(max_size=40) | st.lists(st.sampled_from(PIECES)).map("".join))
def test_the_key_of_a_key_is_itself(name: str):
    """And no case changes it."""
    key = employer_name_key(name)

    assert key == employer_name_key(name.casefold())
    assert key is None or employer_name_key(key) == key


@given(WORDS, st.sampled_from([" ", "  ", "-", "_", ", ", "’", "·", " + "]))
def test_signs_between_words_do_not_count(words: list[str], sign: str):
    """Boards join the words of a name with hyphens, or with nothing."""
    assert employer_name_key(sign.join(words)) == employer_name_key("".join(words)) == employer_name_key(" ".join(words).upper())
