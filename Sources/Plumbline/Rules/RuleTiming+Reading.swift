import Diagnostics
import YAML

/// What a rule says of the way to its limit, and of when its figures come.
struct RuleTiming {
    let baseline: Baseline?
    let pace: StatedPace?
    let expectedOn: ExpectedDay?

    init(_ reader: inout MappingReader, _ diagnostics: inout Diagnostics) {
        baseline = reader.optional("baseline").flatMap { Baseline.read($0, &diagnostics) }
        pace = reader.optional("pace").flatMap { node in
            node.choice(of: Pace.self, &diagnostics).map { StatedPace(pace: $0, location: node.location) }
        }
        expectedOn = reader.optional("expected_on").flatMap { node in
            CalendarDate.read(node, &diagnostics).map { ExpectedDay(date: $0, location: node.location) }
        }
    }
}

extension Baseline {
    /// Reads `{period: 2020, value: 1.69 人/万人}`; what the value measures is known only with what the rule observes.
    static func read(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Baseline? {
        guard node.mapping != nil else {
            diagnostics.append(.notABaseline(node.shape, period: node.scalar.flatMap { CalendarPeriod($0.text) }, at: node.location))
            return nil
        }
        guard var reader = MappingReader(node, as: Localized(zh: "基期", en: "a baseline"), &diagnostics) else { return nil }
        let period = reader.required("period", &diagnostics).flatMap { CalendarPeriod.read($0, &diagnostics) }
        let value = reader.optional("value")
        reader.finish(&diagnostics)
        return period.map { Baseline(period: $0, value: value, location: node.location) }
    }
}
