/// What to write so that a fault is gone, where only one thing can have been meant.
public struct Mend: Hashable, Sendable {
    /// The file, as the fault's place names it.
    public var file: String
    /// Where the stretch begins that is to be replaced.
    public var start: Position
    /// What stands there now, on one line; empty where something is only put in.
    public var original: String
    /// What is to stand there.
    public var replacement: String

    public init(file: String, start: Position, original: String, replacement: String) {
        self.file = file
        self.start = start
        self.original = original
        self.replacement = replacement
    }

    /// Writes something else in the place of a text.
    ///
    /// Where the text does not stand at the place letter by letter, nothing will be replaced.
    public init(replacing original: String, at location: Location, with replacement: String) {
        self.init(file: location.file, start: location.start, original: original, replacement: replacement)
    }

    /// Writes a misspelt name as the one name that it can have been meant as; nil where there is none, or several.
    public init?(respelling name: String, among names: some Sequence<String>, at location: Location) {
        guard let meant = NearestName.certain(name, among: names) else { return nil }
        self.init(replacing: name, at: location, with: meant)
    }
}

extension Diagnostic {
    /// The fault with what mends it.
    public func mended(by mend: Mend?) -> Diagnostic {
        var fault = self
        fault.mend = mend
        return fault
    }
}
