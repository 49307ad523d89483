import CEL
import OrderedCollections
import Synchronization
import YAML

/// What the expressions of a rule came to, for its mutants: most expressions of a mutant are the rule's own.
///
/// It is for the rules of one ruleset over one vocabulary, as one planner compiles them. Faults are not kept.
final class ExpressionMemory: Sendable {
    private let parts = Mutex<[Part]>([])

    /// The part for the expressions of a rule.
    ///
    /// - Parameter setting: The rule's own, by which its expressions are checked.
    func part(for rule: Rule, over table: Table, setting: RuleSetting) -> Part {
        let asker = Asker(
            table: table.name, missing: setting.missing, baseline: setting.baseline, arguments: rule.template?.arguments.mapValues(\.value) ?? [:])
        return parts.withLock { parts in
            if let known = parts.first(where: { $0.asker.asks(as: asker) }) { return known }
            let made = Part(asker)
            parts.append(made)
            return made
        }
    }

    /// All by which the same text can be another expression within one ruleset.
    fileprivate struct Asker: Sendable {
        let table: String
        let missing: MissingPolicy
        let baseline: CalendarPeriod?
        /// What was filled in for a template.
        let arguments: OrderedDictionary<String, YAMLNode>

        func asks(as other: Asker) -> Bool {
            table == other.table && missing == other.missing && baseline == other.baseline && arguments.count == other.arguments.count
                && arguments.allSatisfy { name, value in other.arguments[name].map(value.says) ?? false }
        }
    }

    /// The expressions that are checked alike.
    final class Part: Sendable {
        private struct Known {
            var checked: [String: CheckedExpression] = [:]
            var programs: [Expression: FieldProgram] = [:]
            var counts: [Expression: CoveragePlan.CountProgram] = [:]
        }

        /// How many expressions are kept; a rule has a few, and each mutant one of its own that nobody asks for again.
        private static let limit = 40

        fileprivate let asker: Asker
        private let known = Mutex(Known())

        fileprivate init(_ asker: Asker) { self.asker = asker }

        func checked(_ text: String) -> CheckedExpression? { known.withLock { $0.checked[text] } }

        func note(_ checked: CheckedExpression, of text: String) {
            known.withLock { if $0.checked.count < Self.limit { $0.checked[text] = checked } }
        }

        func program(_ tree: Expression) -> FieldProgram? { known.withLock { $0.programs[tree] } }

        func note(_ program: FieldProgram, of tree: Expression) {
            known.withLock { if $0.programs.count < Self.limit { $0.programs[tree] = program } }
        }

        /// What an expression over the counts of a group came to.
        func count(_ tree: Expression) -> CoveragePlan.CountProgram? { known.withLock { $0.counts[tree] } }

        func note(_ count: CoveragePlan.CountProgram, of tree: Expression) {
            known.withLock { if $0.counts.count < Self.limit { $0.counts[tree] = count } }
        }
    }
}
