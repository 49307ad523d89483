import Diagnostics
import OrderedCollections

/// The mistakes in templates: each is one in every rule that the template makes, so it is held against their cases in turn, until one
/// of them notices it.
struct TemplateMutants {
    private let plan: AuditPlan
    private let trials: [MutantTrial]

    /// - Parameter trials: Those of the plan's rules.
    init(_ plan: AuditPlan, trials: [MutantTrial]) { (self.plan, self.trials) = (plan, trials) }

    /// One result for each template that a rule uses.
    ///
    /// - Complexity: The templates are shared out among the cores.
    var results: [MutationTest.Result] {
        var users: OrderedDictionary<Location, [Int]> = [:]
        for (index, rule) in plan.rules.enumerated() {
            if let template = rule.rule.template?.template { users[template.location, default: []].append(index) }
        }
        let all = Array(users.values)
        return all.indices.concurrentMap { result(of: all[$0]) }.compactMap(\.self)
    }
}

private extension TemplateMutants {
    /// What became of a mistake so far.
    struct Found {
        let kind: MutationKind
        let mistake: Mistake
        var fate: MutantTally.Fate
    }

    /// - Parameter users: The rules that one template makes.
    func result(of users: [Int]) -> MutationTest.Result? {
        guard let first = users.first, let template = plan.rules[first].rule.template?.template else { return nil }
        // The cases of one rule notice nearly all of them; what is left is held against the others', several rules at a time.
        var found = self.found(byRule: first, beside: [:])
        for wave in stride(from: 1, to: users.count, by: Self.wave) {
            let (known, users) = (found, users[wave..<min(wave + Self.wave, users.count)])
            for more in users.indices.concurrentMap({ self.found(byRule: users[$0], beside: known) }) {
                found.merge(more) { $0.fate == .survived ? $1 : $0 }
            }
        }
        var tally = MutantTally(
            .template, template.id, title: template.title ?? Localized(same: template.id))
        for one in found.values { tally.add(one.kind, one.mistake) { one.fate } }
        return tally.result(of: users.map { trials[$0] })
    }

    /// How many rules are asked at a time.
    static var wave: Int { 8 }

    /// What the cases of one rule make of the mistakes in its template that no case has noticed yet.
    func found(byRule user: Int, beside known: OrderedDictionary<String, Found>) -> OrderedDictionary<String, Found> {
        guard let rule = MutableRule(plan.rules[user], vocabulary: plan.vocabulary), let compiler = MutantCompiler(rule: rule, in: plan) else { return [:] }
        var found: OrderedDictionary<String, Found> = [:]
        var trial = trials[user]
        for (kind, change) in rule.changes where rule.isOfTemplate(change.mistake) {
            let key = change.mistake.key
            let smaller = change.mistake.smallerKey.flatMap { known[$0] ?? found[$0] }
            guard found[key] == nil, known[key].map({ $0.fate == .survived }) ?? true, smaller?.fate != .killed else { continue }
            let isChange = change.mistake.before != change.mistake.after
            found[key] = Found(kind: kind, mistake: change.mistake, fate: isChange ? compiler.fate(of: change, under: &trial) : .dropped)
        }
        return found
    }
}
