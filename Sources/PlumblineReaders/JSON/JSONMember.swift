/// A key and its value in an object.
struct JSONMember {
    /// Where the key stands, its quotes left out.
    var key: Range<Int>
    var keyHasEscapes: Bool
    var value: JSONValue
}
