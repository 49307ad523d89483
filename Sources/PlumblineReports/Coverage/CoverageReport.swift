import Diagnostics
public import Plumbline

/// How much of the plans' texts the rules encode, as `plumb coverage` shows it.
public struct CoverageReport: Sendable {
    /// A ruleset, its register, and what the one encodes of the other.
    struct Part {
        let ruleset: Ruleset
        let register: Register
        let coverage: RegisterCoverage
    }

    let parts: [Part]

    /// The names of the rulesets that have no register, of which nothing can be said.
    public let rulesetsWithoutRegister: [String]

    public init(_ rulesets: [Ruleset]) {
        parts = rulesets.compactMap { ruleset in
            ruleset.register.map { register in
                Part(ruleset: ruleset, register: register, coverage: RegisterCoverage(of: register, by: ruleset.rules))
            }
        }
        rulesetsWithoutRegister = rulesets.filter { $0.register == nil }.map(\.name)
    }

    /// How many clauses neither a rule encodes nor a reason excuses.
    public var forgottenCount: Int { parts.reduce(0) { $0 + $1.coverage.forgotten.count } }
}

extension CoverageReport.Part {
    /// A file of data as the ruleset's folder has it: a report holds no absolute path.
    func path(of data: RulesetData) -> String {
        let file = data.location.file
        guard let slash = file.lastIndex(of: "/"), data.path.hasPrefix(file[...slash]) else { return data.path }
        return String(data.path[file.index(after: slash)...])
    }
}
