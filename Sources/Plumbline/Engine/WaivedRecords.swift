import Diagnostics

/// The records that a profile lets a rule pass, on the day of the run.
struct WaivedRecords {
    /// By the name that the profile gives, as names are compared.
    private let waivers: [String: Waiver]
    /// The keys of the records that each name was found to fit.
    private var found: [String: Set<String>] = [:]

    init(_ rule: Rule, asOf day: CalendarDate) {
        let inForce = rule.waivers.filter { $0.isInForce(on: day) }
        waivers = Dictionary(inForce.map { (CellText.comparable($0.record), $0) }) { first, _ in first }
    }

    /// Nobody is let pass.
    init() { waivers = [:] }

    var isEmpty: Bool { waivers.isEmpty }

    /// Notes that a record, or a group of records, is there.
    mutating func note(_ record: RecordReference) {
        for name in record.comparableNames where waivers[name] != nil { found[name, default: []].insert(CellText.comparable(record.key)) }
    }

    /// Notes that a record is named by its rule, which nobody may have sent.
    mutating func noteNamed(_ name: String) {
        let name = CellText.comparable(name)
        if waivers[name] != nil, found[name] == nil { found[name] = [name] }
    }

    /// The waiver of a record that was noted; nil where there is none, or where its name fits several records.
    func waiver(of record: RecordReference) -> Waiver? {
        record.comparableNames.lazy.filter { (found[$0]?.count ?? 0) <= 1 }.compactMap { waivers[$0] }.first
    }

    /// A verdict as it is told of a record, with the waiver that changes it.
    ///
    /// - Parameter record: Asked for only where anybody is let pass.
    func told(_ reason: Reason, of record: @autoclosure () -> RecordReference) -> (reason: Reason, waiver: Waiver?) {
        guard !isEmpty, reason != .excepted, let waiver = waiver(of: record()) else { return (reason, nil) }
        return (.waived, waiver)
    }

    /// What is wrong with the waivers, once all records and groups were noted.
    func problems(rule: Rule) -> [DataProblem] {
        waivers.values.sorted { $0.location < $1.location }.compactMap { waiver in
            switch found[CellText.comparable(waiver.record)]?.count ?? 0 {
            case 0: .unknownWaiver(waiver.record, rule: rule.fullName, table: rule.table, file: waiver.location.file)
            case 1: nil
            default: .ambiguousWaiver(waiver.record, rule: rule.fullName, table: rule.table, file: waiver.location.file)
            }
        }
    }
}
