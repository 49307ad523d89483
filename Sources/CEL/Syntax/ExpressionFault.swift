public import Diagnostics

/// A fault in an expression's text, found by parsing or by checking types.
public struct ExpressionFault: Error, Hashable, Sendable {
    /// One pointer wide: every frame of the parser keeps room for a fault, and they nest deeply.
    private indirect enum Storage: Hashable, Sendable {
        case parts(code: DiagnosticCode, message: Localized, help: Localized?, range: Range<Int>)
    }

    private let storage: Storage

    /// A fault as a macro or a host's own reading of texts reports it.
    ///
    /// - Parameters:
    ///   - code: A stable name in kebab-case.
    ///   - message: What is wrong.
    ///   - help: What to write instead; nil where the message says all there is.
    ///   - range: The code points of the expression that are at fault, from 0.
    public init(code: DiagnosticCode, message: Localized, help: Localized? = nil, range: Range<Int>) {
        storage = .parts(code: code, message: message, help: help, range: range)
    }

    /// The fault's stable name, such as `undeclared-name`.
    public var code: DiagnosticCode {
        switch storage { case .parts(let code, _, _, _): code }
    }

    /// What is wrong, in words.
    public var message: Localized {
        switch storage { case .parts(_, let message, _, _): message }
    }

    /// What to write instead; nil where nothing better than the message can be said.
    public var help: Localized? {
        switch storage { case .parts(_, _, let help, _): help }
    }

    /// The code points of the expression that are at fault.
    public var range: Range<Int> {
        switch storage { case .parts(_, _, _, let range): range }
    }
}

/// All faults that were found in an expression, in the order of the text; never empty.
public struct ExpressionFaults: Error, Hashable, Sendable {
    /// In the order of the text.
    public let all: [ExpressionFault]

    /// The faults in the order of the text; of those that begin at one place, in the order given.
    public init(_ first: ExpressionFault, _ others: [ExpressionFault] = []) {
        all = ([first] + others).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}
