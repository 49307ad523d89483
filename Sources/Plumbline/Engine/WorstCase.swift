import CEL
import Quantities

/// What becomes of a verdict that cells leave open which nobody reported, where what was not reported is held against a
/// record.
enum WorstCase {
    /// Every such cell stands in the rule once, so that the ends of what the value could be are ends that it can have, and by
    /// one of them it fails, or so it is taken where that cannot be tried.
    case ends
    /// It fails in this view of the record, where each cell holds something that it could.
    ///
    /// - Parameter isSure: Whether no end of a range is missing beyond which it could be worse.
    case found(RecordView, isSure: Bool)
    /// It fails, and nobody knows by how much.
    case unknown
    /// Nothing that the cells could hold makes it fail.
    case none
    /// Nothing that the cells could hold makes it pass or fail, or only some of it makes it pass, for a reason beside them.
    case unanswered(Reason)

    init(of rule: RulePlan, on record: RecordView) {
        let judging = rule.judging
        let all = FieldReads(of: judging, record.definitions)
        let reads = FieldReads(of: rule.deciding, record.definitions)
        let isAsked = rule.isUnansweredBesides(record)
        let isDecidedByEnds = all.isDecidedByEnds && reads.isDecidedByEnds
        guard !all.repeated.isEmpty || isAsked || !isDecidedByEnds else {
            self = .ends
            return
        }
        let watched = Supposition(nil, path: [])
        _ = Verdict(judgedBy: rule, on: record.supposing(watched))
        let isRepeated = watched.blank.contains { all.repeated.contains(record.read($0)) }
        guard isAsked || isRepeated || !isDecidedByEnds else {
            self = .ends
            return
        }
        let canBeTried = !reads.asksWhatIsMeasured && judging.allSatisfy(\.asks.isEmpty) && rule.lateness == nil
        if canBeTried { self.init(tryingOut: rule, on: record, reads, isAsked: isAsked) } else { self = .unknown }
        if case .unknown = self, !isAsked, !isRepeated { self = .ends }
    }
}

private extension WorstCase {
    /// So many cases are tried.
    static var limit: Int { 256 }

    /// Tries what the cells could hold: all of it, or the ends of their ranges; where there are too many cells for that, the
    /// same end for all cells of a field.
    ///
    /// - Parameter isAsked: Whether something beside the cells keeps it from an answer.
    init(tryingOut rule: RulePlan, on record: RecordView, _ reads: FieldReads, isAsked: Bool) {
        let known = reads.counts.keys.filter { $0.table == record.table.name }.compactMap { record.value(.cell($0.field))?.number }
        let ways = [
            CellChoices(fineness: .whole(comparedWith: reads.compared.map { $0 + known })),
            CellChoices(fineness: .ends), CellChoices(fineness: .ends, isOfFields: true),
        ]
        for choices in ways {
            if let found = Self.tried(choices, rule, record, isAsked: isAsked) {
                self = found
                return
            }
        }
        self = .unknown
    }

    /// - Returns: nil where there are too many cases.
    static func tried(_ choices: CellChoices, _ rule: RulePlan, _ record: RecordView, isAsked: Bool) -> WorstCase? {
        var path: [Int]? = []
        var worst: (view: RecordView, gap: Number)?
        var (count, isSure, isProof, hasUnknown) = (0, true, true, false)
        var passes = false
        var unanswered: Set<Reason> = []
        while let next = path {
            let supposition = Supposition(choices, path: next)
            let view = record.supposing(supposition)
            let verdict = Verdict(judgedBy: rule, on: view)
            if verdict.reason.outcome == .fail {
                let gap = RecordJudge(rule: rule, withholdsSensitive: false).measurement(view, verdict.reason).gap?.magnitude ?? .zero
                if worst.map({ $0.gap < gap }) ?? true { worst = (view, gap) }
            } else if verdict.reason.outcome == .notMeasured {
                unanswered.insert(verdict.reason)
            } else {
                passes = true
            }
            count += 1
            var size = 1
            for cell in supposition.sizes where size <= limit { size *= cell }
            if size > limit || count > limit { return nil }
            isSure = isSure && !supposition.hasEndless && !supposition.hasUnknown
            hasUnknown = hasUnknown || supposition.hasUnknown
            isProof = isProof && supposition.triesEverything && !choices.isOfFields
            path = supposition.next
        }
        if let worst { return .found(worst.view, isSure: isSure) }
        let reason = unanswered.min()
        if let reason, !hasUnknown, isProof || isAsked && !passes, !unanswered.contains(where: \.isUnreported) { return .unanswered(reason) }
        return isProof && reason == nil ? WorstCase.none : .unknown
    }
}

private extension RulePlan {
    /// Whether there is no answer for a reason beside the cells that were not reported, which may be there whatever they hold.
    func isUnansweredBesides(_ record: RecordView) -> Bool {
        deciding.contains { program in
            guard case .unknown(let causes) = record.value(of: program) else { return false }
            return causes.causes.contains { Reason(rawValue: $0.code).map { !$0.isUnreported } ?? false }
        }
    }

    /// What decides of a record in the rule's scope, each part of it once.
    var judging: [FieldProgram] {
        if let arms { return arms.arms.flatMap { [$0.plan.scope].compactMap(\.self) + $0.plan.judging } }
        return [applies, observed ?? verdict, telling.limitValue].compactMap(\.self)
    }

    /// The conditions by which it does.
    var deciding: [FieldProgram] {
        arms?.arms.flatMap { [$0.plan.scope].compactMap(\.self) + $0.plan.deciding } ?? [applies, verdict].compactMap(\.self)
    }
}

private extension RecordView {
    var definitions: [String: [Int: FieldProgram]] { dataset?.plan.definitions ?? [:] }

    /// The field of a cell as expressions name it.
    func read(_ place: Supposition.Place) -> FieldReads.Place {
        let held = place.table.flatMap { dataset?.tables[$0] }
        return FieldReads.Place(table: held?.table.name ?? table.name, field: place.field)
    }
}
