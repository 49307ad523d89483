import Diagnostics
import YAML

/// Reads what a mapping says of how a file is laid out.
enum FileLayoutLoader {
    /// Below this line no header is looked for.
    static let lineLimit = 1000

    static func read(_ reader: inout MappingReader, _ diagnostics: inout Diagnostics) -> FileLayout {
        var layout = FileLayout()
        if let node = reader.optional("header_line"), let line = node.integer(&diagnostics) {
            layout.headerLine = line
            if !(1...lineLimit).contains(line) { diagnostics.append(.badHeaderLine(line, at: node.location)) }
        }
        if let node = reader.optional("headers"), let headers = node.list(&diagnostics) {
            layout.headers = self.headers(headers, &diagnostics)
            if headers.isEmpty { diagnostics.append(.emptyList(at: node.location)) }
        }
        if let node = reader.optional("delimiter"), let text = node.string(&diagnostics) {
            layout.delimiter = delimiters[text]
            if layout.delimiter == nil { diagnostics.append(.unknownDelimiter(text, at: node.location)) }
        }
        layout.encoding = reader.optional("encoding")?.choice(of: Encoding.self, &diagnostics)?.encoding
        return layout
    }

    static let delimiters: [String: Character] = [",": ",", ";": ";", "|": "|", "\t": "\t", "tab": "\t"]

    /// The encodings by their names, and by those of the parts of GB18030.
    enum Encoding: String, CaseIterable {
        case utf8 = "utf-8"
        case gb18030
        case gbk
        case gb2312
        case utf16LittleEndian = "utf-16le"
        case utf16BigEndian = "utf-16be"

        var encoding: TextEncoding {
            switch self {
            case .utf8: .utf8
            case .gb18030, .gbk, .gb2312: .gb18030
            case .utf16LittleEndian: .utf16LittleEndian
            case .utf16BigEndian: .utf16BigEndian
            }
        }
    }

    /// The header of each column; nothing for one that nobody asks for.
    private static func headers(_ items: [YAMLNode], _ diagnostics: inout Diagnostics) -> [String] {
        var places: [HeaderName: Location] = [:]
        return items.map { item in
            if item.isNull { return "" }
            guard let text = item.string(&diagnostics).map(CellText.trimmed), !text.isEmpty else { return "" }
            if let first = places[HeaderName(text)] {
                diagnostics.append(.listedTwice(text, first: first, at: item.location))
            } else {
                places[HeaderName(text)] = item.location
            }
            return text
        }
    }
}
