"""Mirrors that were told before a rebuild: what holds no more has to be taken back."""

from collections.abc import Iterable, Iterator

from runtime.config import KafkaConfig
from schemas.base import epoch_ms
from schemas.codec import decode
from schemas.message import Incoming
from schemas.mirror import PostingMirrored
from schemas.topics import MIRROR
from streams.carried import messages_in, write
from streams.mirror.asked import FIRST_ASK, Asked, asked_key
from streams.mirror.heard import Found, Heard, heard_key

# A bucket of nobody, which a posting leaves with its first statement: so it is answered whatever that says.
_NOWHERE = "told"


def carry_over(config: KafkaConfig) -> None:
    """Write what `jobs.posting.mirror` says into the empty changelog, acknowledged on return.

    Raises BrokerUnavailable or KafkaException.
    """
    write(config, "mirror", entries_of(messages_in(config, "mirror", MIRROR)))


def entries_of(messages: Iterable[Incoming]) -> Iterator[tuple[int, str, bytes]]:
    """Yield (partition, key, value) of the state of each posting of which anything was told, by the newest of its messages.

    It has said what was told; where that is a mirror, it has asked once, so that its next ask is answered by all.
    """
    newest: dict[str, tuple[int, PostingMirrored]] = {}
    for message in messages:
        event = None if message.value is None else decode(message)
        if isinstance(event, PostingMirrored) and not _is_newer(newest.get(event.posting_id), event):
            newest[event.posting_id] = (message.partition, event)
    for posting_id, (partition, event) in newest.items():
        said = _found(event)
        # the time also of what was taken back: what is told next must be newer, whatever the clock
        yield partition, heard_key(posting_id), Heard(said=said, said_ms=epoch_ms(event.found_at)).pack()
        if said is not None:
            yield partition, asked_key(posting_id), Asked(ask=FIRST_ASK, buckets=(f"{_NOWHERE}-{posting_id}",)).pack()


def _found(event: PostingMirrored) -> Found | None:
    if event.mirror_of is None or event.mirror_employer_key is None or event.similarity is None:
        return None
    # when the original was first fetched is not told, and decides nothing of what was said
    return Found(0, event.mirror_of, event.mirror_employer_key, event.similarity)


def _is_newer(known: tuple[int, PostingMirrored] | None, event: PostingMirrored) -> bool:
    return known is not None and known[1].found_at > event.found_at
