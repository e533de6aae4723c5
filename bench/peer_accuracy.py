"""What rapidfuzz and datatrove call copies: `python bench/peer_accuracy.py PAIRS.jsonl[.xz] ANSWERS.json`.

It needs `pip install rapidfuzz datatrove[processing] spacy` in an environment of its own and nothing of ours. datatrove runs its
MinHash steps with the configuration that it comes with; two ads are copies when they end in one cluster.
"""

import json
import lzma
import struct
import sys
import tempfile
from pathlib import Path

from datatrove.data import Document
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.dedup import MinhashDedupBuckets, MinhashDedupCluster, MinhashDedupSignature
from datatrove.pipeline.dedup.minhash import MinhashConfig
from rapidfuzz import fuzz

FUZZY_TITLE, FUZZY_COMPANY = 90, 90


def read(path: Path) -> list[dict]:
    """Return the pairs."""
    with lzma.open(path, "rt") if path.suffix == ".xz" else path.open() as lines:
        return [json.loads(line) for line in lines]


def fuzzy(pair: dict) -> bool:
    """Title and company are nearly the same, whatever the order of their words."""
    one, other = pair["a"], pair["b"]
    title = fuzz.token_sort_ratio(one["title"].lower(), other["title"].lower())
    company = fuzz.token_sort_ratio(one["company"].lower(), other["company"].lower())
    return title >= FUZZY_TITLE and company >= FUZZY_COMPANY


def clusters(texts: list[str]) -> dict[int, int]:
    """Return the cluster of each text that is in one, by position."""
    documents = [Document(text=text, id=str(number)) for number, text in enumerate(texts)]
    config = MinhashConfig()
    with tempfile.TemporaryDirectory() as place:
        signatures, buckets, removed = (f"{place}/{name}" for name in ("signatures", "buckets", "removed"))
        steps = (
            [documents, MinhashDedupSignature(output_folder=signatures, config=config)],
            [MinhashDedupBuckets(input_folder=signatures, output_folder=buckets, config=config)],
            [MinhashDedupCluster(input_folder=buckets, output_folder=removed, config=config, save_cluster_id=True)],
        )
        for number, step in enumerate(steps):
            tasks = config.num_buckets if number == 1 else 1
            LocalPipelineExecutor(pipeline=step, tasks=tasks, workers=1, logging_dir=f"{place}/log{number}").run()
        return dict(struct.iter_unpack("<2I", Path(removed, "000000.clusters").read_bytes()))


def by_datatrove(pairs: list[dict]) -> list[str]:
    """Return the names of the pairs whose ads end in one cluster, all texts of the file together."""
    texts = list(dict.fromkeys(pair[side]["text"] for pair in pairs for side in "ab"))
    places = {text: number for number, text in enumerate(texts)}
    found = clusters(texts)
    ends = {pair["pair"]: [places[pair[side]["text"]] for side in "ab"] for pair in pairs}
    return [name for name, (one, other) in ends.items() if found.get(one, -1 - one) == found.get(other, -1 - other)]


def main(path: Path, answers: Path) -> None:
    """Write what each method calls copies."""
    pairs = read(path)
    copies = {
        "rapidfuzz, title and company": [pair["pair"] for pair in pairs if fuzzy(pair)],
        "datatrove as it comes": by_datatrove(pairs),
    }
    answers.write_text(json.dumps(copies) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
