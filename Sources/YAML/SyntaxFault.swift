import Diagnostics

/// Puts libyaml's terse words for a fault into ones that say what to write.
struct SyntaxFault {
    let failure: ParserFailure
    /// The byte at which libyaml gave up.
    let problem: Int
    /// The byte where what it was reading had begun.
    let context: Int
    let recent: RecentEvents
    let inFlow: Bool
    let source: SourceText

    var diagnostic: Diagnostic {
        if failure.badByte != nil { return controlCharacter }
        if !inFlow, let tab = tabInIndentation { return .yamlTabIndentation(at: tab) }
        switch failure.problem {
        case "found character that cannot start any token": return strangeStart
        case "mapping values are not allowed in this context": return strayColon
        case "did not find expected key", "did not find expected '-' indicator",
             "did not find expected <document start>": return strayText
        case "did not find expected ',' or ']'", "did not find expected ',' or '}'": return brokenBracket
        case "found unexpected end of stream", "found unexpected document indicator": return unclosedQuote
        case "found unknown escape character", "did not find expected hexdecimal number",
             "found invalid Unicode character escape code": return unknownEscape
        case "could not find expected ':'": return fullWidthColon ?? .yamlMissingColon(at: place(context))
        case "block sequence entries are not allowed in this context": return .yamlListBesideKey(at: place(problem))
        case "found unexpected ':'":
            return fullWidthComma ?? .expressionNeedsQuotes(RawValue(from: context, in: source, inFlow: inFlow), readAs: .colon)
        case "did not find expected node content": return quoting ?? .yamlMissingValue(at: place(problem))
        default: return byContext
        }
    }
}

private extension SyntaxFault {
    var byContext: Diagnostic {
        switch failure.context {
        case "while scanning a block scalar": quotingOfTag ?? quoting(if: !atBlockIndicatorsEnd) ?? .yamlBlockHeader(at: place(context))
        case "while scanning an anchor", "while scanning an alias", "while scanning a tag", "while parsing a tag",
             "while parsing a node": quoting ?? .yamlSyntax(at: place(problem))
        case let context where context.contains("directive"): .yamlDirective(at: place(self.context))
        default: .yamlSyntax(at: place(problem))
        }
    }

    /// Whether what follows `|` or `>` looks like an attempt at a block, not like an expression.
    var atBlockIndicatorsEnd: Bool {
        let next = byte(context + 1) ?? 0x0A
        return !(next == 0x20 || next == UInt8(ascii: "="))
    }

    /// A value that begins with a sign of YAML's.
    var quoting: Diagnostic? {
        let value = value(at: problem)
        let reading = value.isBrokenOff ? .comma : MistakenReading(firstOf: value.text)
        return reading.map { .expressionNeedsQuotes(value, readAs: $0) }
    }

    /// A value that begins with `!`, which YAML takes for a tag, and goes on with `||`, which it takes for a block.
    var quotingOfTag: Diagnostic? {
        let line = source.bytes[source.contentStart(onLineOf: context)..<context]
        guard let colon = line.indices.first(where: { line[$0] == UInt8(ascii: ":") && $0 + 1 < line.endIndex && line[$0 + 1].isBlank }),
              let start = line[(colon + 1)...].firstIndex(where: { !$0.isBlank }), line[start] == UInt8(ascii: "!")
        else { return nil }
        let value = RawValue(from: start, in: source, inFlow: inFlow)
        return MistakenReading(firstOf: value.text).map { .expressionNeedsQuotes(value, readAs: $0) }
    }

    func quoting(if isLikely: Bool) -> Diagnostic? { isLikely ? quoting : nil }

    var strangeStart: Diagnostic {
        if byte(problem) == UInt8(ascii: "%"), problem == source.lineStart(of: problem), !inFlow {
            return .yamlDirective(at: place(problem))
        }
        return quoting ?? .yamlSyntax(at: place(problem))
    }

    /// A `: ` where no key can stand.
    var strayColon: Diagnostic {
        if let fullWidthColon { return fullWidthColon }
        if let fullWidthComma { return fullWidthComma }
        if let bracket = fullWidthBracket(["｛", "［"]) { return bracket }
        let value = value(at: problem)
        if recent.nodeReaches(problem, in: source), value.location.start.line == line(problem) {
            return .expressionNeedsQuotes(value, readAs: MistakenReading(firstOf: value.text) ?? .colon)
        }
        return keyWithoutBlank.map { .yamlMissingColon(at: $0) }
            ?? .yamlNestedUnderValue(at: place(source.contentStart(onLineOf: problem)))
    }

    /// The key of the line above where no blank parts it from its value, as in `title:Beds`: YAML reads one text.
    var keyWithoutBlank: Location? {
        let end = source.lineStart(of: problem)
        guard end > 0 else { return nil }
        var start = source.contentStart(onLineOf: end - 1)
        while byte(start) == UInt8(ascii: "-"), byte(start + 1)?.isBlank == true { start += 2 }
        guard start < end, let colon = source.bytes[start..<end].firstIndex(of: UInt8(ascii: ":")), let next = byte(colon + 1),
              !next.isBlank, !next.isLineBreak, next != UInt8(ascii: "/"), !source.bytes[start..<colon].contains(where: \.isBlank)
        else { return nil }
        return source.location(ofBytes: start..<colon + 1)
    }

