/// A fault in what a user wrote: what is wrong, where, and how to mend it.
///
/// A diagnostic is worded in one place, a static function in an extension of this type.
public struct Diagnostic: Error, Hashable, Sendable {
    /// How much a fault matters.
    public enum Severity: String, Sendable, Hashable {
        case error
        case warning
        /// Nothing to mend: what a reader of the rules has to know, and their author already says.
        case note
    }

    /// What kind of fault it is, in a word that never changes its meaning.
    public var code: DiagnosticCode
    /// An error stops what was asked for; nothing else does.
    public var severity: Severity
    /// Where the fault stands; nil only where no text is at fault, such as a folder without files.
    public var location: Location?
    /// What is wrong.
    public var message: Localized
    /// What to write instead; nil where nothing better than the message can be said.
    public var help: Localized?
    /// Other places that belong to the fault, such as the one in a template that what was filled in does not suit.
    public var related: [Related] = []
    /// What mends the fault without a doubt; nil where its author has to decide.
    public var mend: Mend?

    /// A place that belongs to a fault, with what it is.
    public struct Related: Hashable, Sendable {
        public var location: Location
        /// What stands there.
        public var message: Localized

        public init(_ message: Localized, at location: Location) {
            self.location = location
            self.message = message
        }
    }

    public init(
        code: DiagnosticCode, severity: Severity = .error, at location: Location?, message: Localized,
        help: Localized? = nil, mend: Mend? = nil
    ) {
        self.code = code
        self.severity = severity
        self.location = location
        self.message = message
        self.help = help
        self.mend = mend
    }
}
