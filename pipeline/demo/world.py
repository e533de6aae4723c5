"""The demo's world: employers, their boards and postings in three rounds, and the truth about them. Seeded."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random

from pipeline.demo.words import ABOUT, AGENCY, CITIES, KINDS, LEVELS, OF_AGENCY, OFFER, ROLES, SYLLABLES, City, Role

SYSTEMS = ("greenhouse", "lever", "ashby", "smartrecruiters", "workable", "recruitee")
ROUNDS = 3
# what is wrong with a posting: no title; a text above the limit; a date in the year 20260; a place that does not exist;
# pay that is no number; NUL bytes in the text
BROKEN = ("no_title", "too_long", "date", "place", "salary", "nul")


@dataclass(frozen=True, slots=True)
class Job:
    """A posting as its employer means it; `number` is its id on the board. `broken` names what is wrong on purpose."""

    number: int
    requisition: str
    title: str
    department: str
    city: City
    salary: tuple[int, int]
    posted_at: datetime
    paragraphs: tuple[str, ...]
    bullets: tuple[str, ...]
    broken: str | None = None


@dataclass(slots=True)
class Board:
    """One employer's listing on a system. `fault`: None, `error`, `malformed` or `empty`; `version` is its ETag."""

    system: str
    slug: str
    employer: str
    jobs: dict[int, Job] = field(default_factory=dict)
    fault: str | None = None
    version: int = 1

    @property
    def name(self) -> str:
        """`source:board`, as the crawl takes it."""
        return f"{self.system}:{self.slug}"

    def put(self, job: Job) -> str:
        """List `job`, new or in place of what had its number; return its posting id."""
        self.jobs[job.number] = job
        self.version += 1
        return self.posting_id(job.number)

    def posting_id(self, number: int) -> str:
        """The id that the pipeline gives the posting."""
        return f"{self.name}:{source_id(self.system, number)}"


@dataclass(slots=True)
class Truth:
    """What must be found in the warehouses."""

    copies: list[tuple[str, str]] = field(default_factory=list)
    variants: list[tuple[str, str]] = field(default_factory=list)
    reposts: list[tuple[str, str]] = field(default_factory=list)
    edited: dict[str, str] = field(default_factory=dict)
    vanished: set[str] = field(default_factory=set)
    dead: dict[str, str] = field(default_factory=dict)
    unreadable: dict[str, str] = field(default_factory=dict)
    failed_boards: set[str] = field(default_factory=set)
    empty_boards: set[str] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)


def source_id(system: str, number: int) -> str:
    """Return the id of posting `number` in the form that the system gives ids."""
    if system in {"lever", "ashby"}:
        return f"{number:08x}-0000-4000-8000-{number:012x}"
    if system == "workable":
        return f"{number:010X}"
    if system == "smartrecruiters":
        return f"74399{number:010d}"
    return str(4_000_000 + number)


def _own(sentences: Iterable[str], employer: str) -> Iterator[str]:
    """Yield the sentences as this employer has them: no two employers write the same, but for an agency."""
    house = employer.partition(" ")[0]
    for sentence in sentences:
        yield f"{sentence[:-1]} at {house[3:].capitalize()}{house[:3].lower()}."


