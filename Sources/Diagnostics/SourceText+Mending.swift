extension SourceText {
    /// The text with mends made in it, and every other byte as it was.
    ///
    /// A mend is left out where its text does not stand at its place, and where it overlaps or touches one that was
    /// made before it: what it would do there nobody has said.
    ///
    /// - Returns: The bytes, and the mends that were made, in the order of the text.
    public func mended(by mends: [Mend]) -> (bytes: [UInt8], made: [Mend]) {
        let placed = mends.compactMap { mend in stretch(of: mend).map { (stretch: $0, mend: mend) } }
            .sorted { ($0.stretch.lowerBound, $0.stretch.upperBound) < ($1.stretch.lowerBound, $1.stretch.upperBound) }
        var out: [UInt8] = []
        var made: [Mend] = []
        var end = 0
        for (stretch, mend) in placed where made.isEmpty || stretch.lowerBound > end {
            out += bytes[end..<stretch.lowerBound]
            out += mend.replacement.utf8
            end = stretch.upperBound
            made.append(mend)
        }
        return (out + bytes[end...], made)
    }

    /// The bytes that a mend replaces; nil where other text stands there.
    private func stretch(of mend: Mend) -> Range<Int>? {
        let start = byteOffset(of: mend.start)
        let original = Array(mend.original.utf8)
        guard mend.file == name, bytes[start...].starts(with: original), mend.replacement != mend.original else { return nil }
        return start..<start + original.count
    }
}
