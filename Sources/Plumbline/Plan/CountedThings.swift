public import Diagnostics
public import Quantities

/// What the closings of a rule count.
public struct CountedThings: Hashable, Sendable {
    /// What closings count.
    public enum Role: Hashable, Sendable {
        /// What is observed is their number.
        case things
        /// They are a part of what they are held against, and the rest of it can join them.
        case part
        /// They stand above something else: posts by inhabitants, say.
        case numerator
        /// They are the records that pass.
        case members
    }

    /// What closings count.
    public var role: Role
    /// What people call them, where it is a single field that counts them.
    public var title: Localized?
    /// In what that field counts.
    public var unit: Unit?

    public init(role: Role, title: Localized? = nil, unit: Unit? = nil) {
        self.role = role
        self.title = title
        self.unit = unit
    }
}
