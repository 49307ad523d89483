public import Diagnostics

/// A record that a rule names: by its label, or by its key.
public struct NamedRecord: Sendable {
    public var name: String
    /// Why, where the rule says so.
    public var why: Localized?
    public var location: Location

    public init(name: String, why: Localized? = nil, location: Location) {
        self.name = name
        self.why = why
        self.location = location
    }
}
