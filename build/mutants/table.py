"""Prints the scores of areas beside their goals, and lists what no test noticed: table.py FOLDER [AREA...]."""

import json
import pathlib
import sys

import report

AREAS = json.loads((pathlib.Path(__file__).resolve().parent / "areas.json").read_text(encoding="utf-8"))


def row(area: str, mutants: list[dict]) -> str:
    def count(status: str) -> int:
        return sum(mutant["status"] == status for mutant in mutants)

    killed, slow, all_of_them = count("Killed"), count("Timeout"), len(mutants)
    figures = [count("Survived") + count("RuntimeError"), count("NoCoverage")]
    score = f"{100 * (killed + slow) / all_of_them:.1f} %" if mutants else "–"
    return " | ".join(["", area, *map(str, (all_of_them, killed, slow, *figures)), score, f"{AREAS[area]['goal']} %", ""]).strip()


def main() -> None:
    out = pathlib.Path(sys.argv[1])
    run = [area for area in sys.argv[2:] or AREAS if (out / area / "reports").is_dir()]
    print("| area | mutants | killed | timed out | survived | reached by no test | score | goal |\n|---|---|---|---|---|---|---|---|")
    for area in run:
        mutants = report.read(out / area)
        print(row(area, mutants))
        unnoticed = [report.line(mutant) for mutant in mutants if mutant["status"] not in report.NOTICED]
        (out / area / "survivors.txt").write_text("\n".join(unnoticed) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
