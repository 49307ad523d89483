import OrderedCollections

/// How much of a plan's text its rules encode: every clause of the register is encoded, uncheckable or forgotten, and
/// those that only restate another are counted with that one.
public struct RegisterCoverage: Sendable {
    /// A clause with the ids of the rules that encode it, in the order of the files.
    public struct Entry: Sendable {
        /// What the plan's text asks for.
        public var clause: Clause
        /// The ids of those that encode it.
        public var rules: [String]
    }

    /// Clauses that a rule names, or that name a rule that exists.
    public private(set) var encoded: [Entry] = []
    /// Clauses of which the register says why no data can decide them.
    public private(set) var uncheckable: [Clause] = []
    /// All the others.
    public private(set) var forgotten: [Clause] = []
    /// Clauses that say again what another says.
    public private(set) var restated: [Clause] = []

    private let originals: [String: String]

    /// The id of the clause with which another is counted: its own, unless it restates one.
    public func original(of id: String) -> String { originals[id] ?? id }

    /// How many clauses there are, without those that are restated.
    public var count: Int { encoded.count + uncheckable.count + forgotten.count }

    /// - Complexity: O(*c* + *r*) in the clauses and the names in rules and clauses.
    public init(of register: Register, by rules: [Rule]) {
        originals = register.originals
        let named = Self.rules(of: register, rules, originals)
        for clause in register.clauses.values {
            if originals[clause.id] != nil {
                restated.append(clause)
            } else if let rules = named[clause.id] {
                encoded.append(Entry(clause: clause, rules: Array(rules)))
            } else if clause.uncheckable != nil {
                uncheckable.append(clause)
            } else {
                forgotten.append(clause)
            }
        }
    }

    /// The rules of each clause, those included that encode it under a clause that restates it.
    private static func rules(
        of register: Register, _ rules: [Rule], _ originals: [String: String]
    ) -> [String: OrderedSet<String>] {
        let known = Set(rules.map(\.id))
        var named: [String: OrderedSet<String>] = [:]
        for rule in rules {
            for clause in rule.source?.clauses ?? [] {
                named[originals[clause] ?? clause, default: []].append(rule.id)
            }
        }
        for clause in register.clauses.values {
            for rule in clause.rules where known.contains(rule.id) {
                named[originals[clause.id] ?? clause.id, default: []].append(rule.id)
            }
        }
        return named
    }
}
