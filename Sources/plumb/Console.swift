import Diagnostics

/// How a verb speaks: its language, and whether each of the two streams shows colours.
struct Console: Sendable {
    let language: Language
    let color: ColorChoice

    init(language: Language, color: ColorChoice = .auto) {
        self.language = language
        self.color = color
    }

    /// Whether the report on stdout may be coloured.
    var reportUsesColor: Bool { color.applies(to: .standardOutput) }

    /// Prints what the user asked for, on stdout.
    func print(_ text: String) throws(CommandFailure) {
        do throws(Diagnostic) {
            try StandardOutput().write(Array(text.utf8))
        } catch {
            throw CommandFailure(.internalFailure, error)
        }
    }

    /// Prints faults that are the result asked for, on stdout.
    func print(_ diagnostics: Diagnostics) throws(CommandFailure) {
        guard !diagnostics.isEmpty else { return }
        try print(DiagnosticRenderer(language: language, usesColor: reportUsesColor).render(diagnostics) + "\n")
    }

    /// Says on stderr what is being done.
    func note(_ text: Localized) { try? OpenFile.standardError.send(Array((text[language] + "\n").utf8)) }

    /// Says on stderr what went wrong.
    func tell(_ diagnostics: Diagnostics) {
        guard !diagnostics.isEmpty else { return }
        let usesColor = color.applies(to: .standardError)
        let text = DiagnosticRenderer(language: language, usesColor: usesColor).render(diagnostics)
        // Where even stderr cannot be written to, there is nobody left to tell.
        try? OpenFile.standardError.send(Array(text.utf8))
    }
}
