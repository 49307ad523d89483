extension [Unicode.Scalar] {
    /// The text of a part, whose places an expression's nodes and faults are told by; what lies outside has none.
    func text(in range: Range<Int>) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: self[range.clamped(to: 0..<count)])
        return text
    }
}
