import CEL
import Diagnostics
import OrderedCollections
import YAML

/// Reads a case that was made as its rule's file will be read: what does not load, or does not come out, is not proposed.
struct GeneratedCaseCheck {
    private let plan: AuditPlan
    private let place: Int
    private let example: RuleCase.Record

    /// - Parameters:
    ///   - place: Of the rule in the plan.
    ///   - example: What every case of the rule starts from.
    init(_ plan: AuditPlan, rule place: Int, example: RuleCase.Record) {
        (self.plan, self.place, self.example) = (plan, place, example)
    }

    /// What is wrong with the case as it would be written; nil where it loads and passes.
    func fault(of made: RuleCase) -> Localized? {
        var faults = Diagnostics()
        guard let written = read(made, &faults), faults.isEmpty, compiles(written, &faults) else {
            return faults.sorted.first?.message ?? Localized(zh: "写出后读不回来", en: "it cannot be read again once it is written")
        }
        return CaseRunner(plan).failures(of: written, rule: place).first?.message
    }
}

private extension GeneratedCaseCheck {
    func read(_ made: RuleCase, _ faults: inout Diagnostics) -> RuleCase? {
        let text = CaseText(example: example).lines(made, indent: 0).joined(separator: "\n") + "\n"
        let source = SourceText(name: plan.rules[place].rule.location.file, bytes: Array(text.utf8))
        do throws(Diagnostics) {
            guard let node = try YAMLReader.document(source).sequence?.first else { return nil }
            var budget = CaseBudget()
            return CaseLoader(example: example).read(node, &budget, &faults)
        } catch {
            faults.append(error)
            return nil
        }
    }

    /// Whether the rule takes the case.
    func compiles(_ written: RuleCase, _ faults: inout Diagnostics) -> Bool {
        var rule = plan.rules[place].rule
        rule.cases = [written]
        rule.otherReadings = []
        guard let ruleset = plan.book.rulesets.first(where: { $0.name == rule.ruleset }) else { return true }
        var planner = plan.planner(of: ruleset)
        let compiled = planner.plan(rule)
        faults.append(planner.diagnostics)
        return compiled != nil && !planner.diagnostics.hasErrors
    }
}
