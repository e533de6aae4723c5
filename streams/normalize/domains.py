"""Domains that are an employer's own: of its pages and its addresses."""

import re
from functools import lru_cache
from typing import Any

from streams.normalize.text import text_of, word_set

_HOST = re.compile(
    r"(?:mailto:)?(?:[a-z][a-z0-9+.-]*://)?(?:[^/\s@]*@)?((?:[\w-]+\.)+[^\W\d_]{2,}|(?:[\w-]+\.)+xn--[\w-]+)(?=[:/?#]|$)"
)
# Of "acme.co.uk" the second word belongs to the registry.
_NATIONAL = re.compile(r"[\w-]+\.(?:ac|co|com|edu|go|gob|gov|ne|net|nom|or|org|web)\.[a-z]{2}$")
_SYSTEMS = word_set(
    "adp.com applicantpro.com applicantstack.com applytojob.com ashbyhq.com avature.net bamboohr.com brassring.com"
    " breezy.hr catsone.com clearcompany.com comeet.co comeet.com cornerstoneondemand.com csod.com dayforcehcm.com"
    " eightfold.ai force.com freshteam.com governmentjobs.com gr8people.com greenhouse.io grnh.se hibob.com hirebridge.com"
    " hireology.com homerun.co hrmdirect.com icims.com isolvedhire.com jazz.co jazzhr.com jobdiva.com jobs2web.com jobsco.re"
    " jobscore.com jobvite.com jobylon.com join.com jsco.re kenexa.com lever.co myworkday.com myworkdayjobs.com"
    " myworkdaysite.com neogov.com newtonsoftware.com oraclecloud.com pageuppeople.com paycomonline.net paycor.com"
    " paylocity.com peopleadmin.com personio.com personio.de phenom.com phenompeople.com pinpointhq.com reachmee.com"
    " recruitee.com recruiterbox.com rippling-ats.com rippling.com sapsf.com sapsf.eu schoolspring.com silkroad.com"
    " smartrecruiters.com smrtr.io softgarden.io successfactors.com successfactors.eu talentlyft.com taleo.net"
    " teamtailor.com theresumator.com trakstar.com ukg.com ukg.net ultipro.ca ultipro.com varbi.com withgoogle.com"
    " workable.com workablemail.com workday.com zohorecruit.com"
)
_BOARDS = word_set(
    "adzuna.com afriworket.com amazon.jobs angel.co appcast.io arbeitnow.com arbetsformedlingen.se authenticjobs.com"
    " breakoutlist.com builtin.com careerbuilder.com dice.com efinancialcareers.com flexjobs.com gapjumpers.me glassdoor.com"
    " hired.com hiring.cafe indeed.com infojobs.net jobindex.dk jobserve.com jobsintech.io jometer.com justjoin.it"
    " keyvalues.com monster.com muse.cm naukri.com nofluffjobs.com pracuj.pl recruitics.com reed.co.uk remoteok.com"
    " remotive.com seek.com.au simplyhired.com stepstone.de talent.com teamworkonline.com thejobnetwork.com themuse.com"
    " thesourcery.com totaljobs.com unicornhunt.io usajobs.gov wellfound.com weworkremotely.com whoishiring.io"
    " workinstartups.com xing.com ycombinator.com ziprecruiter.com"
)
_MAIL = word_set(
    "126.com 163.com aol.com bk.ru fastmail.com free.fr gmail.com gmial.com gmx.at gmx.ch gmx.de gmx.net googlemail.com"
    " hotmail.co.uk hotmail.com hotmail.fr icloud.com inbox.ru laposte.net libero.it list.ru live.com mac.com mail.com"
    " mail.ru me.com msn.com naver.com orange.fr outlook.com proton.me protonmail.com qq.com rediffmail.com t-online.de"
    " tuta.com tutanota.com web.de yahoo.co.in yahoo.co.jp yahoo.co.uk yahoo.com yahoo.de yahoo.fr yandex.com yandex.ru"
    " ymail.com zoho.com"
)
_ELSEWHERE = word_set(
    "airtable.com amazonaws.com asp.net bit.ly bitbucket.org blogspot.com crunchbase.com e-verify.gov eeoc.gov"
    " eventbrite.com facebook.com forms.gle github.com github.io goo.gl google.com instagram.com jotform.com linkedin.com"
    " linktr.ee medium.com notion.site notion.so producthunt.com slideshare.net t.co t.me tiktok.com tinyurl.com twitter.com"
    " typeform.com uscis.gov vimeo.com wa.me wikipedia.org wixsite.com wordpress.com x.com youtube.com"
)
_OTHERS = _SYSTEMS | _BOARDS | _MAIL | _ELSEWHERE
_LONGEST = 2048
_TELLING_LETTERS = 5


def employer_domain(value: Any) -> str | None:
    """Return the registered domain of a URL, host or mail address in small letters.

    None for what is none of these, and where the domain is not the employer's: a system, a job board, anybody's mail or pages.
    """
    found = _HOST.match((text_of(value) or "")[:_LONGEST].lower())
    return None if found is None else _own(found[1])


@lru_cache(maxsize=65_536)
def _own(host: str) -> str | None:
    national = _NATIONAL.search(host)
    domain = national[0] if national else ".".join(host.split(".")[-2:])
    return None if domain in _OTHERS else domain


def is_address(text: str) -> bool:
    """Whether `text` begins with a host."""
    return _HOST.match(text.lower()) is not None


def domain_name(domain: str) -> str:
    """Return what a registered domain says of a name: its first label where that is long enough to be nobody else's."""
    label = domain.partition(".")[0]
    return label if len(label) >= _TELLING_LETTERS else domain
