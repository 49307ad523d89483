import Foundation

/// The rulesets under `Rules` and `Examples`.
enum ShippedRulesets {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized

    /// The folders of those that are small enough for a test, as paths from the project's own.
    static let folders = all.filter { !$0.hasPrefix("Rules/plans/") }

    /// Those of the plans, whose hundreds of rules `Scripts/plans` holds to the same with a release build.
    static let plans = all.filter { $0.hasPrefix("Rules/plans/") }

    /// Each has a `ruleset.yaml`.
    private static let all: [String] = ["Rules", "Examples"].flatMap { top in
        (FileManager.default.enumerator(atPath: root.appending(path: top).path)?.compactMap { $0 as? String } ?? [])
            .filter { $0.hasSuffix("/ruleset.yaml") }
            .map { "\(top)/\($0.dropLast("/ruleset.yaml".count))" }
    }.sorted()
}
