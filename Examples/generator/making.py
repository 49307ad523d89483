"""Writes the submissions of a plan."""
from . import files, world
from .edits import Planted, plant
from .plan import Plan, Tables


def make(plan: Plan) -> dict[str, list[Planted]]:
    """Every submission of the plan, and what was planted in each."""
    planted = {}
    for audit in plan.audits:
        tables: Tables = world.build(plan, audit.inputs)
        planted[audit.name] = plant(tables, plan.folder / audit.edits, audit.wanted) if audit.edits else []
        files.write_submission(plan, plan.folder / audit.name, tables)
    return planted
