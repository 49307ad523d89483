import Diagnostics

/// What a YAML file begins with, as far as its first lines tell; whether the rest is sound shows when it is read.
enum FirstKey {
    /// Comments may stand before the first key; more than this no file has of them.
    private static let headByteCount = 64 * 1024

    /// The key, with a slip in `ruleset` mended; nil where the file has none or cannot be read.
    static func of(_ path: String) -> String? {
        var rest = Substring(head(of: path))
        while !rest.isEmpty {
            let line = rest.prefix { !$0.isNewline }
            rest = rest[line.endIndex...].dropFirst()
            let text = CellText.trimmed(String(line))
            if text.isEmpty || text.hasPrefix("#") || text.hasPrefix("%") || text == "---" { continue }
            guard let end = text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
            let key = CellText.trimmed(String(text[..<end]))
            return NearestName.certain(key, among: ["ruleset"]) ?? key
        }
        return nil
    }

    private static func head(of path: String) -> String {
        guard var stream = try? ByteSource(path: path).open() else { return "" }
        var bytes = [UInt8](repeating: 0, count: headByteCount)
        let count = bytes.withUnsafeMutableBytes { (try? stream.read(into: $0)) ?? 0 }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        return String(decoding: bytes.prefix(count).dropFirst(bytes.starts(with: mark) ? mark.count : 0), as: UTF8.self)
    }
}
