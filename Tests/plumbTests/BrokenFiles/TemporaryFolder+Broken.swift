import Foundation

extension TemporaryFolder {
    /// A folder with the files of a broken case.
    convenience init(_ files: [String: BrokenCase.Content]) throws {
        try self.init()
        for (name, content) in files { try write(content, to: url.appending(path: name)) }
    }

    private func write(_ content: BrokenCase.Content, to file: URL) throws {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        switch content {
        case .text(let text): try Data(text.utf8).write(to: file)
        case .bytes(let bytes): try Data(bytes).write(to: file)
        case .emptyFolder: try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
        }
    }
}