class World:
    """All boards, now in round `round_number`; `advance` moves on. What it plants on the way stands in `truth`."""

    def __init__(self, now: datetime, *, seed: int = 7, boards: int = 40, jobs_per_board: int = 75) -> None:
        self._random = Random(seed)  # noqa: S311 - repeatable, not secret
        self._now = now
        self._number = 0
        self.truth = Truth()
        self.round_number = 1
        self.boards = {board.name: board for board in self._make_boards(boards)}
        for board in self.boards.values():
            for job in self._fill(board, jobs_per_board):
                board.put(job)
        self._repost_by_agency()
        self._cross_post()
        self._note_seen()

    def advance(self) -> None:
        """Go to the next round: edits, reposts, closings and new postings, then faults and broken fields."""
        self.round_number += 1
        if self.round_number == 2:  # noqa: PLR2004 - the second round
            self._second_round()
        else:
            self._third_round()
        self._note_seen()

    def _make_boards(self, count: int) -> Iterator[Board]:
        # no two of one name with another word behind it: "Velnor Labs" and "Velnor Group" are taken for one employer
        names = [f"{a}{b}" for a in SYLLABLES[::2] for b in SYLLABLES[1::2]]
        for index, first in enumerate(self._random.sample(names, count)):
            name = f"{first} {self._random.choice(KINDS)}"
            yield Board(SYSTEMS[index % len(SYSTEMS)], name.lower().replace(" ", "-"), name)

    def _fill(self, board: Board, count: int) -> Iterator[Job]:
        """Yield jobs that differ in role, level or city, each with sentences of its own, and one variant in another city."""
        openings = [(role, level, city) for role in ROLES for level in LEVELS for city in CITIES]
        for role, (level, factor), city in self._random.sample(openings, count - 1):
            yield self._make_job(board.employer, f"{level} {role.name}".strip(), role, factor, city)
        first = next(iter(board.jobs.values()))
        taken = {job.city for job in board.jobs.values() if job.title == first.title}
        elsewhere = self._random.choice([city for city in CITIES if city.country != first.city.country and city not in taken])
        variant = replace(first, number=self._next(), requisition=f"R-{self._number}", city=elsewhere)
        self.truth.variants.append((board.posting_id(first.number), board.posting_id(variant.number)))
        yield variant

    def _make_job(self, employer: str, title: str, role: Role, factor: float, city: City) -> Job:
        pick = self._random.sample
        pay = role.pay * factor * city.rate * self._random.uniform(0.9, 1.1)
        return Job(
            number=self._next(),
            requisition=f"R-{self._number}",
            title=title,
            department=role.department,
            city=city,
            salary=(round(pay) * 1000, round(pay * 1.2) * 1000),
            posted_at=self._now - timedelta(days=self._random.randint(1, 60), minutes=self._random.randint(0, 1439)),
            paragraphs=(self._random.choice(ABOUT).format(name=employer), *_own(pick(role.duties, 4), employer)),
            bullets=(*_own(pick(role.needs, 3), employer), self._random.choice(OFFER)),
        )

    def _next(self) -> int:
        self._number += 1
        return self._number

    def _repost_by_agency(self) -> None:
        """Let an agency list a job of every second employer of those that nothing else happens to, between words of its own."""
        agency = Board(SYSTEMS[0], AGENCY.lower().replace(" ", "-"), AGENCY)
        before, behind = OF_AGENCY
        boards = list(self.boards.values())
        for board in boards[len(boards) // 2 + 3 :: 2]:
            # the last has a variant
            job = list(board.jobs.values())[-2]
            number = self._next()
            repost = agency.put(replace(
                job, number=number, requisition=f"PS/{number}/26", title=f"{job.title} - {job.city.name}",
                paragraphs=(before, *job.paragraphs[1:]), bullets=(*job.bullets[:-1], behind),
            ))  # fmt: skip
            self.truth.reposts.append((board.posting_id(job.number), repost))
        self.boards[agency.name] = agency

    def _cross_post(self) -> None:
        """Open a second board, on another system, for five employers, with three of their jobs word for word."""
        for board in list(self.boards.values())[:5]:
            system = SYSTEMS[(SYSTEMS.index(board.system) + 1) % len(SYSTEMS)]
            twin = Board(system, board.slug, board.employer)
            self.boards[twin.name] = twin
            for job in list(board.jobs.values())[1:4]:
                copy = twin.put(replace(job, number=self._next()))
                self.truth.copies.append((board.posting_id(job.number), copy))

    def _second_round(self) -> None:
        boards = list(self.boards.values())
        for board in boards[: len(boards) // 2]:
            jobs = list(board.jobs.values())
            self._edit(board, jobs[5], replace(jobs[5], title=f"{jobs[5].title} (Relocation possible)"))
            self._edit(
                board, jobs[6], replace(jobs[6], paragraphs=(*jobs[6].paragraphs, "The position is to be filled by autumn."))
            )
            self._repost(board, jobs[7])
            for job in jobs[8:11]:
                self.truth.vanished.add(board.posting_id(job.number))
                del board.jobs[job.number]
            for city in self._random.sample(CITIES, 4):
                role = self._random.choice(ROLES)
                board.put(self._make_job(board.employer, f"Principal {role.name}", role, 1.2, city))

    def _edit(self, board: Board, old: Job, new: Job) -> None:
        self.truth.edited[board.put(new)] = "title" if new.title != old.title else "description"

    def _repost(self, board: Board, job: Job) -> None:
        """List `job` under a new id, and every second time with a sentence more: a copy, if not word for word."""
        more = ("We are still looking for the right person.",) if self._number % 2 else ()
        again = replace(job, number=self._next(), posted_at=self._now, paragraphs=(*job.paragraphs, *more))
        copy = board.put(again)
        del board.jobs[job.number]
        self.truth.vanished.add(board.posting_id(job.number))
        self.truth.copies.append((board.posting_id(job.number), copy))

    def _third_round(self) -> None:
        boards = list(self.boards.values())
        for board, fault in zip(boards[-3:], ("error", "malformed", "empty"), strict=True):
            board.fault = fault
            board.version += 1
            (self.truth.empty_boards if fault == "empty" else self.truth.failed_boards).add(board.name)
        for board in boards[:6]:
            for role, broken in zip(ROLES, BROKEN, strict=True):
                self._plant_broken(board, role, broken)

    def _plant_broken(self, board: Board, role: Role, broken: str) -> None:
        job = self._make_job(board.employer, f"{role.name}, Night Team", role, 1.0, self._random.choice(CITIES))
        posting_id = board.put(replace(job, broken=broken))
        if broken == "no_title":
            self.truth.dead[posting_id] = "missing_title"
        elif broken == "too_long":
            self.truth.dead[posting_id] = "too_long"
        else:
            self.truth.unreadable[posting_id] = broken

    def _note_seen(self) -> None:
        """Note what a crawl of this round publishes; dead letters are not rows."""
        for board in self.boards.values():
            if board.fault is None:
                self.truth.seen.update(board.posting_id(number) for number in board.jobs)
        self.truth.seen -= set(self.truth.dead)
