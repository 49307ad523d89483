import OrderedCollections
import YAML

extension RuleCase {
    /// What the case gives, as YAML in brackets on one line: the record, or its periods, or the records of a group.
    public var givenText: String {
        var parts: [String] = []
        if !given.isEmpty { parts.append(given.textOnOneLine) }
        if let period { parts.append("period: \(period)") }
        if !periods.isEmpty {
            parts.append("periods: {" + periods.map { "\($0.period): \($0.record.textOnOneLine)" }.joined(separator: ", ") + "}")
        }
        if !records.isEmpty || isWithoutRecords { parts.append("records: " + RuleCase.Given.Content.list(records).textOnOneLine) }
        if !roster.isEmpty { parts.append("roster: " + RuleCase.Given.Content.list(roster).textOnOneLine) }
        if !benchmarks.isEmpty { parts.append("benchmarks: " + RuleCase.Given.Content.list(benchmarks).textOnOneLine) }
        if !parameters.isEmpty {
            parts.append("params: {" + parameters.map { "\($0): \($1.flowText)" }.joined(separator: ", ") + "}")
        }
        return parts.joined(separator: ", ")
    }
}

private extension RuleCase.Record {
    var textOnOneLine: String { "{" + map { "\($0.key): \($0.value.content.textOnOneLine)" }.joined(separator: ", ") + "}" }
}

private extension RuleCase.Given.Content {
    var textOnOneLine: String {
        switch self {
        case .text(let text): text ?? "~"
        case .record(let record): record.textOnOneLine
        case .list(let items):
            "[" + items.map { item in
                item.count == 1 ? item.content.textOnOneLine : "{repeat: \(item.count), of: \(item.content.textOnOneLine)}"
            }.joined(separator: ", ") + "]"
        }
    }
}
