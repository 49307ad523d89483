import CEL
import OrderedCollections

/// `years.latest(r, r.beds)` and `years.earliest(r, r.beds)`: what the last, or the first, of a list's rows by the calendar
/// says, of those that say it at all.
enum DatedRows {
    /// Which of the rows is wanted.
    private enum End: String, CaseIterable {
        case latest
        case earliest

        var listFunction: String { "\(rawValue)@list" }
    }

    /// What stands behind the two; each tells the figure of a single row.
    static let listFunctions = End.allCases.map(\.listFunction)

    private static let pairFunction = "dated@row"

    static var macros: [Macro] {
        End.allCases.map { end in
            Macro(name: end.rawValue, argumentCount: 2, isMember: true) { (context, target, arguments) throws(ExpressionFault) in
                guard let target else { return nil }
                let name = try context.variable(arguments[0])
                let pair = Expression.call(
                    pairFunction, [.identifier(name, range: arguments[0].range), arguments[1]], range: context.range,
                    focus: context.focus)
                let list = context.collecting(target, as: name, into: .held(pair))
                return .call(end.listFunction, [list], range: context.range, focus: context.focus)
            }
        }
    }

    static func functions(_ vocabulary: Vocabulary) -> [Function] {
        let value = CEL.`Type`.parameter("A")
        let dated = CEL.`Type`.abstract("dated@", [value])
        let pairs = vocabulary.tables.values.filter { $0.period != nil }.map { table in
            Overload(
                id: "dated_\(table.name)", parameters: [.record(table.name), value], result: dated, isStrict: false,
                runtimeParameters: [.dyn, .dyn],
                implementation: .binary { record, value in .object(DatedValue(period: record.record?.period, value: value)) })
        }
        let ends = End.allCases.map { end in
            Function(end.listFunction, [
                Overload(id: "\(end.rawValue)_list", .list(dated), result: value, cost: .sizes) { list in
                    guard case .list(let rows) = list else { return list }
                    return chosen(rows, end)
                }
            ])
        }
        return [Function(pairFunction, pairs)] + ends
    }

    /// The value of the row at one end of those whose value is known.
    ///
    /// A row that the list may have or not leaves that open where it could be at the end, and says something else.
    private static func chosen(_ list: [Value], _ end: End) -> Value {
        let (rows, doubts) = (list.compactMap(\.dated), list.compactMap(\.doubtful))
        if let error = rows.first(where: { if case .error = $0.value { true } else { false } }) { return error.value }
        let known = rows.filter { $0.value.openCauses == nil }
        guard !known.isEmpty else {
            return UnknownSet(open: rows.map(\.value) + doubts.map(\.outcome)).map { .unknown($0) } ?? .noAnswer(.emptyGroup)
        }
        let days = known.compactMap(\.period?.lastDay)
        guard days.count == known.count, let day = end == .latest ? days.max() : days.min() else { return .noAnswer(.missing) }
        let values = zip(known, days).filter { $1 == day }.map(\.0.value)
        guard values.dropFirst().allSatisfy({ $0 == values[0] }) else { return .noAnswer(.ambiguousRecord) }
        let deciding = doubts.filter { mayReplace($0, values[0], of: day, end) }
        return UnknownSet(open: deciding.map(\.outcome)).map { .unknown($0) } ?? values[0]
    }

    /// Whether a row that the list may have would say something else at that end than a row of it does.
    private static func mayReplace(_ doubt: DoubtfulElement, _ value: Value, of day: CalendarDate, _ end: End) -> Bool {
        guard let row = doubt.element.dated, row.value.openCauses == nil, row.value != value else { return false }
        guard let own = row.period?.lastDay else { return true }
        return end == .latest ? own >= day : own <= day
    }
}

/// A row's value with the row's period.
private struct DatedValue: ObjectValue {
    let period: CalendarPeriod?
    let value: Value

    var type: CEL.`Type` { .abstract("dated@", [.dyn]) }
    func equals(_ other: Value) -> Bool { false }
    func order(against other: Value) -> Ordering? { nil }
    func hash(into hasher: inout Hasher) { hasher.combine(period) }
    var description: String { "" }
}

private extension Value {
    var dated: DatedValue? {
        guard case .object(let object) = self else { return nil }
        return object as? DatedValue
    }
}
