extension ScalarSource {
    private enum Chomping { case strip, clip, keep }

    /// Reads a literal or folded block.
    mutating func readBlock(_ scalar: YAMLScalar) {
        let (chomping, isExplicit) = takeHeader()
        let bodyStart = index
        guard isExplicit else { return readBody(indent: nil, chomping, isFolded: scalar.style == .folded) }
        // The indentation is counted from the parent's, which is not known here: the one that gives the text is it.
        for indent in 1...(firstLineIndent() + 1) {
            index = bodyStart
            out = []
            readBody(indent: indent, chomping, isFolded: scalar.style == .folded)
            if out.map(\.scalar).elementsEqual(scalar.text.unicodeScalars) { return }
        }
    }

    private mutating func takeHeader() -> (Chomping, isExplicit: Bool) {
        var chomping = Chomping.clip
        var isExplicit = false
        index += 1
        while index < end, !isAtBreak, !isAtBlank {
            switch bytes[index] {
            case UInt8(ascii: "-"): chomping = .strip
            case UInt8(ascii: "+"): chomping = .keep
            default: isExplicit = true
            }
            index += 1
        }
        while index < end, !isAtBreak { _ = takeCodePoint() }
        if index < end { _ = takeBreak() }
        return (chomping, isExplicit)
    }

    private func firstLineIndent() -> Int {
        var copy = self
        var indent = 0
        while copy.index < end, copy.isAtBreak || bytes[copy.index] == 0x20 {
            if copy.isAtBreak {
                _ = copy.takeBreak()
                indent = 0
            } else {
                copy.index += 1
                indent += 1
            }
        }
        return indent
    }

    private mutating func readBody(indent known: Int?, _ chomping: Chomping, isFolded: Bool) {
        var indent = known
        var column = 0
        var trailingBreaks = takeBreaks(&indent, &column)
        var lastBreak: [Piece] = []
        var wasMoreIndented = false
        while column == indent, index < end {
            let isMoreIndented = isAtBlank
            if isFolded, lastBreak.first?.scalar == "\n", !wasMoreIndented, !isMoreIndented {
                if trailingBreaks.isEmpty { out.append(Piece(scalar: " ", bytes: lastBreak[0].bytes)) }
            } else {
                out += lastBreak
            }
            out += trailingBreaks
            wasMoreIndented = isMoreIndented
            while index < end, !isAtBreak { out.append(takeCodePoint()) }
            lastBreak = index < end ? [takeBreak()] : []
            trailingBreaks = takeBreaks(&indent, &column)
        }
        if chomping != .strip { out += lastBreak }
        if chomping == .keep { out += trailingBreaks }
    }

    /// Reads blank lines and the indentation after them, and finds the indentation where it is not known yet.
    private mutating func takeBreaks(_ indent: inout Int?, _ column: inout Int) -> [Piece] {
        var breaks: [Piece] = []
        var widest = 0
        while true {
            column = 0
            while index < end, bytes[index] == 0x20, column < indent ?? .max {
                index += 1
                column += 1
            }
            widest = max(widest, column)
            guard isAtBreak else { break }
            breaks.append(takeBreak())
        }
        if indent == nil { indent = max(1, widest) }
        return breaks
    }
}
