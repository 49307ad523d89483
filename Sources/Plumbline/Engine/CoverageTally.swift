import Quantities

/// How the records of a group were accounted for.
struct CoverageTally {
    /// Records of which it is open whether they are among those counted.
    struct Perhaps: Hashable {
        var passed = 0
        var failed = 0
        var open = 0

        var isEmpty: Bool { passed + failed + open == 0 }

        mutating func add(_ reason: Reason) {
            switch reason.outcome {
            case .pass: passed += 1
            case .fail, .error: failed += 1
            case .notApplicable: break
            default: open += 1
            }
        }
    }

    private(set) var passed = 0
    private(set) var failed = 0
    /// In scope, and not measured.
    private(set) var undecided = 0
    /// Of whom it is open whether they are in scope, by what they would come to there.
    private(set) var perhaps = Perhaps()
    /// How many of them there are, those among them to whom the rule would not apply in scope.
    private(set) var scopeUnknown = 0
    private var errors = 0
    /// The first error on a record.
    private(set) var error: Verdict?
    /// The first reason, in their order, for which a record was not measured.
    private(set) var cause: Reason?
    /// How many of them are, or may be, in scope.
    var count: Int { passed + failed + undecided + scopeUnknown }
    private var ledger = Ledger()
    private var short: [GroupJudge.Member] = []
    private var open: [GroupJudge.Member] = []

    /// - Parameter rule: The rule by which one whose scope is unknown is judged as if it were in scope.
    mutating func add(_ member: GroupJudge.Member, by rule: RulePlan) {
        let reason = member.verdict.reason
        ledger.add(reason)
        switch reason.outcome {
        case .pass: passed += 1
        case .fail:
            failed += 1
            short.append(member)
        case .error:
            errors += 1
            if error == nil { error = member.verdict }
        case .notApplicable: break
        default:
            if member.verdict.isOfScope {
                scopeUnknown += 1
                perhaps.add(Verdict(inScopeOf: rule, member.view, isMember: true).reason)
            } else {
                undecided += 1
            }
            cause = cause.map { min($0, reason) } ?? reason
            open.append(member)
        }
    }

    /// What the group's own could come to.
    var span: CoverageSpan { CoverageSpan(passed: passed, failed: failed, open: undecided, perhaps: perhaps) }

    /// The same with those of whom it is open whether they belong to the group.
    func withStrays(_ strays: CoverageTally) -> CoverageSpan {
        CoverageSpan(
            passed: passed, failed: failed, open: undecided,
            perhaps: Perhaps(
                passed: perhaps.passed + strays.passed + strays.perhaps.passed,
                failed: perhaps.failed + strays.failed + strays.errors + strays.perhaps.failed,
                open: perhaps.open + strays.undecided + strays.perhaps.open))
    }

    /// Those that fall short by name, worst first, then those that could not be decided.
    func evidence(_ judge: RecordJudge) -> GroupEvidence {
        let judged = short.map { (member: $0, gap: judge.shortfall(judge.measurement($0.view, $0.verdict.reason))) }
        let worst = judged.enumerated().sorted { ($1.element.gap, $0.offset) < ($0.element.gap, $1.offset) }.map(\.element.member)
        let members = worst + open
        return GroupEvidence(
            ledger: ledger,
            members: members.prefix(GroupEvidence.memberLimit).map { member in
                var told = GroupEvidence.Member(
                    record: member.view.reference, reason: member.verdict.reason,
                    measurement: judge.measurement(member.view, member.verdict.reason), arms: judge.arms(member.view, member.verdict))
                told.doubtful = judge.doubtfulCells(member.view, member.verdict)
                told.names = judge.names(member.view, member.verdict)
                return told.naming(judge.evidence(member.view, member.verdict))
            },
            membersLeftOut: max(0, members.count - GroupEvidence.memberLimit), passed: passed, failed: failed,
            undecided: undecided + scopeUnknown, missing: judge.rule.missing)
    }
}
