import Diagnostics

/// The profile that a run asks for, and those that there are.
struct ProfileChoice {
    /// The name that was asked for; nil where a file was, or nothing.
    private let name: String?
    /// What the file has that was asked for.
    private let given: Profile?
    private var found: [Profile] = []
    private var isUsed = false
    /// Whether all profiles could be read, so that a name that is not there was never written.
    private var isWhole = true

    /// The names of all that there are, once each.
    var names: [String] { found.map(\.name).reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }

    /// No profile.
    init() { (name, given) = (nil, nil) }

    init(named name: String) { (self.name, given) = (name, nil) }

    init(_ profile: Profile?) { (name, given) = (nil, profile) }

    /// Whether what was asked for is a file, and not a name.
    static func isPath(_ text: String) -> Bool {
        text.contains("/") || ["yaml", "yml"].contains(FilePath.fileExtension(of: text))
    }

    /// Takes in the profiles of a folder; nil for each that could not be read.
    mutating func add(_ profiles: [Profile?], _ diagnostics: inout Diagnostics) {
        for profile in profiles {
            guard let profile else {
                isWhole = false
                continue
            }
            if let first = found.first(where: { $0.name == profile.name && $0.ruleset == profile.ruleset }) {
                diagnostics.append(.definedTwice(profile.name, first: first.location, at: profile.location))
            } else {
                found.append(profile)
            }
        }
    }

    /// The profile that was asked for, where it is one of a ruleset's.
    mutating func profile(of ruleset: String) -> Profile? {
        let chosen = given.flatMap { $0.ruleset == ruleset ? $0 : nil }
            ?? found.first { $0.name == name && $0.ruleset == ruleset }
        if chosen != nil { isUsed = true }
        return chosen
    }

    /// Reports a profile that there is not, or that is of none of the rulesets.
    func finish(_ rulesets: [Ruleset], _ diagnostics: inout Diagnostics) {
        guard !isUsed else { return }
        if let other = given ?? found.first(where: { $0.name == name }) {
            diagnostics.append(.profileOfOtherRuleset(other.ruleset, among: rulesets.map(\.name), at: other.rulesetLocation))
        } else if let name, isWhole {
            diagnostics.append(.unknownProfile(name, among: found.map(\.name)))
        }
    }
}
