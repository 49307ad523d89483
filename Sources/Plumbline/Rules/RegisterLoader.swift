import Diagnostics
import OrderedCollections
import YAML

/// Reads the registers of one ruleset; several files of one ruleset add up.
struct RegisterLoader {
    /// All clauses of all files; nil where no file was a register.
    private(set) var register: Register?
    /// The name that each file gives.
    private var names: [(text: String, location: Location)] = []

    static let what = Localized(zh: "条款登记表", en: "a register")

    /// Reads a file whose first key is `register`.
    mutating func read(_ node: YAMLNode, _ diagnostics: inout Diagnostics) {
        guard var reader = MappingReader(node, as: Self.what, &diagnostics) else { return }
        let nameNode = reader.required("register", &diagnostics)
        let clauses = reader.required("clauses", &diagnostics)
        reader.finish(&diagnostics)
        guard let nameNode, let name = nameNode.string(&diagnostics) else { return }
        names.append((name, nameNode.location))
        var register = register ?? Register(name: name, clauses: [:], location: nameNode.location)
        for item in clauses?.items(&diagnostics) ?? [] {
            guard let clause = ClauseLoader.read(item, &diagnostics) else { continue }
            if let first = register.clauses[clause.id] {
                diagnostics.append(.duplicateClause(clause.id, first: first.location, at: clause.location))
            } else {
                register.clauses[clause.id] = clause
            }
        }
        self.register = register
    }

    /// A register belongs to the ruleset in whose folder it stands, and says so by its name.
    func checkNames(against ruleset: Ruleset, _ diagnostics: inout Diagnostics) {
        for name in names where name.text != ruleset.name {
            diagnostics.append(.otherRegister(name.text, expected: ruleset.name, at: name.location))
        }
    }
}
