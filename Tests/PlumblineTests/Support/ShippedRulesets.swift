import Foundation

/// The rulesets under `Rules` and `Examples`.
enum ShippedRulesets {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized

    /// Their folders, as paths from the project's own: each has a `ruleset.yaml`.
    static let folders: [String] = ["Rules", "Examples"].flatMap { top in
        (FileManager.default.enumerator(atPath: root.appending(path: top).path)?.compactMap { $0 as? String } ?? [])
            .filter { $0.hasSuffix("/ruleset.yaml") }
            .map { "\(top)/\($0.dropLast("/ruleset.yaml".count))" }
    }.sorted()
}
