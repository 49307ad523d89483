import CEL
import Diagnostics
import Quantities

/// Reads the text of one field's cells as values of the field's type.
///
/// Nothing is guessed and nothing is dropped: a text is a value, says that there is none, or is
/// unreadable with a cause. Numbers never pass through a binary fraction.
public struct CellReader: Sendable {
    private let field: Field
    private let scale: Number?
    /// The values of the field's enumeration, by rank.
    private let members: [Value]

    public init(_ field: Field) {
        self.field = field
        scale = field.unit.map(\.scale).flatMap { $0 == 1 ? nil : $0 }
        if case .enumeration(let enumeration) = field.type {
            members = enumeration.members.indices.map { .object(EnumerationValue(enumeration, rank: $0)) }
        } else {
            members = []
        }
    }

    /// What the cell says.
    ///
    /// - Complexity: O(*n*) in the text.
    public func read(_ raw: String) -> Cell {
        let text = CellText(raw).text
        if text.isEmpty { return blankCell }
        return switch field.type {
        case .string: .measured(.string(CellText.trimmed(raw)))
        case .enumeration(let enumeration): member(CellText.trimmed(raw), narrow: text, of: enumeration)
        case .boolean: boolean(text)
        case .integer, .decimal: figure(text, number)
        case .percent: figure(text, percent)
        case .date: figure(text, date)
        case .datetime: figure(text, dateTime)
        case .duration: figure(text, duration)
        case .period: figure(text, period)
        }
    }
}

private extension CellReader {
    /// A cell that holds a value, or one of the texts by which people say that they have none.
    func figure(_ text: String, _ read: (String) -> Cell) -> Cell {
        MissingTokens.contains(text) ? .missing : read(text)
    }

    var blankCell: Cell {
        switch field.blank {
        case .missing: .missing
        case .none: .measured(.null)
        // A blank that stands for a blank would never end; the loader refuses it, and here it is missing.
        case .value(let text): CellText(text).text.isEmpty ? .missing : read(text)
        }
    }

    func number(_ text: String) -> Cell {
        guard let decimal = Decimal(text) else { return .unreadable(.notANumber) }
        let number = Number(decimal)
        if field.type == .integer, !number.isInteger { return .unreadable(.notWhole) }
        return inBaseUnits(number)
    }

    func percent(_ text: String) -> Cell {
        if let sign = text.last, sign == "%" || sign == "‰" {
            guard let decimal = Decimal(CellText.trimmed(String(text.dropLast()))) else { return .unreadable(.notANumber) }
            return ranged(Number(decimal) * (sign == "%" ? Self.percent : Self.permille))
        }
        guard let decimal = Decimal(text) else { return .unreadable(.notANumber) }
        switch field.bare {
        case .fraction: return ranged(Number(decimal))
        case .percent: return ranged(Number(decimal) * Self.percent)
        // Zero is zero either way.
        case nil: return Number(decimal) == 0 ? ranged(0) : .unreadable(.bareNumberInPercent)
        }
    }

    static let percent = Number(1).divided(by: 100) ?? 0
    static let permille = Number(1).divided(by: 1000) ?? 0

    func inBaseUnits(_ number: Number) -> Cell { ranged(scale.map { number * $0 } ?? number) }

    func ranged(_ number: Number) -> Cell {
        if let range = field.range, !range.contains(number) { return .unreadable(.outOfRange) }
        return .measured(.number(number))
    }

    func member(_ text: String, narrow: String, of enumeration: Enumeration) -> Cell {
        if let rank = enumeration.rank(of: text) ?? enumeration.rank(of: narrow) { return .measured(members[rank]) }
        if MissingTokens.contains(narrow) { return .missing }
        return .unreadable(.notAMember(nearest: NearestName.to(text, among: enumeration.members.flatMap(\.names))))
    }

    func boolean(_ text: String) -> Cell {
        switch text.lowercased() {
        case "true", "是", "有", "yes", "y", "1": .measured(.bool(true))
        case "false", "否", "无", "no", "n", "0": .measured(.bool(false))
        default: MissingTokens.contains(text) ? .missing : .unreadable(.notABoolean)
        }
    }

    func period(_ text: String) -> Cell {
        guard let period = CalendarPeriod(text) else { return .unreadable(.notAPeriod) }
        return .measured(.object(PeriodValue(period)))
    }

    func date(_ text: String) -> Cell {
        guard let date = CalendarDate(iso: text) else { return .unreadable(.notADate) }
        return .measured(.object(DateValue(date)))
    }

    func dateTime(_ text: String) -> Cell {
        guard let timestamp = Timestamp(text) else { return .unreadable(.notADateTime) }
        return .measured(.timestamp(timestamp))
    }

    func duration(_ text: String) -> Cell {
        guard let duration = Duration(text) else { return .unreadable(.notADuration) }
        return .measured(.duration(duration))
    }
}
