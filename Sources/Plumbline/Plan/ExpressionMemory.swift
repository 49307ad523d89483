import CEL
import Diagnostics
import OrderedCollections
import Synchronization
import YAML

/// What the expressions of a rule came to, for its mutants: most expressions of a mutant are the rule's own.
///
/// It is for the rules of one ruleset over one vocabulary, as one planner compiles them. Faults are not kept.
final class ExpressionMemory: Sendable {
    /// How many parts there are at most; a rule has one or two, and each mutant of what is filled in for its template one of its own.
    private static let mostParts = 12

    private let parts = Mutex<[Part]>([])

    /// The part for the expressions of a rule; nil where too much is kept already.
    ///
    /// - Parameter setting: The rule's own, by which its expressions are checked.
    func part(for rule: Rule, over table: Table, setting: RuleSetting) -> Part? {
        let asker = Asker(
            table: table.name, missing: setting.missing, baseline: setting.baseline, template: rule.template?.template.location,
            arguments: rule.template?.arguments.mapValues(\.value) ?? [:])
        return parts.withLock { parts in
            if let known = parts.first(where: { $0.asker.asks(as: asker) }) { return known }
            guard parts.count < Self.mostParts else { return nil }
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
        /// The template that the rule is made of, which says of what types its parameters are.
        let template: Location?
        /// What was filled in for them.
        let arguments: OrderedDictionary<String, YAMLNode>

        func asks(as other: Asker) -> Bool {
            table == other.table && missing == other.missing && baseline == other.baseline && template == other.template
                && arguments.count == other.arguments.count
                && arguments.allSatisfy { name, value in other.arguments[name].map(value.says) ?? false }
        }
    }

    /// The expressions that are checked alike.
    final class Part: Sendable {
        private struct Known {
            /// By the bytes of their texts: two ways to write é are two texts.
            var checked: [[UInt8]: CheckedExpression] = [:]
            var measures: [[UInt8]: Measure] = [:]
            var programs: [Expression: FieldProgram] = [:]
            var counts: [Expression: CoveragePlan.CountProgram] = [:]
        }

        /// How many expressions are kept; a rule has a few, and each mutant one of its own that nobody asks for again.
        private static let limit = 40

        fileprivate let asker: Asker
        private let known = Mutex(Known())

        fileprivate init(_ asker: Asker) { self.asker = asker }

        func checked(_ text: String) -> CheckedExpression? { known.withLock { $0.checked[Array(text.utf8)] } }

        func note(_ checked: CheckedExpression, of text: String) {
            known.withLock { if $0.checked.count < Self.limit { $0.checked[Array(text.utf8)] = checked } }
        }

        /// What a whole expression measures.
        func measure(_ text: String) -> Measure? { known.withLock { $0.measures[Array(text.utf8)] } }

        func note(_ measure: Measure, of text: String) {
            known.withLock { if $0.measures.count < Self.limit { $0.measures[Array(text.utf8)] = measure } }
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
