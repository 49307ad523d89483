import CEL
import Diagnostics

/// The elements of a list of which a condition does not hold that has to hold of all.
extension RecordJudge {
    /// - Returns: nil where the rule asks nothing of all of a list, where that is not why the record fails, and where the
    ///   elements would tell anything sensitive.
    func lacking(_ record: RecordView, _ verdict: Verdict, upTo limit: Int) -> GroupEvidence.Names? {
        guard verdict.reason == .conditionFalse, let marked = rule.telling.marked, marked.asksOfAll,
              !withholdsSensitive || ![marked.records, marked.marks].contains(where: record.looksAtSensitive),
              case .list(let elements) = record.value(of: marked.records), case .list(let marks) = record.value(of: marked.marks),
              elements.count == marks.count
        else { return nil }
        let names = zip(elements, marks).filter { marked.mark($1) == .bool(false) }.map { Self.name(of: $0.0) }
        guard !names.isEmpty else { return nil }
        return GroupEvidence.Names(
            title: Localized(zh: "不满足", en: "does not hold of"), names: Array(names.prefix(limit)), leftOut: max(0, names.count - limit))
    }

    /// The elements by which a member of a group fails.
    func names(_ record: RecordView, _ verdict: Verdict) -> [GroupEvidence.Names] {
        guard verdict.reason.outcome == .fail, rule.arms == nil else { return [] }
        if let lacking = lacking(record, verdict, upTo: GroupEvidence.lackingLimit) { return [lacking] }
        return isWithheld(record) ? [] : setNames(record, upTo: GroupEvidence.lackingLimit)
    }

    /// What the target tells by name, where it has anything to tell.
    func setNames(_ record: RecordView, upTo limit: Int) -> [GroupEvidence.Names] {
        rule.telling.names.compactMap { names in
            // Each is one record's own value, however many there are.
            if withholdsSensitive, record.looksAtSensitive(names.values) { return nil }
            guard case .list(let values) = record.value(of: names.values), !values.isEmpty else { return nil }
            return GroupEvidence.Names(
                title: names.title, names: values.prefix(limit).map(\.released.text), leftOut: max(0, values.count - limit))
        }
    }

    /// The same for a finding on the record, which tells records of a list as members.
    func lackingValues(_ record: RecordView, _ verdict: Verdict) -> [GroupEvidence.Names] {
        guard let marked = rule.telling.marked, case .list(let elements) = record.value(of: marked.records),
              !elements.contains(where: { $0.undoubted.record != nil })
        else { return [] }
        return [lacking(record, verdict, upTo: GroupEvidence.memberLimit)].compactMap(\.self)
    }

    private static func name(of element: Value) -> String {
        guard let record = element.undoubted.record as? RecordObject, let table = record.table else { return element.text }
        return table.reference(to: record.record).name
    }
}
