import Foundation
public import Testing

/// Compares a whole output with the file `Golden/<name>` beside the test.
///
/// With `UPDATE_GOLDEN=1` in the environment the file is rewritten and the test fails once, so that
/// the difference is read before it is committed.
public func expectGolden(
    _ output: String, _ name: String, file: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let url = URL(filePath: file).deletingLastPathComponent().appending(path: "Golden/\(name)")
    let expected = try? String(contentsOf: url, encoding: .utf8)
    guard output != expected else { return }
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try output.write(to: url, atomically: true, encoding: .utf8)
        Issue.record("\(name) was rewritten: read the difference, then run again", sourceLocation: sourceLocation)
    } else {
        #expect(output == expected ?? "(no golden file \(name) yet)", sourceLocation: sourceLocation)
    }
}
