public import Diagnostics

/// A fault in an expression's text, found by parsing or by checking types.
public struct ExpressionFault: Error, Hashable, Sendable {
    public var code: DiagnosticCode
    public var message: Localized
    /// What to write instead; nil where nothing better than the message can be said.
    public var help: Localized?
    /// The code points of the expression that are at fault.
    public var range: Range<Int>

    public init(code: DiagnosticCode, message: Localized, help: Localized? = nil, range: Range<Int>) {
        self.code = code
        self.message = message
        self.help = help
        self.range = range
    }
}

/// All faults that were found in an expression, in the order of the text; never empty.
public struct ExpressionFaults: Error, Hashable, Sendable {
    public let all: [ExpressionFault]

    public init(_ first: ExpressionFault, _ others: [ExpressionFault] = []) {
        all = ([first] + others).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
}
