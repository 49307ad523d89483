import CEL
import OrderedCollections
import Quantities

/// Says where a table's held records contradict what it says of all of them: by its checks, and by what its indicators
/// are defined as.
struct RecordChecks {
    private let dataset: Dataset
    private let table: HeldTable
    private let checks: [CheckPlan]
    /// The places of the indicators that are defined by others, with what defines them, in the table's order.
    private let indicators: [(field: Int, program: FieldProgram)]

    /// The places of the fields that are observed in a long table and may have cells of the record's own, too.
    private let observed: [Int]
    private let stepDates: StepDateCheck

    init(_ table: HeldTable, of dataset: Dataset) {
        self.dataset = dataset
        self.table = table
        checks = dataset.plan.checks[table.table.name] ?? []
        indicators = table.definitions.sorted { $0.key < $1.key }
            .filter { table.table.fields.values[$0.key].indicator != nil }.map { ($0.key, $0.value) }
        stepDates = StepDateCheck(table.table, asOf: dataset.asOf)
        let isObserved = !dataset.observations.isEmpty && table.table.period != nil
        observed = isObserved ? table.table.fields.values.indices.filter { table.table.fields.values[$0].observation != nil } : []
    }

    /// Whether nothing is said of the table's records.
    var isEmpty: Bool { checks.isEmpty && indicators.isEmpty && observed.isEmpty && stepDates.isEmpty }

    func problems(of record: Int) -> [DataProblem] {
        let view = RecordView(.held(dataset, table, record), Circumstances(asOf: dataset.asOf))
        return checks.compactMap { $0.problem(on: view, at: table.address(of: record)) }
            + indicators.compactMap { difference($0.field, $0.program, on: record) }
            + indicators.flatMap { observedDifferences($0.field, $0.program, on: record) }
            + observed.compactMap { contradiction($0, on: record) }
            + (table.isUnsent(record) ? [] : stepDates.problems { table.cell($0, of: record) } source: { table.source($0, of: record) })
    }
}

private extension RecordChecks {
    /// An indicator that a record gives otherwise than it comes out.
    func difference(_ place: Int, _ program: FieldProgram, on record: Int) -> DataProblem? {
        guard case .measured(let value) = table.cell(place, of: record), let given = value.number,
              let made = dataset.value(
                  madeBy: program, field: place, record, of: table, ranges: .none, in: .now
              ).number
        else { return nil }
        return problem(place, given, made, table.source(place, of: record), cell: place, isWithheld: tells(place, program, on: record, in: .now))
    }

    /// A record's own cell of what a long table says otherwise.
    func contradiction(_ place: Int, on record: Int) -> DataProblem? {
        guard case .measured(let value) = table.cell(place, of: record), let given = value.number,
              case .one(let observed) = dataset.observation(of: place, record, of: table, in: table.moment(of: record, seenIn: .now)),
              case .measured(let other) = observed.cell, let other = other.number
        else { return nil }
        // What comes out by definition is held against both.
        if let program = table.definitions[place],
           dataset.value(madeBy: program, field: place, record, of: table, ranges: .none, in: .now).isKnown {
            return nil
        }
        let field = table.table.fields.values[place]
        let (batch, row) = table.source(place, of: record)
        let text = batch.text(field: place, row: row)
        guard !WrittenNumber(given, text: text ?? "", unit: field.writtenUnit).stands(for: other) else { return nil }
        return .observedOtherwise(
            field, table: table.table.name, at: batch.address(ofRow: row), column: batch.columns[place]?.header(ofRow: row), text: text,
            figures: field.isSensitive ? nil : (given, other))
    }

    /// Where an indicator was observed otherwise than it comes out.
    func observedDifferences(_ place: Int, _ program: FieldProgram, on record: Int) -> [DataProblem] {
        guard table.table.fields.values[place].observation != nil, !dataset.observations.isEmpty,
              let observed = dataset.observedRecord(of: place, record, of: table)
        else { return [] }
        let moments = table.table.period != nil
            ? [table.moment(of: record, seenIn: .now)]
            : dataset.observations.periods(of: [dataset.series(place, of: table)], record: observed).sorted().map { Moment($0) }
        return moments.compactMap { moment in
            guard let cell = dataset.observedCell(of: place, record, of: table, in: moment),
                  case .one(let observed) = dataset.observation(of: place, record, of: table, in: moment),
                  case .measured(let value) = observed.cell, let given = value.number,
                  let made = dataset.value(madeBy: program, field: place, record, of: table, ranges: .none, in: moment).number
            else { return nil }
            return problem(
                place, given, made, cell.table.source(cell.field, of: cell.record), cell: cell.field,
                isWithheld: tells(place, program, on: record, in: moment))
        }
    }

    /// Whether an indicator, or what it is made of, is sensitive.
    func tells(_ place: Int, _ program: FieldProgram, on record: Int, in moment: Moment) -> Bool {
        if table.table.fields.values[place].isSensitive { return true }
        let circumstances = Circumstances(asOf: dataset.asOf, period: moment.period)
        return RecordView(.held(dataset, table, record), circumstances).tellsSensitive(program)
    }

    /// The problem that a supplied figure is where it does not stand for the one that was made.
    func problem(
        _ place: Int, _ given: Number, _ made: Number, _ source: (batch: RecordBatch, row: Int), cell: Int, isWithheld: Bool
    ) -> DataProblem? {
        let field = table.table.fields.values[place]
        let (batch, row) = source
        let text = batch.text(field: cell, row: row)
        guard !WrittenNumber(given, text: text ?? "", unit: field.writtenUnit).stands(for: made) else { return nil }
        return .indicatorDiffers(
            field, table: batch.table.name, at: batch.address(ofRow: row), column: batch.columns[cell]?.header(ofRow: row),
            text: text, figures: isWithheld ? nil : (given, made))
    }
}

extension CheckPlan {
    /// The problem that a record is where it fails the check; one of which it cannot be told does not.
    func problem(on record: RecordView, at address: RecordAddress) -> DataProblem? {
        guard case .bool(false) = record.value(of: condition) else { return nil }
        return .failedCheck(
            check, table: record.table.name, at: address,
            cells: record.tellsSensitive(condition) ? [] : record.evidence(of: condition))
    }
}

private extension Field {
    /// What a bare number in the field's cells counts; nil where that is nothing or one.
    var writtenUnit: Unit? { type == .percent && bare != .fraction ? .percent : unit }
}
