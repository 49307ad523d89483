import Foundation

/// The rulesets under `Rules` and `Examples`.
enum ShippedRulesets {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized

    /// The folders of those that are small enough for a test, as paths from the project's own: each has a `ruleset.yaml`.
    /// The plans' hundreds of rules are held to the same by `Scripts/plans`, with a release build.
    static let folders: [String] = ["Rules", "Examples"].flatMap { top in
        (FileManager.default.enumerator(atPath: root.appending(path: top).path)?.compactMap { $0 as? String } ?? [])
            .filter { $0.hasSuffix("/ruleset.yaml") && !$0.hasPrefix("plans/") }
            .map { "\(top)/\($0.dropLast("/ruleset.yaml".count))" }
    }.sorted()
}