    /// Text behind a value that was complete, or a line that fits no level.
    var strayText: Diagnostic {
        if let fullWidthColon { return fullWidthColon }
        if recent.nodeReaches(problem, in: source), let quoting { return quoting }
        if let quoteOverLines { return quoteOverLines }
        if problem == source.contentStart(onLineOf: problem) { return .yamlIndentation(at: place(problem)) }
        return .yamlSyntax(at: place(problem))
    }

    var brokenBracket: Diagnostic {
        if let fullWidthComma { return fullWidthComma }
        if let bracket = fullWidthBracket(["｝", "］"]) { return bracket }
        if recent.nodeReaches(problem, in: source) {
            if let quoting { return quoting }
            if let reading = reading(ofSignAt: problem) {
                return .expressionNeedsQuotes(value(at: problem), readAs: reading)
            }
        }
        if let quoteOverLines { return quoteOverLines }
        let opener = byte(context) == UInt8(ascii: "{") ? ("{", "}") : ("[", "]")
        return .yamlUnclosedBracket(opener.0, closing: opener.1, at: place(context))
    }

    /// What YAML takes a sign inside a text in brackets for.
    func reading(ofSignAt index: Int) -> MistakenReading? {
        switch byte(index) {
        case UInt8(ascii: ":"): .colon
        case UInt8(ascii: "["): .bracket("[")
        case UInt8(ascii: "{"): .bracket("{")
        default: nil
        }
    }

    /// A Chinese comma between the entries of a bracket, where YAML reads on to a colon that it cannot use.
    var fullWidthComma: Diagnostic? {
        guard inFlow, byte(problem) == UInt8(ascii: ":") else { return nil }
        let line = source.bytes[source.lineStart(of: problem)..<problem]
        let start = line.lastIndex { "{[,".utf8.contains($0) } ?? line.startIndex
        let comma = Array("，".utf8)
        guard let place = line[start...].indices.last(where: { line[$0...].starts(with: comma) }) else { return nil }
        return .yamlFullWidthComma(at: source.location(ofBytes: place..<place + comma.count))
    }

    /// The first full-width bracket of some on the line on which what was being read begins.
    func fullWidthBracket(_ brackets: [String]) -> Diagnostic? {
        let start = inFlow ? context : source.lineStart(of: problem)
        let end = source.bytes[start...].firstIndex(where: \.isLineBreak) ?? source.bytes.count
        let line = source.bytes[start..<end]
        for place in line.indices {
            guard let bracket = brackets.first(where: { line[place...].starts(with: $0.utf8) }) else { continue }
            let plain = ["｛": "{", "｝": "}", "［": "[", "］": "]"][bracket] ?? bracket
            return .yamlFullWidthBracket(
                bracket, plain: plain, at: source.location(ofBytes: place..<place + bracket.utf8.count))
        }
        return nil
    }

    var unclosedQuote: Diagnostic {
        .yamlUnclosedQuote(byte(context) == UInt8(ascii: "'") ? "'" : "\"", at: place(context))
    }

    /// A quote that was closed by the opening one of a later line: what stands behind that is what was noticed.
    var quoteOverLines: Diagnostic? {
        guard let node = recent.node, node.upperBound == problem, let quote = byte(node.lowerBound), quote.isQuote,
              !source.isOneLine(node) else { return nil }
        return .yamlUnclosedQuote(quote == UInt8(ascii: "'") ? "'" : "\"", at: place(node.lowerBound))
    }

    var unknownEscape: Diagnostic {
        let start = source.bytes[..<min(problem + 1, source.bytes.count)].lastIndex(of: UInt8(ascii: "\\")) ?? problem
        var end = min(start + 2, source.bytes.count)
        while end < source.bytes.count, !source.bytes[end].beginsCodePoint { end += 1 }
        let escape = String(decoding: source.bytes[start..<end], as: UTF8.self)
        return .yamlUnknownEscape(escape, at: source.location(ofBytes: start..<end))
    }

    var controlCharacter: Diagnostic {
        let scalar = String(decoding: source.bytes[problem...].prefix(4), as: UTF8.self).unicodeScalars.first
        return .yamlControlCharacter(scalar ?? "\0", at: place(problem))
    }

    /// The first tab before anything else on the line of the fault.
    var tabInIndentation: Location? {
        let stretch = source.lineStart(of: problem)..<max(problem, source.contentStart(onLineOf: problem))
        let indentation = source.bytes[stretch].prefix(while: \.isBlank)
        return indentation.firstIndex(of: 0x09).map { place($0) }
    }

    /// A full-width colon on a line between what was read last and the fault.
    var fullWidthColon: Diagnostic? {
        var byte = min(recent.node?.lowerBound ?? problem, context > 0 ? context : problem, problem)
        while byte <= problem, byte < source.bytes.count {
            if let place = FullWidthColon.place(onLineOf: byte, in: source) { return .yamlFullWidthColon(at: place) }
            byte = (source.bytes[byte...].firstIndex(where: \.isLineBreak) ?? source.bytes.count) + 1
        }
        return nil
    }

    func value(at byte: Int) -> RawValue { recent.value(at: byte, in: source, inFlow: inFlow) }
    func place(_ byte: Int) -> Location { source.location(ofBytes: byte..<byte + 1) }
    func line(_ byte: Int) -> Int { source.position(atByte: byte).line }
    func byte(_ index: Int) -> UInt8? { source.bytes.indices.contains(index) ? source.bytes[index] : nil }
}
