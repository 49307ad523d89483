import Diagnostics

/// Pages as Markdown, with the tables that GitHub and most others know.
enum MarkdownDocument: DocumentFormat {
    static let fileExtension = "md"

    static func text(of page: DocumentPage) -> String {
        let blocks = [DocumentPage.Block.heading(1, page.title)] + page.blocks
        return blocks.map(text).joined(separator: "\n\n") + "\n"
    }
}

private extension MarkdownDocument {
    static func text(of block: DocumentPage.Block) -> String {
        switch block {
        case .heading(let level, let text): String(repeating: "#", count: level) + " " + escaped(text)
        case .paragraph(let inlines): text(of: inlines)
        case .list(let items): items.map { "- " + text(of: $0) }.joined(separator: "\n")
        case .table(let header, let rows): table(header.map { [.text($0)] }, rows)
        case .code(let code): fenced(code)
        }
    }

    static func text(of inlines: [DocumentPage.Inline]) -> String {
        inlines.map { inline in
            switch inline {
            case .text(let text): escaped(text)
            case .strong(let text): "**\(escaped(text))**"
            case .code(let code): span(code)
            case .link(let text, let page): "[\(escaped(text))](\(page).\(fileExtension))"
            }
        }.joined()
    }

    static func table(_ header: [[DocumentPage.Inline]], _ rows: [[[DocumentPage.Inline]]]) -> String {
        let line = "|" + String(repeating: "---|", count: header.count)
        // A bar ends a cell even within a span of code.
        let cells = ([header] + rows).map { row in
            "| " + row.map { bars(text(of: $0)) }.joined(separator: " | ") + " |"
        }
        return ([cells[0], line] + cells.dropFirst()).joined(separator: "\n")
    }

    /// A bar that is not escaped yet is.
    static func bars(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "|")) else { return text }
        var out = ""
        var isEscaped = false
        for character in text {
            if character == "|", !isEscaped { out += "\\" }
            isEscaped = character == "\\" && !isEscaped
            out.append(character)
        }
        return out
    }

    /// What Markdown would take for its own, and HTML within it, with a backslash before; line breaks become spaces.
    static func escaped(_ text: String) -> String {
        let line = TerminalText.escaped(oneLine(text))
        guard line.utf8.contains(where: marks.contains) else { return line }
        var out = String.UnicodeScalarView()
        for scalar in line.unicodeScalars {
            if scalar.isASCII, marks.contains(UInt8(scalar.value)) { out.append("\\") }
            out.append(scalar)
        }
        return String(out)
    }

    private static let marks = Set("\\`*_{}[]<>#|~&".utf8)

    /// Code between more backquotes than it holds in a row.
    static func span(_ code: String) -> String {
        let text = TerminalText.escaped(oneLine(code))
        let fence = String(repeating: "`", count: longestBackquotes(in: text) + 1)
        let blank = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
        return fence + blank + text + blank + fence
    }

    static func fenced(_ code: String) -> String {
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false).map { TerminalText.escaped(String($0)) }
        let fence = String(repeating: "`", count: max(3, longestBackquotes(in: code) + 1))
        return "\(fence)yaml\n\(lines.joined(separator: "\n"))\n\(fence)"
    }

    static func oneLine(_ text: String) -> String {
        text.unicodeScalars.contains(where: isNewline) ? text.split(whereSeparator: \.isNewline).joined(separator: " ") : text
    }

    private static func isNewline(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// How many backquotes stand in a row at most.
    static func longestBackquotes(in text: String) -> Int {
        var (longest, current) = (0, 0)
        for byte in text.utf8 {
            current = byte == UInt8(ascii: "`") ? current + 1 : 0
            longest = max(longest, current)
        }
        return longest
    }
}
