import CEL
import OrderedCollections
import Quantities

/// What rules can ask of records: another period's row, and whether another rule is met.
struct RecordFunctions: FunctionLibrary {
    let name = "records"
    let vocabulary: Vocabulary

    /// What the record under judgement is called in expressions; no text can write it.
    static let record = "@record"
    /// Asks for another rule's verdict.
    static let meets = "meets"

    var functions: [Function] { [at, meets] + DatedRows.functions(vocabulary) }

    /// `at(2020).beds` is of the record under judgement.
    var macros: [Macro] {
        [
            Macro(name: "at", argumentCount: 1, isMember: false) { (context, _, arguments) throws(ExpressionFault) in
                .member(
                    "at", of: .identifier(Self.record, range: context.focus), arguments, range: context.range,
                    focus: context.focus)
            }
        ] + DatedRows.macros
    }
}

private extension RecordFunctions {
    var at: Function {
        let periods: [CEL.`Type`] = [PeriodValue.type] + NumberFunctions.types
        let records = vocabulary.tables.keys.flatMap { table in
            periods.map { period in
                Overload(
                    id: "at_\(table)_\(period)", .record(table), period, result: .record(table), isMember: true
                ) { record, period in
                    guard let record = record.record else { return .null }
                    return period.asPeriod.map(record.at) ?? .noAnswer(.noSuchPeriod)
                }
            }
        }
        let lists = vocabulary.tables.values.filter { $0.period != nil }.flatMap { table in
            periods.map { period in
                Overload(
                    id: "at_list_\(table.name)_\(period)", .list(.record(table.name)), period,
                    result: .list(.record(table.name)), isMember: true, binary: Self.rows)
            }
        }
        return Function("at", records + lists)
    }

    /// The rows of a list that are of a period; one whose period cannot be told may be of it.
    @Sendable static func rows(_ list: Value, _ period: Value) -> Value {
        guard case .list(let rows) = list else { return list }
        guard let period = period.asPeriod else { return .noAnswer(.noSuchPeriod) }
        return .list(rows.compactMap { row in
            guard let record = row.undoubted.record else { return row }
            guard let own = record.period else { return row.doubted(because: record.undated) }
            return own == period ? row : nil
        })
    }

    var meets: Function {
        Function(Self.meets, vocabulary.tables.keys.map { table in
            Overload(id: "meets_\(table)", .record(table), .string, result: .bool, isMember: true) { record, rule in
                guard let record = record.record, case .string(let rule) = rule else { return .null }
                return record.meets(rule)
            }
        })
    }
}

extension Value {
    /// A period, or a whole number that is a year.
    var asPeriod: CalendarPeriod? {
        if case .object(let object) = self, let value = object as? PeriodValue { return value.period }
        return number?.integer.flatMap { CalendarPeriod(kind: .year, year: Int(clamping: $0)) }
    }
}
