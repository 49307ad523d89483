public import Diagnostics

extension YAMLNode {
    /// The scalar of a value that holds an expression.
    ///
    /// A value that YAML read as something else, because the expression begins or goes on with one of YAML's own
    /// signs, is reported with the quoted form to write.
    ///
    /// - Returns: nil, with a fault reported, where the value is no such scalar.
    public func expression(_ diagnostics: inout Diagnostics) -> YAMLScalar? {
        if let fault = faultOfTakenSign ?? faultOfBrokenExpression {
            diagnostics.append(fault)
            return nil
        }
        guard let scalar, scalar.kind != .null else {
            diagnostics.append(.yamlWrongType(self, expected: Localized(zh: "表达式", en: "an expression")))
            return nil
        }
        return scalar
    }

    /// Whether nothing at all is written where the value should be.
    var isNothing: Bool { extent.range.isEmpty }

    /// The fault of a plain scalar in brackets that a comma broke off; nil where it is whole.
    var faultOfBrokenExpression: Diagnostic? {
        guard let scalar, scalar.style == .plain, scalar.opensMoreThanItCloses else { return nil }
        let bytes = extent.source.text.bytes
        let next = bytes[scalar.extent.range.upperBound...].first { !$0.isBlank }
        guard next == UInt8(ascii: ",") else { return nil }
        return .expressionNeedsQuotes(rawValue(inFlow: true), readAs: .comma)
    }

    /// The fault of a value that begins with a sign of YAML's, or that became a mapping.
    private var faultOfTakenSign: Diagnostic? {
        let first = extent.bytes.first
        switch content {
        case .mapping where first != UInt8(ascii: "{") && first != UInt8(ascii: "!") && first != UInt8(ascii: "&"):
            return .expressionNeedsQuotes(rawValue(inFlow: false), readAs: .mapping)
        case .scalar where properties == nil: return nil
        default: break
        }
        let raw = rawValue(inFlow: false)
        // In brackets the value may not be alone on its line; which brackets are its own shows by counting them.
        return MistakenReading(firstOf: raw.text).map {
            .expressionNeedsQuotes(rawValue(inFlow: raw.endsInForeignBracket), readAs: $0)
        }
    }

    private func rawValue(inFlow: Bool) -> RawValue {
        RawValue(from: extent.range.lowerBound, in: extent.source.text, inFlow: inFlow)
    }
}

private extension YAMLScalar {
    var opensMoreThanItCloses: Bool {
        text.utf8.reduce(0) { $0 + ("([{".utf8.contains($1) ? 1 : ")]}".utf8.contains($1) ? -1 : 0) } > 0
    }
}

private extension RawValue {
    var endsInForeignBracket: Bool {
        var depth = 0
        for byte in text.utf8 {
            if "([{".utf8.contains(byte) { depth += 1 }
            if ")]}".utf8.contains(byte) { depth -= 1 }
            if depth < 0 { return true }
        }
        return false
    }
}
