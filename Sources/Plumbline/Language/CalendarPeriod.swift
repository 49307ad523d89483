/// A year, a quarter or a month, such as `2024`, `2019Q4` or `2024-05`.
public struct CalendarPeriod: Hashable, Sendable, Comparable {
    /// How long a period is, from the longest.
    public enum Kind: Int, Hashable, Sendable {
        case year = 1
        case quarter = 4
        case month = 12
    }

    public let kind: Kind
    /// The year that it is, or lies in.
    public var year: Int { Int(yearNumber) }
    /// Which quarter or month of the year, from 1; 1 for a year.
    public var part: Int { Int(partNumber) }

    // Small, for every record that is judged has several.
    private let yearNumber: Int16
    private let partNumber: Int8

    public init?(kind: Kind, year: Int, part: Int = 1) {
        guard (1...9999).contains(year), (1...kind.rawValue).contains(part) else { return nil }
        self.kind = kind
        yearNumber = Int16(year)
        partNumber = Int8(part)
    }

    /// Reads `2024`, `2024年`, `2019Q4` and `2024-05`; nil for every other form.
    public init?(_ text: some StringProtocol) {
        let yearText = text.prefix(4)
        guard yearText.utf8.count == 4, yearText.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let year = Int(yearText)
        else { return nil }
        let rest = text.dropFirst(4)
        if rest.isEmpty || rest == "年" { self.init(kind: .year, year: year); return }
        guard let mark = rest.first, rest.dropFirst().utf8.allSatisfy({ (0x30...0x39).contains($0) }),
              let part = Int(rest.dropFirst())
        else { return nil }
        switch (mark, rest.utf8.count) {
        case ("Q", 2), ("q", 2): self.init(kind: .quarter, year: year, part: part)
        case ("-", 3): self.init(kind: .month, year: year, part: part)
        default: return nil
        }
    }

    /// The period of a kind that a month falls in; for a year and a month that the calendar has.
    init(kind: Kind, ofYear year: Int, month: Int) {
        self.kind = kind
        yearNumber = Int16(year)
        partNumber = Int8((month - 1) / (12 / kind.rawValue) + 1)
    }

    /// Whether this period lies before another of the same kind; nil where the kinds differ.
    public func isBefore(_ other: CalendarPeriod) -> Bool? {
        kind == other.kind ? (year, part) < (other.year, other.part) : nil
    }
}

extension CalendarPeriod: CustomStringConvertible {
    public var description: String {
        switch kind {
        case .year: "\(year)"
        case .quarter: "\(year)Q\(part)"
        case .month: "\(year)-\(part < 10 ? "0" : "")\(part)"
        }
    }
}

extension CalendarPeriod {
    /// By time within a kind; all years come before all quarters, and these before all months, so that lists of periods
    /// have an order whatever they hold. Where that would mislead, ask ``isBefore(_:)``.
    public static func < (lhs: CalendarPeriod, rhs: CalendarPeriod) -> Bool {
        (lhs.kind.rawValue, lhs.year, lhs.part) < (rhs.kind.rawValue, rhs.year, rhs.part)
    }
}
