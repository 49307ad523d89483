import Diagnostics
import YAML

extension PeriodChoice {
    /// Reads `2025`, or `{each: 2021..2025}`, `{all: …}`, `{any: …}` with a range or a list of periods, or
    /// `{latest_since: 2015}`.
    static func read(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> PeriodChoice? {
        if node.sequence != nil {
            diagnostics.append(.severalPeriods(nil, at: node.location))
            return nil
        }
        guard node.mapping != nil else { return one(node, &diagnostics) }
        guard var reader = MappingReader(node, as: Localized(zh: "期间", en: "the value of 'period'"), &diagnostics)
        else { return nil }
        let manners = [Manner.each, .all, .any, .latestSince].compactMap { manner in reader.optional(manner.rawValue).map { (manner, $0) } }
        reader.finish(&diagnostics)
        guard let (manner, value) = manners.first, manners.count == 1 else {
            if manners.count == reader.mapping.entries.count { diagnostics.append(.oneMannerOfPeriods(at: node.location)) }
            return nil
        }
        if manner == .latestSince {
            return CalendarPeriod.read(value, &diagnostics).map { PeriodChoice(manner, [$0], location: node.location) }
        }
        let periods = value.sequence.map { listed($0, at: value, &diagnostics) } ?? ranged(value, &diagnostics)
        return periods.map { PeriodChoice(manner, $0, location: node.location) }
    }

    private static func one(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> PeriodChoice? {
        guard let text = node.string(&diagnostics) else { return nil }
        if let period = CalendarPeriod(text) { return PeriodChoice(.one, [period], location: node.location) }
        let range = WrittenRange(text)
        diagnostics.append(range.map { .severalPeriods($0.text, at: node.location) } ?? .notAPeriod(text, at: node.location))
        return nil
    }

    /// `2021..2025`; a single period is a range of one.
    private static func ranged(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> [CalendarPeriod]? {
        guard let text = node.string(&diagnostics) else { return nil }
        if let period = CalendarPeriod(text) { return [period] }
        do throws(CalendarPeriod.RangeFault) {
            return try CalendarPeriod.range(text)
        } catch {
            diagnostics.append(.badPeriodRange(text, error, at: node.location))
            return nil
        }
    }

    private static func listed(
        _ items: [YAMLNode], at node: YAMLNode, _ diagnostics: inout Diagnostics
    ) -> [CalendarPeriod]? {
        var places: [CalendarPeriod: Location] = [:]
        for item in items {
            guard let period = CalendarPeriod.read(item, &diagnostics) else { return nil }
            if let first = places[period] {
                diagnostics.append(.listedTwice(period.description, first: first, at: item.location))
            }
            if let other = places.keys.first, other.kind != period.kind {
                diagnostics.append(.mixedPeriods(other, period, at: item.location))
                return nil
            }
            places[period] = item.location
        }
        guard !places.isEmpty, places.count <= CalendarPeriod.rangeLimit else {
            diagnostics.append(places.isEmpty ? .noPeriods(at: node.location) : .tooManyPeriods(at: node.location))
            return nil
        }
        return places.keys.sorted()
    }
}

extension CalendarPeriod {
    /// Reads a period of a rule file.
    static func read(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> CalendarPeriod? {
        guard let text = node.string(&diagnostics) else { return nil }
        guard let period = CalendarPeriod(text) else {
            diagnostics.append(.notAPeriod(text, at: node.location))
            return nil
        }
        return period
    }
}

/// A range of periods as people write them, with two dots or with one of the signs that were meant for them.
struct WrittenRange {
    /// The range with two dots.
    let text: String

    init?(_ written: String) {
        for sign in ["..", "...", "-", "—", "–", "~", "～", "至", "到", ":", ","] {
            guard let place = written.firstRange(of: sign) else { continue }
            let ends = [written[..<place.lowerBound], written[place.upperBound...]].map { CellText.trimmed(String($0)) }
            guard let first = CalendarPeriod(ends[0]), let last = CalendarPeriod(ends[1]), first.kind == last.kind else { continue }
            text = "\(first)..\(last)"
            return
        }
        return nil
    }
}
