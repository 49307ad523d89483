#!/usr/bin/env python3
"""The same expressions over the same data in the CEL packages of PyPI: a JSON line for each package and expression.

    peers.py [--quick]

A package that is not installed is told on stderr and passed over. Each evaluates its compiled expression with
variables that were converted once, on one thread.
"""
import json, statistics, sys, time

EXPRESSIONS = {
    "a": "posts_professional * 100 >= posts_total * 85",
    "b": 'kind == "cdc" && double(posts_professional) / double(posts_total) >= 0.85',
    "c": 'staff.filter(s, s.dept == "ph").map(s, s.salary)',
    "d": 'staff.all(s, s.salary > 0.0 && s.title in ["a","b","c"])',
    "e": 'name.matches("^[A-Z]{2}[0-9]{6}$") && name.size() < 20',
}
DATA = {
    "posts_professional": 87,
    "posts_total": 100,
    "kind": "cdc",
    "name": "AB123456",
    "staff": [
        {"dept": ["ph", "cdc", "wic", "eh"][i % 4], "salary": 40000.0 + 137.5 * i, "title": "abc"[i % 3]}
        for i in range(100)
    ],
}
RIGHT = {name: True for name in EXPRESSIONS} | {"c": [40000.0 + 137.5 * i for i in range(0, 100, 4)]}


def cel_python():
    """Gives a function that makes an expression's evaluation."""
    import celpy

    environment = celpy.Environment()
    values = celpy.json_to_cel(DATA)

    def prepare(text):
        program = environment.program(environment.compile(text))
        return lambda: program.evaluate(values)

    return prepare


def common_expression_language():
    import cel

    values = cel.Context(DATA)

    def prepare(text):
        program = cel.compile(text)
        return lambda: program.execute(values)

    return prepare


def rates(evaluate, runs, seconds_per_run):
    """The best and the median of several runs, in evaluations a second."""

    def seconds(times):
        start = time.perf_counter()
        for _ in range(times):
            evaluate()
        return time.perf_counter() - start

    times = 1
    while (taken := seconds(times)) < seconds_per_run / 4:
        times *= 2
    times = max(1, int(times * seconds_per_run / taken))
    found = [times / seconds(times) for _ in range(runs)]
    return max(found), statistics.median(found)


runs, seconds_per_run = (3, 0.05) if "--quick" in sys.argv else (5, 0.3)
for name, load in {"cel-python": cel_python, "common-expression-language": common_expression_language}.items():
    try:
        prepare = load()
    except ImportError as error:
        print(f"{name} is not installed and is left out: {error}", file=sys.stderr)
        continue
    for expression, text in EXPRESSIONS.items():
        try:
            evaluate = prepare(text)
            result = evaluate()
        except Exception as error:
            print(f"{name} cannot evaluate {expression}: {error!r}", file=sys.stderr)
            continue
        if result != RIGHT[expression]:
            print(f"{name} gives {result!r} for {expression}, which is left out", file=sys.stderr)
            continue
        best, median = rates(evaluate, runs, seconds_per_run)
        line = {"engine": name, "expression": expression, "way": "activation", "best": best, "median": median}
        print(json.dumps(line), flush=True)
