"""Fail when coverage is under 90 % in all, or under 80 % in a module. Run after `coverage` has data."""

import sys

import coverage

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
    return 1 if low or total < TOTAL_FLOOR else 0


if __name__ == "__main__":
    sys.exit(main())
