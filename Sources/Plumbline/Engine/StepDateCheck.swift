import CEL
import Diagnostics
import OrderedCollections

/// Says where the dates beside a record's steps cannot be right: a step that was reached is dated after the day of the run, or
/// after a later step that was reached, too.
struct StepDateCheck {
    /// A step that has a date field.
    private struct Step {
        let rank: Int
        let title: Localized
        let date: Int
    }

    /// A step that a record has reached, with its date.
    private struct Dated {
        let step: Step
        let day: CalendarDate
    }

    private let table: Table
    private let asOf: CalendarDate
    /// Of each field whose steps have dates, these in order.
    private let fields: [(field: Int, steps: [Step])]

    init(_ table: Table, asOf: CalendarDate) {
        (self.table, self.asOf) = (table, asOf)
        fields = table.fields.values.enumerated().compactMap { place, field in
            guard case .enumeration(let enumeration) = field.type, !field.reachedOn.isEmpty else { return nil }
            let steps = field.reachedOn.compactMap { id, date -> Step? in
                guard let rank = enumeration.rank(of: id), let field = table.fields.index(forKey: date) else { return nil }
                let member = enumeration.members[rank]
                return Step(rank: rank, title: member.title ?? Localized(same: member.id), date: field)
            }
            return (place, steps.sorted { $0.rank < $1.rank })
        }
    }

    /// Whether the table has no steps with dates.
    var isEmpty: Bool { fields.isEmpty }

    /// - Parameters:
    ///   - cell: Gives a record's cell of a field.
    ///   - source: Gives the row from which it comes.
    func problems(cell: (Int) -> Cell, source: (Int) -> (batch: RecordBatch, row: Int)) -> [DataProblem] {
        fields.flatMap { field, steps -> [DataProblem] in
            guard let reached = cell(field).rank else { return [] }
            let dated = steps.compactMap { step in
                step.rank <= reached ? cell(step.date).day.map { Dated(step: step, day: $0) } : nil
            }
            return dated.enumerated().compactMap { place, one in
                let (batch, row) = source(one.step.date)
                if one.day > asOf { return problem(one.step, batch, row, inFuture: one.day) }
                return dated[(place + 1)...].first { $0.day < one.day }.map { problem(one.step, batch, row, one.day, after: $0) }
            }
        }
    }
}

private extension StepDateCheck {
    private func problem(_ step: Step, _ batch: RecordBatch, _ row: Int, inFuture day: CalendarDate) -> DataProblem {
        problem("date-in-future", step, batch, row, Localized(
            zh: "“\(step.title.zh)”已达到，日期却晚于核查日 \(asOf)；请核对日期，或者进度尚未达到",
            en: "'\(step.title.en)' was reached, but its date is after \(asOf), the day of the check: correct the date, or the step is not reached yet"))
    }

    private func problem(_ step: Step, _ batch: RecordBatch, _ row: Int, _ day: CalendarDate, after later: Dated) -> DataProblem {
        let field = table.fields.values[later.step.date]
        // The cell of another field is told only where that one may be.
        let told = field.hidesText ? Localized(same: "") : Localized(zh: "（\(field.name) = \(later.day)）", en: " (\(field.name) = \(later.day))")
        return problem("dates-out-of-order", step, batch, row, Localized(
            zh: "“\(step.title.zh)”的日期晚于其后的“\(later.step.title.zh)”\(told.zh)；两个日期至少有一个不对",
            en: "the date of '\(step.title.en)' is after that of the later '\(later.step.title.en)'\(told.en): one of them is wrong"))
    }

    private func problem(_ code: DiagnosticCode, _ step: Step, _ batch: RecordBatch, _ row: Int, _ message: Localized) -> DataProblem {
        let field = table.fields.values[step.date]
        return DataProblem(
            code: code, table: table.name, file: batch.file, address: batch.address(ofRow: row),
            column: batch.columns[step.date]?.header(ofRow: row) ?? field.name,
            text: field.hidesText ? nil : batch.text(field: step.date, row: row), message: message)
    }
}

private extension Cell {
    /// The rank of an enumeration's value; nil where the cell has none.
    var rank: Int? {
        guard case .measured(.object(let object)) = self else { return nil }
        return (object as? EnumerationValue)?.ranks.lowerBound
    }

    var day: CalendarDate? { if case .measured(let value) = self { value.date } else { nil } }
}
