import ArgumentParser
import Diagnostics
import Plumbline

/// The rulesets that a verb works on.
struct RulesetArguments: ParsableArguments {
    @Argument(help: Spoken.help(
        zh: "规则集：一个文件夹，或一个文件。", en: "A ruleset: a folder, or a single file.", value: "ruleset"),
              completion: .file())
    var rulesets: [String] = []

    @Option(help: Spoken.help(
        zh: "方案：规则集文件夹中方案的名称，或方案文件的路径。", en: "A profile: its name in the ruleset's folder, or the path of its file.",
        value: "profile"), completion: .file())
    var profile: String?

    /// Loads and compiles all rulesets.
    ///
    /// - Throws: All faults of the files and of the rules that could be read from them.
    func plan() throws(Diagnostics) -> AuditPlan {
        try lasting(AuditPlanner.plan(RuleBookLoader.load(rulesets, profile: profile)))
    }

    /// A plan that is there until the process ends, which it does as soon as its verb is done: whoever waits for a thousand rules
    /// need not wait until they are taken apart.
    private func lasting(_ plan: AuditPlan) -> AuditPlan {
        _ = Unmanaged.passRetained(Lasting(plan))
        return plan
    }

    /// The faults of the rulesets as they are, and as each profile that lies beside them makes them.
    ///
    /// - Returns: The plan, where there are no errors, with all faults.
    func linted() -> (plan: AuditPlan?, faults: Diagnostics) {
        var faults = Diagnostics()
        let plan = plan(profile: profile, &faults).map(lasting)
        guard let plan, profile == nil else { return (faults.hasErrors ? nil : plan, faults) }
        for name in plan.book.profileNames { _ = self.plan(profile: name, &faults) }
        return (faults.hasErrors ? nil : plan, faults)
    }

    private func plan(profile: String?, _ faults: inout Diagnostics) -> AuditPlan? {
        do throws(Diagnostics) {
            let plan = try AuditPlanner.plan(RuleBookLoader.load(rulesets, profile: profile))
            faults.append(plan.book.faults)
            // It is the same under each profile.
            if profile == self.profile { faults.append(PlanAdvice(plan).faults) }
            return plan
        } catch {
            faults.append(error)
            return nil
        }
    }

    /// The plan, for a verb that is of no use without it.
    ///
    /// - Throws: The faults, with the exit code for rules that do not load.
    func neededPlan() throws(CommandFailure) -> AuditPlan {
        do throws(Diagnostics) {
            return try plan()
        } catch {
            throw CommandFailure(.rulesDoNotLoad, error)
        }
    }

    /// - Throws: A usage fault where no ruleset is named.
    func validateCount() throws(CommandFailure) {
        if rulesets.isEmpty { throw CommandFailure(.usage, .noRulesets()) }
    }
}

private final class Lasting: Sendable {
    let plan: AuditPlan

    init(_ plan: AuditPlan) { self.plan = plan }
}
