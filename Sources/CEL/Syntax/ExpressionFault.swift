public import Diagnostics

/// A fault in an expression's text, found by parsing or by checking types.
public struct ExpressionFault: Error, Hashable, Sendable {
    /// One pointer wide: every frame of the parser keeps room for a fault, and they nest deeply.
    private indirect enum Storage: Hashable, Sendable {
        case parts(code: DiagnosticCode, message: Localized, help: Localized?, range: Range<Int>, mend: Mend?)
    }

    /// What to write so that the fault is gone, where only one thing can have been meant.
    public struct Mend: Hashable, Sendable {
        /// The code points that are to be replaced.
        public var range: Range<Int>
        /// What stands there then.
        public var replacement: String

        /// A replacement of some code points by others; an empty range is the place of an insertion.
        public init(_ range: Range<Int>, replacement: String) {
            self.range = range
            self.replacement = replacement
        }
    }

    private let storage: Storage

    /// A fault as a macro or a host's own reading of texts reports it.
    ///
    /// - Parameters:
    ///   - code: A stable name in kebab-case.
    ///   - message: What is wrong.
    ///   - help: What to write instead; nil where the message says all there is.
    ///   - range: The code points of the expression that are at fault, from 0.
    ///   - mend: What mends it without a doubt; nil where the author has to decide.
    public init(code: DiagnosticCode, message: Localized, help: Localized? = nil, range: Range<Int>, mend: Mend? = nil) {
        storage = .parts(code: code, message: message, help: help, range: range, mend: mend)
    }

    /// The fault's stable name, such as `undeclared-name`.
    public var code: DiagnosticCode {
        switch storage { case .parts(let code, _, _, _, _): code }
    }

    /// What is wrong, in words.
    public var message: Localized {
        switch storage { case .parts(_, let message, _, _, _): message }
    }

    /// What to write instead; nil where nothing better than the message can be said.
    public var help: Localized? {
        switch storage { case .parts(_, _, let help, _, _): help }
    }

    /// The code points of the expression that are at fault.
    public var range: Range<Int> {
        switch storage { case .parts(_, _, _, let range, _): range }
    }

    /// What mends it without a doubt; nil where the author has to decide.
    public var mend: Mend? {
        switch storage { case .parts(_, _, _, _, let mend): mend }
    }

    /// The fault with what mends it.
    public func mended(by mend: Mend?) -> ExpressionFault {
        ExpressionFault(code: code, message: message, help: help, range: range, mend: mend)
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
