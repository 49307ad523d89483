"""Holds the examples of the plans against plumb, or writes down what it finds.

    python3 Examples/generator/check.py --plumb .build/release/plumb [PLAN…]       says what differs, and which rule was never met, missed, unmeasured
    python3 Examples/generator/check.py --plumb .build/release/plumb --write PLAN  writes Examples/PLAN/expected/*.json anew: read them
"""
import argparse
import importlib.util
import sys
from collections import Counter
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(EXAMPLES))

from generator import audit as audits  # noqa: E402
from generator.making import make  # noqa: E402
from generator.plan import Plan  # noqa: E402
from generator.readme import write_tables  # noqa: E402


def plan_of(name: str) -> Plan:
    spec = importlib.util.spec_from_file_location(f"plan_{name}", EXAMPLES / name / "plan.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.PLAN


def check(plan: Plan, plumb: str, write: bool) -> list[str]:
    planted = make(plan)
    write_tables(plan, planted)
    faults, reached = [], {outcome: set() for outcome in audits.OUTCOMES}
    for audit in plan.audits:
        found = audits.findings_of(plan, audit, plumb)
        for one in found:
            reached.get(one["outcome"], set()).add(one["rule"])
        faults += [f"{audit.name}: not found: {one}" for one in audits.unmet(planted[audit.name], found)]
        faults += [f"{audit.name}: not planted: {one}" for one in audits.unplanted(planted[audit.name], found)]
        faults += [f"{audit.name}: {one}" for one in differences(plan, audit, found, write)]
    rules = audits.rules_of(plan, plumb)
    for outcome in audits.OUTCOMES:
        missing = [rule for rule in rules if rule not in reached[outcome]]
        print(f"{plan.name}: {len(rules) - len(missing)} of {len(rules)} rules: {outcome}")
        faults += [f"never {outcome}: {rule}" for rule in missing]
    return faults


def differences(plan: Plan, audit: audits.Audit, found: list[audits.Finding], write: bool) -> list[str]:
    path = audits.expected_path(plan, audit)
    if write:
        path.parent.mkdir(exist_ok=True)
        path.write_text(audits.expected_text(plan, audit, found, counted=audit.wanted != "pass"), encoding="utf-8")
    if not path.exists():
        return ["nothing is expected yet: --write"]
    expected = path.read_text(encoding="utf-8")
    text = audits.expected_text(plan, audit, found, counted='"passed": {' in expected)
    old, new = expected.splitlines(), text.splitlines()
    gone, come = Counter(old) - Counter(new), Counter(new) - Counter(old)
    return [f"gone: {line}" for line in gone.elements()] + [f"new: {line}" for line in come.elements()]


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--plumb", default="plumb", help="the plumb to run")
    asked.add_argument("--write", action="store_true", help="write what is found as what is expected")
    asked.add_argument("plans", nargs="*", help="the examples' names; left out: all that there are")
    options = asked.parse_args()
    names = options.plans or sorted(path.parent.name for path in EXAMPLES.glob("*/plan.py") if (path.parent / "generate.py").exists())
    faults = [f"{name}: {fault}" for name in names for fault in check(plan_of(name), options.plumb, options.write)]
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
