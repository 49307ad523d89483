#!/usr/bin/env python3
"""Prints what the JSON lines on stdin measured as tables, beside the bars."""
import json, sys

# Evaluations a second on a machine like this one: the faster of cel-js 0.7 on V8 and cel-go.
BARS = {
    "a": (13.8e6, "cel-js"),
    "b": (3.1e6, "cel-js; cel-go 2.2 M"),
    "c": (66e3, "cel-js"),
    "d": (18.7e3, "cel-js"),
    "e": (1.49e6, "cel-go, constants folded"),
}
COMPILING_BAR = 25e3


def figure(rate):
    for unit, size in (("M", 1e6), ("k", 1e3)):
        if rate >= size:
            return f"{rate / size:.3g} {unit}" if rate < 1000 * size else f"{rate / size:.0f} {unit}"
    return f"{rate:.3g}"


def ratio(ours, theirs):
    return f"{ours / theirs:.2f}" if ours < 10 * theirs else f"{ours / theirs:.0f}"


def best_and_median(line):
    return f"{figure(line['best'])} ({figure(line['median'])})"


lines = [json.loads(line) for line in sys.stdin]
found = {(line["engine"], line["expression"], line["way"]): line for line in lines if "best" in line}

print(f"{'':12}{'by slots':>20}{'by dictionary':>20}{'bar':>10}{'slots/bar':>11}{'dict./bar':>11}")
for name, (bar, whose) in BARS.items():
    slots, dictionary = (found["ours", name, way] for way in ("slots", "dictionary"))
    ratios = [ratio(line["best"], bar) for line in (slots, dictionary)]
    print(
        f"{name:12}{best_and_median(slots):>20}{best_and_median(dictionary):>20}{figure(bar):>10}"
        f"{ratios[0]:>11}{ratios[1]:>11}  {whose}"
    )
compiling = found["ours", "b", "compile"]
print(
    f"{'compile b':12}{best_and_median(compiling):>20}{'':20}{figure(COMPILING_BAR):>10}"
    f"{ratio(compiling['best'], COMPILING_BAR):>11}{'':11}  parse, check and plan"
)
print("A second: best of all runs (median). A ratio of 1 or more is at least as fast as the bar.")

engines = list(dict.fromkeys(line["engine"] for line in lines if line["way"] == "activation"))
for engine in engines:
    print(f"\n{engine:32}{'theirs':>20}{'slots/theirs':>14}{'dict./theirs':>14}")
    for name in BARS:
        theirs = found.get((engine, name, "activation"))
        if theirs is None:
            print(f"  {name:30}{'-':>20}")
            continue
        slots, dictionary = (ratio(found["ours", name, way]["best"], theirs["best"]) for way in ("slots", "dictionary"))
        print(f"  {name:30}{best_and_median(theirs):>20}{slots:>14}{dictionary:>14}")

print()
for line in lines:
    if "allocations" in line:
        verdict = "" if line["allocations"] == 0 else "  (must be 0)"
        print(f"allocations per evaluation of {line['expression']}: {line['allocations']:g}{verdict}")
