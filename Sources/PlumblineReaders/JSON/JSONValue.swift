/// A value as the line writes it: its sort, and where it stands.
struct JSONValue: Equatable {
    enum Kind: Equatable {
        /// A string, whose range leaves out the quotes.
        case string(hasEscapes: Bool)
        /// A number, `true` or `false`: its letters are its text.
        case literal
        case null
        /// An array or object.
        case nested
    }

    var kind: Kind
    var range: Range<Int>
}
