"""Conditions on rows as the inputs write them: `机构类别=医院; 举办主体!=社会办; 行政层级=县级/市级`."""
from .plan import Row


def matches(row: Row, condition: str) -> bool:
    return all(one_holds(row, part.strip()) for part in condition.split(";") if part.strip())


def one_holds(row: Row, part: str) -> bool:
    refused = "!=" in part
    column, _, wanted = part.partition("!=" if refused else "=")
    value = row.get(column.strip(), "")
    found = any(fits(value, one.strip()) for one in wanted.split("/"))
    return found != refused


def fits(value: str, wanted: str) -> bool:
    """A star at the end stands for any rest."""
    return value.startswith(wanted[:-1]) if wanted.endswith("*") else value == wanted


def assignments(text: str) -> Row:
    pairs = (part.partition("=") for part in text.split(";") if part.strip())
    return {column.strip(): value.strip() for column, _, value in pairs}
