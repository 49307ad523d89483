/// Faults collected while reading, so that a user sees all of them and not only the first.
public struct Diagnostics: Error, Sendable, Equatable {
    /// How many faults are kept; the rest are counted.
    public static let limit = 200

    /// In the order in which they were found.
    public private(set) var all: [Diagnostic] = []
    /// How many faults were found after the limit was reached.
    public private(set) var leftOut = 0

    public init() {}

    public init(_ first: Diagnostic) { append(first) }

    /// Whether nothing was found at all.
    public var isEmpty: Bool { all.isEmpty }
    /// Whether anything was found that stops what was asked for.
    public var hasErrors: Bool { all.contains { $0.severity == .error } }
    /// How many of them are errors.
    public var errorCount: Int { all.count { $0.severity == .error } }

    /// How many of them are warnings.
    public var warningCount: Int { all.count { $0.severity == .warning } }

    /// Those of some severities; faults that were not kept are counted with the errors and warnings.
    public func having(_ severities: Set<Diagnostic.Severity>) -> Diagnostics {
        var some = Diagnostics()
        some.all = all.filter { severities.contains($0.severity) }
        if !severities.isDisjoint(with: [.error, .warning]) { some.leftOut = leftOut }
        return some
    }

    /// Those of all codes but one; faults that were not kept are counted still.
    public func without(_ code: DiagnosticCode) -> Diagnostics {
        var some = self
        some.all.removeAll { $0.code == code }
        return some
    }

    /// Whether further faults are only counted, so that wording them would be work for nothing.
    public var isFull: Bool { all.count >= Self.limit }

    /// Counts a fault that was found but not worded, since no more are kept.
    public mutating func leaveOut() { leftOut += 1 }

    /// Adds a fault; one that is already there is not added again.
    public mutating func append(_ diagnostic: Diagnostic) {
        guard !all.contains(diagnostic) else { return }
        guard all.count < Self.limit else { return leftOut += 1 }
        all.append(diagnostic)
    }

    /// Adds others behind its own.
    public mutating func append(_ others: Diagnostics) { append(others) { $0 } }

    /// Adds faults, each as it is to be told.
    public mutating func append(_ others: Diagnostics, told: (Diagnostic) -> Diagnostic) {
        others.all.forEach { append(told($0)) }
        leftOut += others.leftOut
    }

    /// The faults by file, line, column and code; those without a place come first.
    public var sorted: [Diagnostic] {
        all.enumerated().sorted { lhs, rhs in
            switch (lhs.element.location, rhs.element.location) {
            case (nil, nil): lhs.offset < rhs.offset
            case (nil, _): true
            case (_, nil): false
            case let (left?, right?):
                if (left.file, left.start) != (right.file, right.start) { left < right } else { lhs.offset < rhs.offset }
            }
        }.map(\.element)
    }
}
