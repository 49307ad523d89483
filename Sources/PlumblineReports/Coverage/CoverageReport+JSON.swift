import Diagnostics
import JSON
import Plumbline

extension CoverageReport {
    /// One object: the counts `clauses`, `encoded`, `uncheckable`, `forgotten` and `restated` (the first is the sum of
    /// the next three), then the lists behind them, each clause with the ruleset that it is of.
    public var json: String {
        let value: JSONValue = [
            "rulesets": .strings(parts.map(\.ruleset.name)),
            "clauses": count(\.count),
            "encoded": count(\.encoded.count),
            "uncheckable": count(\.uncheckable.count),
            "forgotten": count(\.forgotten.count),
            "restated": count(\.restated.count),
            "encoded_clauses": list(\.encoded) { entry, ruleset in
                JSONValue(entry.clause, of: ruleset).adding([("rules", .strings(entry.rules))])
            },
            "uncheckable_clauses": list(\.uncheckable) { clause, ruleset in
                JSONValue(clause, of: ruleset).adding([
                    ("reason", .text(clause.uncheckable?.reason.rawValue)),
                    ("why", clause.uncheckable?.why.map { JSONValue($0) } ?? .null),
                ])
            },
            "forgotten_clauses": list(\.forgotten) { clause, ruleset in JSONValue(clause, of: ruleset) },
            "restated_clauses": list(\.restated) { clause, ruleset in
                JSONValue(clause, of: ruleset).adding([("same_as", .text(clause.restates))])
            },
            "data": .array(parts.flatMap { part in part.ruleset.data.map { data(of: $0, part) } }),
            "to_obtain": .array(parts.flatMap(toObtain)),
        ]
        return value.lines() + "\n"
    }

    private func count(_ count: (RegisterCoverage) -> Int) -> JSONValue {
        .integer(parts.reduce(0) { $0 + count($1.coverage) })
    }

    private func list<Element>(
        _ elements: (RegisterCoverage) -> [Element], _ value: (Element, String) -> JSONValue
    ) -> JSONValue {
        .array(parts.flatMap { part in elements(part.coverage).map { value($0, part.ruleset.name) } })
    }

    /// A parameter by its name, a file by its path.
    private func toObtain(_ part: Part) -> [JSONValue] {
        let name = JSONValue.string(part.ruleset.name)
        let missing = ToObtain(part.ruleset)
        return missing.parameters.map { parameter in
            ["ruleset": name, "parameter": .string(parameter.name), "type": .string(parameter.type), "why": parameter.why.map { JSONValue($0) } ?? .null]
        } + missing.files.map { file in
            [
                "ruleset": name, "file": .string(part.path(of: file)), "table": .string(file.table), "roster": .bool(file.isRoster),
                "source": .text(file.source),
            ]
        }
    }

    private func data(of data: RulesetData, _ part: Part) -> JSONValue {
        [
            "ruleset": .string(part.ruleset.name), "table": .string(data.table), "file": .string(part.path(of: data)),
            "roster": .bool(data.isRoster), "source": .text(data.source),
        ]
    }
}

extension JSONValue {
    /// What every list of clauses says of one.
    init(_ clause: Clause, of ruleset: String) {
        self = [
            "id": .string(clause.id), "ruleset": .string(ruleset), "section": .string(clause.section),
            "term": JSONValue(clause.term), "binding": .string(clause.binding.rawValue),
        ]
    }

    /// The object with further members at its end.
    func adding(_ members: [(String, JSONValue)]) -> JSONValue {
        var value = self
        for (name, member) in members { value.append(name, member) }
        return value
    }
}
