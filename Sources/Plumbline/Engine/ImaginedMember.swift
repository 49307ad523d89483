import CEL

/// A record that did not come, and of which no more is known than what one of its references leads to.
///
/// What an expression makes of it holds for every record that leads there, whatever else it may say.
struct ImaginedMember {
    /// The names by which the record leads to what is known, such as `staff`, `institution`.
    private let path: [Substring]
    private let end: Value
    private let circumstances: Circumstances

    /// - Parameter text: The expression that leads from the record to what is known.
    /// - Returns: nil where it is no path of names.
    init?(_ text: String, leadingTo end: Value, _ circumstances: Circumstances) {
        path = text.split(separator: ".", omittingEmptySubsequences: false)
        let isPath = path.allSatisfy { name in
            name.first.map { !$0.isNumber } ?? false && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
        }
        guard isPath else { return nil }
        (self.end, self.circumstances) = (end, circumstances)
    }

    /// One that leads to a record through a field of its own.
    init?(leadingTo record: Int, of table: HeldTable, through field: String, in dataset: Dataset, _ circumstances: Circumstances) {
        let end = RecordObject(dataset, table, record, in: circumstances.moment)
        self.init(field, leadingTo: .object(end), circumstances)
    }

    /// Whether it is not known to be out of a scope.
    func mayBe(in scope: FieldProgram?) -> Bool {
        guard let scope, case .bool(false) = value(of: scope) else { return true }
        return false
    }

    func value(of program: FieldProgram) -> Value {
        program.program.evaluate { place in
            program.program.variables[place] == path[0] ? Owner.value(path.dropFirst(), end) : value(program.slots[place])
        }
    }

    private func value(_ slot: FieldProgram.Slot) -> Value? {
        switch slot {
        case .asOf: .object(DateValue(circumstances.asOf))
        case .period: circumstances.period.map { .object(PeriodValue($0)) } ?? .noAnswer(.noSuchPeriod)
        case .due: circumstances.due.map { .object(DateValue($0)) } ?? .noAnswer(.missing)
        default: .noAnswer(.noRecord)
        }
    }
}

private extension ImaginedMember {
    /// A record on the way.
    struct Owner: ObjectValue {
        let path: ArraySlice<Substring>
        let end: Value

        static func value(_ path: ArraySlice<Substring>, _ end: Value) -> Value {
            path.isEmpty ? end : .object(Owner(path: path, end: end))
        }

        var type: CEL.`Type` { .record("") }

        func select(_ field: String) -> Value? {
            path.first.map { $0 == field } ?? false ? Self.value(path.dropFirst(), end) : .noAnswer(.noRecord)
        }

        func equals(_ other: Value) -> Bool { false }

        func order(against other: Value) -> Ordering? { nil }

        func hash(into hasher: inout Hasher) { hasher.combine(path) }

        var description: String { "" }
    }
}
