import Quantities
import YAML

/// What the keys of a rule say to mutations: a new key of the rule language is one entry here, and one that is a limit needs none.
enum RuleKey {
    enum Manner {
        case of(RulePart.Kind)
        /// Words for people, or what no verdict rests on.
        case untouched
    }

    static func manner(of key: String) -> Manner? { manners[key] }

    private static let manners: [String: Manner] = [
        "id": .untouched, "title": .untouched, "source": .untouched, "binding": .untouched, "hedge": .untouched,
        "severity": .untouched, "for": .untouched, "reading": .untouched, "other_readings": .untouched,
        "responsible": .untouched, "message": .untouched, "fix": .untouched, "related": .untouched, "example": .untouched,
        "cases": .untouched, "why": .untouched, "as_written": .untouched, "name": .untouched,
        "where": .of(.expression), "observe": .of(.expression), "require": .of(.expression), "when": .of(.expression),
        "per": .of(.expression), "test": .of(.expression), "against": .of(.expression), "within": .of(.expression),
        "among": .of(.expression), "benchmark": .of(.expression), "by": .of(.expression), "as": .of(.expression),
        "period": .of(.period), "due": .of(.day), "expected_on": .of(.day), "subjects": .of(.names), "except": .of(.names), "missing": .of(.policy),
    ]

    /// What a node is where the key does not say it alone: `value` is a quantity here and an expression there.
    static func kind(of node: YAMLNode, _ kind: RulePart.Kind, under keys: [String]) -> RulePart.Kind {
        guard let text = node.scalar?.text else { return kind }
        switch (keys.last, kind) {
        case ("value", .limit): return (try? Quantity.parse(text)) == nil ? .expression : .limit
        case ("against", .expression): return ["previous", "year_ago", "baseline"].contains(text) ? .period : .expression
        default: return kind
        }
    }
}
