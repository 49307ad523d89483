import Diagnostics
import Plumbline

/// The record that a user names on the command line: by key, label or address.
struct RecordChoice {
    let name: String

    /// Where the record stands.
    ///
    /// - Throws: A usage fault where no record or more than one has the name; a fault of the data.
    func match(in submission: Submission, plan: AuditPlan) throws(CommandFailure) -> RecordFinder.Match {
        switch try answer(in: submission, plan: plan) {
        case .one(let match): return match
        case .several(let matches): throw CommandFailure(.usage, .ambiguousRecord(name, among: matches.map(\.record)))
        case .unsent(let record): throw CommandFailure(.usage, .unsentRecord(record))
        case .unjudged(let record): throw CommandFailure(.usage, .recordOfOtherTable(record, plan: plan))
        case .none(let nearest): throw CommandFailure(.usage, .unknownRecord(name, nearest: nearest))
        }
    }

    private func answer(in submission: Submission, plan: AuditPlan) throws(CommandFailure) -> RecordFinder.Answer {
        do throws(Diagnostic) {
            return try RecordFinder(plan).find(name, in: submission)
        } catch {
            throw CommandFailure(.dataUnreadable, error)
        }
    }
}
