import Foundation

/// A folder of its own for one case, removed with it.
struct BrokenFolder: ~Copyable {
    let url: URL

    init(_ files: [String: BrokenCase.Content]) throws {
        url = FileManager.default.temporaryDirectory.appending(path: "broken-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for (name, content) in files { try write(content, to: url.appending(path: name)) }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    private func write(_ content: BrokenCase.Content, to file: URL) throws {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        switch content {
        case .text(let text): try Data(text.utf8).write(to: file)
        case .bytes(let bytes): try Data(bytes).write(to: file)
        case .emptyFolder: try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
        }
    }
}
