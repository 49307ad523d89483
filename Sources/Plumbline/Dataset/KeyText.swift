/// One text for a key of several parts, for what finds records by key.
enum KeyText {
    /// A key of one part is that part; of several, each stands behind its length, so that no two keys read alike
    /// whatever signs their parts have.
    static func of(_ parts: [String]) -> String {
        parts.count == 1 ? parts[0] : parts.map { "\($0.utf8.count):\($0)" }.joined()
    }
}
