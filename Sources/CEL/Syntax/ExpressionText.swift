public import Diagnostics

/// The text of an expression, for showing where in it something is.
///
/// ```swift
/// do throws(ExpressionFaults) {
///     program = environment.program(try environment.compile(text))
/// } catch {
///     print(ExpressionText(text).rendered(error, in: .en))
/// }
/// ```
public struct ExpressionText: Sendable {
    private let name: String
    private let scalars: [Unicode.Scalar]

    /// The text that an expression was read from.
    ///
    /// - Parameters:
    ///   - text: The text, unchanged: ranges count its code points.
    ///   - name: What the text is called in messages, such as a file's name.
    public init(_ text: String, name: String = "<expression>") {
        self.name = name
        scalars = Array(text.unicodeScalars)
    }

    /// The line and column of a range of code points, with the line's text. What goes on over several lines is shown
    /// on its first.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    public func location(of range: Range<Int>) -> Location {
        let start = min(range.lowerBound, scalars.count)
        let lineStart = (scalars[..<start].lastIndex(of: "\n") ?? -1) + 1
        let lineEnd = scalars[start...].firstIndex(of: "\n") ?? scalars.count
        let line = 1 + scalars[..<start].count { $0 == "\n" }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[lineStart..<lineEnd].filter { $0 != "\r" })
        return Location(
            file: name, start: Position(line: line, column: start - lineStart + 1),
            length: min(range.upperBound, lineEnd) - start, lineText: String(text))
    }

    /// The part of the text in a range of code points.
    public func part(_ range: Range<Int>) -> String {
        var part = String.UnicodeScalarView()
        part.append(contentsOf: scalars[range.clamped(to: scalars.indices)])
        return String(part)
    }

    /// The faults of the expression as diagnostics, in the order of the text.
    public func diagnostics(_ faults: ExpressionFaults) -> [Diagnostic] {
        faults.all.map { Diagnostic(code: $0.code, at: location(of: $0.range), message: $0.message, help: $0.help) }
    }

    /// An error of an evaluation as a diagnostic.
    public func diagnostic(_ error: EvaluationError) -> Diagnostic {
        Diagnostic(code: error.code, at: error.range.map(location), message: error.message)
    }

    /// The faults for people: each with line, column, its code, the line with carets under the fault, and the help.
    public func rendered(_ faults: ExpressionFaults, in language: Language) -> String {
        let renderer = DiagnosticRenderer(language: language)
        return diagnostics(faults).map(renderer.render).joined(separator: "\n")
    }

    /// An error of an evaluation for people.
    public func rendered(_ error: EvaluationError, in language: Language) -> String {
        DiagnosticRenderer(language: language).render(diagnostic(error))
    }
}
