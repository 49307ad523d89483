/// A text that is put together piece by piece and that cannot grow without bound.
struct BoundedText {
    /// The most bytes that a text may have. A few arguments can ask for far more than they are large themselves.
    static let maximumByteCount = 10_000_000

    private(set) var text = ""

    /// - Throws: `result-too-large`, before the memory is taken.
    mutating func append(_ piece: some StringProtocol) throws(EvaluationError) {
        guard text.utf8.count + piece.utf8.count <= BoundedText.maximumByteCount else {
            throw .resultTooLarge(limit: BoundedText.maximumByteCount)
        }
        text += piece
    }
}
