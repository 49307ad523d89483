"""Validates files against a JSON Schema: validate.py SCHEMA FILE... ; --refused expects the opposite of each file.

YAML files are read as YAML 1.2 reads them: dates and words such as `no` are texts.
"""
import json
import re
import sys

import jsonschema
import yaml


class CoreLoader(yaml.SafeLoader):
    """PyYAML with the scalars of YAML 1.2's core schema."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+0123456789."),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
]:
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file) if path.endswith((".json", ".sarif")) else yaml.load(file, CoreLoader)


def main(arguments):
    refused = "--refused" in arguments
    schema_path, *paths = [a for a in arguments if a != "--refused"]
    schema = load(schema_path)
    checker = jsonschema.validators.validator_for(schema)
    checker.check_schema(schema)
    validator = checker(schema, format_checker=jsonschema.FormatChecker())
    failed = not paths
    for path in paths:
        fault = jsonschema.exceptions.best_match(validator.iter_errors(load(path)))
        if refused:
            failed = failed or fault is None
            print(f"{'not refused' if fault is None else 'refused'}  {path}")
        else:
            failed = failed or fault is not None
            print(f"valid  {path}" if fault is None else f"FAILED: {path}: {fault.json_path}: {fault.message}")
    return 1 if failed else 0


sys.exit(main(sys.argv[1:]))
