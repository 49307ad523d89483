"""Writes a submission of so many institutions with so many staff each: generate.py FOLDER INSTITUTIONS STAFF_EACH."""
import random
import sys
from pathlib import Path


def main(folder, institutions, staff_each):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(20250601)
    with open(folder / "institution.csv", "w", encoding="utf-8") as out:
        out.write("id,kind\n")
        out.writelines(f"I{number:06},医院\n" for number in range(institutions))
    people = [(f"I{number:06}", f"S{number:06}{person:06}") for number in range(institutions) for person in range(staff_each)]
    # As registers are: in no order that would help.
    chance.shuffle(people)
    with open(folder / "staff.csv", "w", encoding="utf-8") as out:
        out.write("id,institution,is_professional,pay\n")
        for institution, person in people:
            answer = "是" if chance.random() < 0.6 else "否"
            out.write(f"{person},{institution},{answer},{chance.randrange(3_000_000, 9_000_000) / 100:.2f}\n")


main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
