"""The tables of a README that the generator writes: what is planted, and what comes out."""
from pathlib import Path

from .edits import Planted
from .plan import Plan

FROM, TO = "<!-- the generator writes from here -->", "<!-- to here -->"
CHANGES = {"整行": "整行删除", "整表": "整表未报送", "新增": "新增一行"}


def write_tables(plan: Plan, planted: dict[str, list[Planted]]) -> None:
    path = plan.folder / "README.md"
    before, _, rest = path.read_text(encoding="utf-8").partition(FROM)
    after = rest.partition(TO)[2]
    path.write_text(f"{before}{FROM}\n{tables(plan, planted)}{TO}{after}", encoding="utf-8")


def tables(plan: Plan, planted: dict[str, list[Planted]]) -> str:
    wanted = {audit.name: audit.wanted for audit in plan.audits}
    parts = [f"\n### `{name}/`\n\n没有写明结果的都是 `{wanted[name]}`。Where no outcome is written, it is `{wanted[name]}`.\n{by_table(found)}"
             for name, found in planted.items() if found]
    return "".join(parts) + "\n"


def by_table(found: list[Planted]) -> str:
    """A table for each table that is changed, and one for what is found though nothing was changed there."""
    names = dict.fromkeys(one.row["表"] for one in found)
    heads = {name: name or "没有改动，连带发现 · found without a change" for name in names}
    return "".join(f"\n**{heads[name]}**\n\n| 在哪里 where | 改动 change | 应当发现 what has to be found |\n|---|---|---|\n"
                   + "\n".join(line(one) for one in found if one.row["表"] == name) + "\n" for name in names)


def line(one: Planted) -> str:
    where = in_words(one.row["选取"]).replace("|", "/")
    change = one.row["说明"] or CHANGES.get(one.row["列"]) or f"{one.row['列']} → {one.row['改为']}"
    record = "" if one.record in where.split("、") else one.record
    about = " ".join(text for text in (record, one.period) if text)
    rules = "、".join(f"`{rule}`" for rule in one.rules)
    outcome = " ".join(text for text in (one.row["结果"], one.reason) if text)
    found = f"{rules} {about}".strip() + (f"：{outcome}" if outcome else "")
    return f"| {where or '—'} | {change} | {found or '—'} |"


def in_words(condition: str) -> str:
    """The values that a condition names; the columns tell themselves."""
    parts = [part.strip() for part in condition.split(";") if part.strip()]
    return "、".join(part if "!=" in part or part.startswith("第=") else part.partition("=")[2] for part in parts)
