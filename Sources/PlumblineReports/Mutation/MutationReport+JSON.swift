import Diagnostics
import JSON
import Plumbline

extension MutationReport {
    /// One object: the counts in all and by kind, and the rules, definitions and rulesets with the mistakes that no case notices.
    public var json: String {
        let value: JSONValue = [
            "mutants": counts(total),
            "kinds": .array(MutationKind.allCases.filter { total($0).tried > 0 }.map { kind in
                JSONValue.object([("kind", .string(kind.rawValue))]).adding(members(total(kind)))
            }),
            "results": .array(results.map(result)),
        ]
        return value.lines() + "\n"
    }
}

private extension MutationReport {
    func members(_ count: MutationTest.Count) -> [(String, JSONValue)] {
        [
            ("tried", .integer(count.tried)), ("killed", .integer(count.killed)), ("survived", .integer(count.survived)),
            ("dropped", .integer(count.dropped)),
        ]
    }

    func counts(_ count: MutationTest.Count) -> JSONValue { .object(members(count)) }

    func result(_ result: MutationTest.Result) -> JSONValue {
        [
            "subject": .string(result.subject.rawValue), "name": .string(result.name), "cases": .integer(result.caseCount), "mutants": counts(result.total),
            "survivors": .array(result.survivors.map { survivor in
                [
                    "kind": .string(survivor.kind.rawValue), "file": .string(survivor.location.file),
                    "line": .integer(survivor.location.start.line), "column": .integer(survivor.location.start.column),
                    "before": .string(survivor.before), "after": .string(survivor.after), "wanted": JSONValue(survivor.hint),
                ]
            }),
        ]
    }
}
