import Foundation
import Testing

/// What tests look at in a report as JSON.
struct CheckReport {
    /// The names of the files that were read, in order.
    let files: [String]
    /// The tables that they were read as.
    let tables: [String]
    /// The reasons of the files that were passed over, by their names.
    let skipped: [String: String]
    let outcomes: [String]
    /// `run.fault`; nil where it is `null`.
    let fault: [String: String]?

    init(_ json: String) throws {
        let report = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let run = try #require(report["run"] as? [String: Any])
        let files = try #require(run["files"] as? [[String: Any]])
        self.files = files.compactMap { $0["file"] as? String }
        tables = files.compactMap { $0["table"] as? String }
        let skipped = try #require(run["skipped"] as? [[String: Any]])
        self.skipped = skipped.reduce(into: [:]) { reasons, entry in
            guard let file = entry["file"] as? String, let reason = entry["reason"] as? String else { return }
            reasons[file] = reason
        }
        outcomes = try #require(report["findings"] as? [[String: Any]]).compactMap { $0["outcome"] as? String }
        fault = (run["fault"] as? [String: Any])?.mapValues { "\($0)" }
    }
}
