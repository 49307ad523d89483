"""Runs plumb on a submission, and holds what it finds against what was planted and what was found before."""
import json
import subprocess
from collections import Counter
from pathlib import Path

from .edits import Planted
from .plan import Audit, Plan

Finding = dict[str, str]
OUTCOMES = ("pass", "fail", "not_measured")
COLUMNS = ("rule", "record", "period", "outcome", "reason", "value", "gap")


def findings_of(plan: Plan, audit: Audit, plumb: str) -> list[Finding]:
    command = [plumb, "check", str(plan.rules)] + ([str(plan.folder / plan.roster)] if plan.roster else [])
    command += ["--data", str(plan.folder / audit.name), "--as-of", audit.as_of]
    command += ["--format", "json", "--outcomes", "all", "--lang", "zh", "--exit-zero"]
    command += ["--profile", str(plan.folder / plan.profile)] if plan.profile else []
    command += ["--only", ",".join(audit.only)] if audit.only else []
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr or done.stdout)
    report = json.loads(done.stdout)
    plain = [plain_finding(one) for one in report["findings"] if one["outcome"] != "not_applicable"]
    return sorted(plain, key=lambda one: [one.get(key, "") for key in ("rule", "record", "period")])


def plain_finding(finding: dict) -> Finding:
    record = finding["record"]
    plain = {"rule": finding["rule"].partition("/")[2], "record": name_of(record), "period": record.get("period") or "",
             "outcome": finding["outcome"], "reason": finding["reason"] or "",
             "value": figure(finding["observed"]), "gap": figure(finding["gap"])}
    return {key: value for key, value in plain.items() if value}


def name_of(record: dict) -> str:
    return record.get("key") or record["kind"]


def figure(observed: dict | None) -> str:
    return "" if observed is None else str(observed.get("value", ""))


def unmet(planted: list[Planted], findings: list[Finding]) -> list[str]:
    """What was planted and not found."""
    return [f"{rule}: {one.outcome} of {one.record or 'any record'} {one.period} {one.reason}".strip()
            for one in planted for rule in one.rules if not any(answers(one, rule, finding) for finding in findings)]


def answers(one: Planted, rule: str, finding: Finding) -> bool:
    return (finding["rule"] == rule and finding["outcome"] == one.outcome
            and one.record in ("", finding["record"])
            and one.period in ("", finding.get("period"))
            and one.reason in ("", finding.get("reason")))


def unplanted(planted: list[Planted], findings: list[Finding]) -> list[str]:
    """What was found, though nobody planted it: all the rest has to be met."""
    return [f"{one['rule']}: {one['record']} {one.get('period', '')} {one['outcome']} {one.get('reason', '')}" for one in findings
            if one["outcome"] not in ("pass", "not_due") and not any(one["rule"] in each.rules and answers(each, one["rule"], one) for each in planted)]


def expected_path(plan: Plan, audit: Audit) -> Path:
    return plan.folder / "expected" / f"{audit.name}.json"


def expected_text(plan: Plan, audit: Audit, findings: list[Finding], counted: bool) -> str:
    """A finding a line, so that a change is a line of a difference, too; of passes that are counted, a line for each rule."""
    head = {"ruleset": plan.name, "data": audit.name, "as_of": audit.as_of}
    head |= {"profile": plan.profile} if plan.profile else {}
    head |= {"roster": plan.roster} if plan.roster else {}
    head |= {"only": list(audit.only)} if audit.only else {}
    opening = json.dumps(head | {"columns": list(COLUMNS)}, ensure_ascii=False)[:-1]
    listed = [one for one in findings if not counted or one["outcome"] != "pass"]
    lines = ",\n".join(json.dumps([one.get(column, "") for column in COLUMNS], ensure_ascii=False) for one in listed)
    return f'{opening}, "findings": [\n{lines}\n]{passes_text(findings) if counted else ""}}}\n'


def passes_text(findings: list[Finding]) -> str:
    passes = Counter(one["rule"] for one in findings if one["outcome"] == "pass")
    lines = ",\n".join(f"{json.dumps(rule)}: {passes[rule]}" for rule in sorted(passes))
    return f', "passed": {{\n{lines}\n}}'


def rules_of(plan: Plan, plumb: str) -> list[str]:
    done = subprocess.run([plumb, "list", str(plan.rules), "--format", "json", "--lang", "zh"], capture_output=True, text=True, check=True)
    listed = json.loads(done.stdout)
    return sorted(one["id"].partition("/")[2] for one in (listed["rules"] if isinstance(listed, dict) else listed))
