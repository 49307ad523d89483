public import CEL
import Diagnostics
public import YAML

/// A floor or a ceiling within a target that compares: what `change`, `growth` and `parity` have under keys of their own.
public enum ComparedBound: String, CaseIterable, Sendable {
    case atLeast = "at_least"
    case moreThan = "more_than"
    case atMost = "at_most"
    case lessThan = "less_than"

    /// The sign between value and limit.
    public var sign: String {
        switch self {
        case .atLeast: "≥"
        case .moreThan: ">"
        case .atMost: "≤"
        case .lessThan: "<"
        }
    }

    /// Whether it keeps values from being too small.
    public var isFloor: Bool { self == .atLeast || self == .moreThan }
    /// Whether the limit itself is within it.
    public var isInclusive: Bool { self == .atLeast || self == .atMost }

    /// The bound with a limit over a record's fields.
    public func bounds(_ limit: Expression) -> Bounds {
        isFloor ? .floor(limit, isInclusive: isInclusive) : .ceiling(limit, isInclusive: isInclusive)
    }

    /// Each as a key of a limit's shape; exactly one has to be there.
    public static func keys(_ shape: LimitShape) -> [LimitShape.Key] {
        allCases.map { LimitShape.Key($0.rawValue, shape, $0.summary) }
    }

    private var summary: Localized {
        switch self {
        case .atLeast: Localized(zh: "不低于", en: "The limit or more")
        case .moreThan: Localized(zh: "高于", en: "More than the limit")
        case .atMost: Localized(zh: "不高于", en: "The limit or less")
        case .lessThan: Localized(zh: "低于", en: "Less than the limit")
        }
    }

    /// Reads the one that a mapping has; nil with a fault reported where there is none, or more than one.
    public static func read(
        _ reader: inout MappingReader, kind: String, _ context: inout LoweringContext
    ) -> (bound: ComparedBound, limit: YAMLNode)? {
        let found = allCases.compactMap { bound in reader.optional(bound.rawValue).map { (bound: bound, limit: $0) } }
        // A misspelt one is reported as such, and not as one that is missing.
        let names = allCases.map(\.rawValue)
        let isMisspelt = reader.mapping.keys.contains { !names.contains($0) && NearestName.to($0, among: names) != nil }
        if found.count > 1 {
            context.report(.twoBounds(found[0].bound.rawValue, found[1].bound.rawValue, at: found[1].limit.location))
        } else if found.isEmpty, !isMisspelt {
            context.report(.boundMissing(kind, among: names, at: reader.location))
        }
        return found.count == 1 ? found[0] : nil
    }
}
