/// Prints diagnostics for people: `file:line:column: error[code]: message`, the line, a caret that
/// stands right under the fault also where the line holds Chinese text, and the help.
public struct DiagnosticRenderer: Sendable {
    /// Longer lines are shown around the fault only.
    private static let widest = 160

    /// The language of messages.
    public var language: Language
    /// Whether the terminal shows colours.
    public var usesColor: Bool

    public init(language: Language, usesColor: Bool = false) {
        self.language = language
        self.usesColor = usesColor
    }

    /// All of them, in the order of their places, with a line that counts them.
    public func render(_ diagnostics: Diagnostics) -> String {
        var out = diagnostics.sorted.map(render).joined(separator: "\n")
        if diagnostics.leftOut > 0 {
            let more = Localized(zh: "另有 \(diagnostics.leftOut) 处问题未列出", en: "\(diagnostics.leftOut) more faults are not shown")
            out += "\n\(more[language])\n"
        }
        return out
    }

    /// One, with the line that it is about and how to mend it.
    public func render(_ diagnostic: Diagnostic) -> String {
        let place = diagnostic.location.map { "\(TerminalText.escaped($0.description)): " } ?? ""
        let head = paint("\(severityName(diagnostic.severity))[\(diagnostic.code.rawValue)]", color(diagnostic.severity))
        var out = "\(place)\(head): \(TerminalText.escaped(diagnostic.message[language]))\n"
        // Nobody mends what a note is about: its words and places are enough.
        let showsLines = diagnostic.severity != .note
        if showsLines, let location = diagnostic.location, !location.lineText.isEmpty { out += excerpt(location) }
        for related in diagnostic.related {
            out += "  \(TerminalText.escaped(related.location.description)): \(TerminalText.escaped(related.message[language]))\n"
            if showsLines, !related.location.lineText.isEmpty { out += excerpt(related.location) }
        }
        if let help = diagnostic.help { out += "  \(helpName): \(TerminalText.escaped(help[language]))\n" }
        return out
    }

    private func excerpt(_ location: Location) -> String {
        let scalars = Array(location.lineText.unicodeScalars)
        let start = min(location.start.column - 1, scalars.count)
        let from = start > Self.widest / 2 ? start - Self.widest / 4 : 0
        let to = min(scalars.count, from + Self.widest)
        let before = shown(scalars[from..<start])
        let marked = shown(scalars[start..<min(to, start + location.length)])
        let after = shown(scalars[min(to, start + location.length)..<to])
        let number = " \(location.start.line) | "
        let lead = from > 0 ? "… " : ""
        let margin = String(repeating: " ", count: number.count - 2) + "| "
        let indent = String(repeating: " ", count: DisplayWidth.of(lead + before))
        let carets = String(repeating: "^", count: max(1, DisplayWidth.of(marked)))
        return "\(number)\(lead)\(before)\(marked)\(after)\(to < scalars.count ? " …" : "")\n\(margin)\(indent)\(paint(carets, "31;1"))\n"
    }

    private func shown(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        return TerminalText.escaped(text)
    }

    private func severityName(_ severity: Diagnostic.Severity) -> String {
        switch (severity, language) {
        case (.error, .en): "error"
        case (.warning, .en): "warning"
        case (.note, .en): "note"
        case (.error, .zh): "错误"
        case (.warning, .zh): "警告"
        case (.note, .zh): "说明"
        }
    }

    private func color(_ severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: "31;1"
        case .warning: "33;1"
        case .note: "36;1"
        }
    }

    private var helpName: String { language == .zh ? "建议" : "help" }

    private func paint(_ text: String, _ code: String) -> String { usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}
