"""Fail when coverage is under 90 % in all, or under 80 % in a module. Run after `coverage` has data.

Where the real data is not, the tests that read it were skipped: modules under the floor are told then and fail nothing. CI skips
nothing: without the data it does not come here.
"""

import sys

import coverage

from pipeline.settings import Settings

TOTAL_FLOOR = 90.0
MODULE_FLOOR = 80.0


def main() -> int:
    """Print the modules under the floor and the total; return 1 when one of them is too low."""
    data = coverage.Coverage()
    data.load()
    low = []
    lines = missed = 0
    for path in sorted(data.get_data().measured_files()):
        _, statements, _, missing, _ = data.analysis2(path)
        lines, missed = lines + len(statements), missed + len(missing)
        share = 100 * (1 - len(missing) / len(statements)) if statements else 100.0
        if share < MODULE_FLOOR:
            low.append(f"{share:5.1f} %  {path}")
    total = 100 * (1 - missed / lines) if lines else 0.0
    sys.stdout.write("".join(f"{line}\n" for line in low))
    sys.stdout.write(f"coverage {total:.1f} % of {lines} lines (floors: {TOTAL_FLOOR} % in all, {MODULE_FLOOR} % a module)\n")
    real_data = Settings().shared_data
    if low and not real_data.is_dir():
        sys.stdout.write(f"the floor of a module is not held: tests were skipped, for there is no real data at {real_data}\n")
        low = []
    return 1 if low or total < TOTAL_FLOOR else 0


if __name__ == "__main__":
    sys.exit(main())
