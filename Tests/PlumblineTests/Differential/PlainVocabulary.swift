/// A small data model, as this side knows it and as the product reads it.
struct PlainVocabulary {
    var kinds: [String]
    var grades: [String]
    var tables: [PlainTable]
    /// The tables of which the ruleset brings a list of those who must answer.
    var rosters: [String] = []

    /// What projects go through, in order.
    static let stages = ["plan", "build", "done", "used"]

    func table(_ name: String) -> PlainTable { tables.first { $0.name == name }! }

    /// The table and the field of the reference that makes a list of a table's records.
    func list(_ name: String, of table: String) -> (child: PlainTable, field: PlainField) {
        for child in tables {
            for field in child.fields {
                if case .reference(table, name) = field.type { return (child, field) }
            }
        }
        preconditionFailure("no list \(name) of \(table)")
    }
}

struct PlainTable: Hashable {
    var name: String
    /// The fields of the key; empty where the row is the key.
    var key: [String]
    var label: String?
    var period: String?
    var fields: [PlainField]
    /// Fields that are made from others of the record.
    var computed: [(name: String, expression: PlainExpression)] = []
    /// Indicators, which are read like fields: a numerator and a denominator.
    var indicators: [(name: String, numerator: PlainExpression, denominator: PlainExpression)] = []
    var features = PlainFeatures()

    func field(_ name: String) -> PlainField? { fields.first { $0.name == name } }

    static func == (a: Self, b: Self) -> Bool { a.name == b.name }
    func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

struct PlainField: Hashable {
    enum Kind: Hashable {
        case integer, decimal, percent, boolean, text, kind, grade, stage, date, period, level
        case reference(String, list: String)

        var isNumber: Bool { self == .integer || self == .decimal || self == .percent }
    }

    enum Blank: Hashable { case missing, none, zero }

    var name: String
    var type: Kind
    var range: (low: Int, high: Int?)?
    var blank = Blank.missing
    var unit: String?
    var isAtLeastOne = false
    /// Of a field that goes through stages: which field has the day of each.
    var reachedOn: [(stage: String, field: String)] = []
    /// Whether nobody ever leaves it blank, so that groups can be made by it.
    var isSolid = false

    static func == (a: Self, b: Self) -> Bool { a.name == b.name }
    func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension PlainVocabulary {
    var text: String {
        var lines = ["vocabulary: random", "enumerations:"]
        lines.append("  kind: {values: [\(kinds.joined(separator: ", "))]}")
        lines.append("  grade: {order: [\(grades.joined(separator: ", "))]}")
        if tables.contains(where: { $0.fields.contains { $0.type == .stage } }) {
            lines.append("  stage: {order: [\(Self.stages.joined(separator: ", "))]}")
        }
        let levels = tables.flatMap { $0.features.levels.map(\.value) }
        if !levels.isEmpty { lines.append("  level: {values: [\(levels.joined(separator: ", "))]}") }
        lines.append("tables:")
        for table in tables { lines += table.lines }
        let indicators = tables.flatMap { table in
            table.indicators.map { "  - {id: \($0.name), of: \(table.name), numerator: \"\($0.numerator.text)\", denominator: \"\($0.denominator.text)\"}" }
        }
        let observed = tables.flatMap { table in table.features.observed.map { $0.line(of: table.name) } }
        if !(indicators + observed).isEmpty { lines += ["indicators:"] + indicators + observed }
        return lines.joined(separator: "\n") + "\n"
    }
}

private extension PlainTable {
    var lines: [String] {
        if let group = features.group {
            let expected = group.expected.joined(separator: ", ")
            return ["  \(name): {group: \(group.of), by: [\(group.by)], expected: [\(expected)], list: \(group.list)}"]
        }
        var lines = ["  \(name):", key.isEmpty ? "    key: row" : "    key: [\(key.joined(separator: ", "))]"]
        if let label { lines.append("    label: \(label)") }
        if let period { lines.append("    period: \(period)") }
        lines += features.lines
        lines.append("    fields:")
        lines += fields.map { "      \($0.name): {\($0.details)}" }
        lines += computed.map { "      \($0.name): {expression: \"\($0.expression.text)\"}" }
        return lines
    }
}

private extension PlainField {
    var details: String {
        var parts: [String] = switch type {
        case .text: ["type: string"]
        case .percent: ["type: percent", "bare: percent"]
        case .reference(let table, ""): ["references: \(table)"]
        case .reference(let table, let list): ["references: \(table)", "list: \(list)"]
        case .integer: ["type: integer"]
        case .decimal: ["type: decimal"]
        case .boolean: ["type: boolean"]
        case .kind: ["type: kind"]
        case .grade: ["type: grade"]
        case .stage: ["type: stage", "reached_on: {\(reachedOn.map { "\($0.stage): \($0.field)" }.joined(separator: ", "))}"]
        case .date: ["type: date"]
        case .period: ["type: period"]
        case .level: ["type: level"]
        }
        if let range { parts.append("range: \(range.low)..\(range.high.map(String.init) ?? "")") }
        if let unit { parts.append("unit: \(unit)") }
        if isAtLeastOne { parts.append("at_least_one: true") }
        switch blank {
        case .missing: break
        case .none: parts.append("blank: none")
        case .zero: parts.append("blank: 0")
        }
        return parts.joined(separator: ", ")
    }
}
