import CEL
import Diagnostics
public import Quantities

/// Reads the text of one field's cells as values of the field's type.
///
/// Nothing is guessed and nothing is dropped: a text is a value, says that there is none, or is
/// unreadable with a cause. Numbers never pass through a binary fraction.
public struct CellReader: Sendable {
    private let field: Field
    /// Whether the field is of the table's key, and so holds codes or names.
    private let isKey: Bool
    /// The unit in which bare numbers are meant.
    let unit: Unit?
    private let scale: Number?
    private let unitHasMagnitude: Bool
    /// Whether the header's unit leaves open what the numbers under it mean.
    private let isUnfit: Bool
    /// The values of the field's enumeration, by rank.
    private let members: [Value]

    /// - Parameters:
    ///   - isKey: Whether the field is of its table's key.
    ///   - columnUnit: The unit that the column's header states; the field's own holds where it states none.
    public init(_ field: Field, isKey: Bool = false, columnUnit: Unit? = nil) {
        self.field = field
        self.isKey = isKey
        unit = columnUnit ?? field.unit
        isUnfit = columnUnit.map { !field.takes($0) } ?? false
        scale = unit.map(\.scale).flatMap { $0 == 1 ? nil : $0 }
        unitHasMagnitude = unit?.symbol.contains { $0 == "万" || $0 == "亿" } ?? false
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
        return field.isMany ? several(raw) : single(text)
    }

    private func single(_ text: String) -> Cell {
        switch field.type {
        case .string, .reference, .inferred: string(text)
        case .enumeration(let enumeration): member(text, of: enumeration)
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
    /// The values of a cell that can hold several; one that cannot be read makes the whole cell so.
    func several(_ raw: String) -> Cell {
        // As elsewhere, only text can be a word that otherwise means nothing.
        if field.type != .string, MissingTokens.contains(CellText(raw).text) { return .missing }
        // A value's own name may have such a sign in it.
        if case .enumeration = field.type, case .measured(let value) = single(CellText(raw).text) { return .measured(.list([value])) }
        var values: [Value] = []
        for part in raw.split(whereSeparator: { "、，,；;|/\n".contains($0) }) {
            let text = CellText(String(part)).text
            if text.isEmpty { continue }
            switch single(text) {
            case .measured(let value): values.append(value)
            case .missing: return .missing
            case .unreadable(let cause): return .unreadable(cause)
            }
        }
        return .measured(.list(values))
    }

    /// A cell that holds a value, or one of the texts by which people say that they have none.
    func figure(_ text: String, _ read: (String) -> Cell) -> Cell {
        MissingTokens.contains(text) ? .missing : isUnfit ? .unreadable(.unitDoesNotFit) : read(text)
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
        do throws(NumberText.Fault) {
            let read = try NumberText(text)
            // `1.5万` in a column of 万元 could mean either.
            if read.magnitude != nil, unitHasMagnitude { return .unreadable(.magnitudeTwice) }
            if read.share != nil, unit.map({ !$0.isShareLike }) ?? false { return .unreadable(.notANumber) }
            // A sign of its own says what the unit of the column would.
            let factor = read.share ?? scale ?? 1
            let number = read.value * (read.magnitude ?? 1)
            let isWhole = (read.share.map { number * $0 } ?? number).isInteger
            return field.type == .integer && !isWhole ? .unreadable(.notWhole) : ranged(number * factor)
        } catch {
            return .unreadable(cause(error, text))
        }
    }

    func percent(_ text: String) -> Cell {
        do throws(NumberText.Fault) {
            let read = try NumberText(text)
            if read.magnitude != nil { return .unreadable(.notANumber) }
            if let share = read.share ?? scale { return ranged(read.value * share) }
            switch field.bare {
            case .fraction: return ranged(read.value)
            case .percent: return ranged(read.value * NumberText.percent)
            // Zero is zero either way.
            case nil: return read.value.isZero ? ranged(0) : .unreadable(.bareNumberInPercent)
            }
        } catch {
            return .unreadable(cause(error, text))
        }
    }

    func cause(_ fault: NumberText.Fault, _ text: String) -> UnreadableCause {
        switch fault {
        case .notANumber: .notANumber
        case .oddGroups: .oddGroups
        }
    }

    /// A code is a text of its own; what a spreadsheet made of it is another.
    func string(_ text: String) -> Cell {
        if isScientific(text) { return .unreadable(.scientificNotation) }
        if isKey, text.hasSuffix(".0"), text.dropLast(2).utf8.allSatisfy({ $0 &- 0x30 < 10 }), text.utf8.count > 2 {
            return .unreadable(.pointZero)
        }
        return .measured(.string(text))
    }

    /// `4.5101E+17`, as a spreadsheet shows a long number.
    func isScientific(_ text: String) -> Bool {
        guard let mark = text.utf8.firstIndex(of: UInt8(ascii: "E")) ?? text.utf8.firstIndex(of: UInt8(ascii: "e")) else { return false }
        let exponent = text.utf8[text.utf8.index(after: mark)...]
        return exponent.first == UInt8(ascii: "+") && exponent.count >= 2 && Decimal(text) != nil
    }

    func ranged(_ number: Number) -> Cell {
        if let range = field.range, !range.contains(number) { return .unreadable(.outOfRange) }
        return .measured(.number(number))
    }

    func member(_ text: String, of enumeration: Enumeration) -> Cell {
        if let rank = enumeration.rank(of: text) { return .measured(members[rank]) }
        if MissingTokens.contains(text) { return .missing }
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
        guard let period = PeriodText.period(text) else { return .unreadable(.notAPeriod) }
        return .measured(.object(PeriodValue(period)))
    }

    func date(_ text: String) -> Cell {
        do throws(DateText.Fault) {
            return .measured(.object(DateValue(try DateText.day(text))))
        } catch {
            return .unreadable(cause(error))
        }
    }

    func cause(_ fault: DateText.Fault) -> UnreadableCause {
        switch fault {
        case .notADate: .notADate
        case .noDay: .noDay
        case .spreadsheetNumber: .spreadsheetDate
        case .yearNotFirst: .yearNotFirst
        case .timeOfDay: .timeOfDay
        }
    }

    func dateTime(_ text: String) -> Cell {
        guard let timestamp = DateTimeText.moment(text) else { return .unreadable(.notADateTime) }
        return .measured(.timestamp(timestamp))
    }

    func duration(_ text: String) -> Cell {
        guard let duration = Duration(text) else { return .unreadable(.notADuration) }
        return .measured(.duration(duration))
    }
}
