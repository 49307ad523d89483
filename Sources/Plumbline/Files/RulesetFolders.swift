import Diagnostics

/// The folders with rulesets in them that lie somewhere below a folder which is none itself.
struct RulesetFolders {
    /// The folders whose files make a ruleset each, in the order of their paths.
    private(set) var rulesets: [String] = []
    /// The folders with files that belong to a ruleset, such as a register, where the ruleset itself is not there.
    private(set) var incomplete: [String] = []

    /// Nil for a folder that has a file of a ruleset itself, and for one without any below.
    init?(below folder: Folder) throws(Diagnostic) {
        var keys: [String: Set<String>] = [:]
        var order: [String] = []
        for case .file(let path) in try folder.entriesBelow() where Self.isRuleFile(path) {
            guard let key = FirstKey.of(path) else { continue }
            let place = Self.folder(of: path)
            if keys[place] == nil { order.append(place) }
            keys[place, default: []].insert(key)
        }
        let own = Self.folder(of: FilePath.joined(folder.path, "x"))
        for place in order {
            let here = keys[place] ?? []
            if here.contains("ruleset") {
                guard place != own else { return nil }
                rulesets.append(place)
            } else if !here.isDisjoint(with: ["register", "profile"]) {
                incomplete.append(place)
            }
        }
        if rulesets.isEmpty { return nil }
    }

    /// Whether a file is one of YAML, as rules are.
    static func isRuleFile(_ path: String) -> Bool { ["yaml", "yml"].contains(FilePath.fileExtension(of: path)) }

    private static func folder(of path: String) -> String {
        let folder = FilePath.folder(of: path)
        return folder.isEmpty ? "." : folder
    }
}
