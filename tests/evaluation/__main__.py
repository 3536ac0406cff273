"""``make eval``: prints the tables and each mistake; fails below a floor.

make eval                 the tables, and what is below a floor
make eval ERRORS=show     each mistake as well
make eval FLOORS=write    today's scores become the floors, up or down
make eval DOCS=write      the tables in docs/contributing/accuracy.md
"""

from __future__ import annotations

import argparse
import sys

from . import floors
from .bodies import compared
from .labels import labelled
from .scoring import errors
from .tables import PAGE, tables, tell_in


def main() -> None:
    """Measure, tell, and write what was asked for."""
    parser = argparse.ArgumentParser(prog="make eval")
    for name in ("errors", "floors", "docs"):
        parser.add_argument(f"--{name}", choices=("", "show", "write"), default="")
    asked = parser.parse_args()
    reports, bodies = labelled(), compared()
    told = tables(reports, bodies)
    sys.stdout.write(f"{told}\n")
    if asked.errors:
        sys.stdout.write("".join(f"{line}\n" for line in ("", *errors(reports))))
    today = floors.measured(reports, bodies)
    if asked.floors:
        floors.write(today)
    if asked.docs:
        tell_in(PAGE, told)
    low = list(floors.below(floors.read(), today))
    sys.stderr.write("".join(f"below its floor: {line}\n" for line in low))
    sys.exit(1 if low else 0)


if __name__ == "__main__":
    main()
