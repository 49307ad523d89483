/// A JSON value whose object members keep their order, so that the same value gives the same bytes.
public enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case string(String)
    /// A number, as its digits; it never is a double.
    case digits(String)
    case array([JSONValue])
    case object([(String, JSONValue)])

    /// A number without a fraction.
    public static func integer(_ value: Int) -> JSONValue { .digits(String(value)) }

    /// `null` where there is no text.
    public static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    /// A list of texts.
    public static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

    /// Appends the value on one line.
    public func write(to out: inout String) {
        switch self {
        case .null: out += "null"
        case .bool(let value): out += value ? "true" : "false"
        case .string(let text): JSONString.write(text, to: &out)
        case .digits(let digits): out += digits
        case .array(let values): Self.write(values, between: "[", "]", to: &out) { $0.write(to: &$1) }
        case .object(let members):
            Self.write(members, between: "{", "}", to: &out) { member, out in
                JSONString.write(member.0, to: &out)
                out += ": "
                member.1.write(to: &out)
            }
        }
    }

    /// The members of an object with these names, in the object's order; no other value has any.
    public func picking(_ names: [String]) -> JSONValue {
        guard case .object(let members) = self else { return .object([]) }
        return .object(members.filter { names.contains($0.0) })
    }

    /// Adds a member at the end of an object.
    ///
    /// - Precondition: The value is an object without a member of that name.
    public mutating func append(_ name: String, _ value: JSONValue) {
        guard case .object(let members) = self else { preconditionFailure("only objects have members") }
        assert(!members.contains { $0.0 == name }, "a member stands once in an object")
        self = .object(members + [(name, value)])
    }

    /// The value on one line.
    public var line: String {
        var out = ""
        write(to: &out)
        return out
    }

    /// The value on as many lines as it takes: objects and lists that are too long for one line have a member a line.
    ///
    /// - Complexity: O(*n* · *d*) in the size of the value and its depth.
    public func lines(indent: String = "") -> String {
        let line = line
        guard line.unicodeScalars.count + indent.count > Self.lineLength else { return line }
        let inner = indent + "  "
        switch self {
        case .array(let values) where !values.isEmpty:
            return "[\n" + values.map { inner + $0.lines(indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
        case .object(let members) where !members.isEmpty:
            let texts = members.map { "\(inner)\(JSONValue.string($0.0).line): \($0.1.lines(indent: inner))" }
            return "{\n" + texts.joined(separator: ",\n") + "\n\(indent)}"
        default: return line
        }
    }

    private static let lineLength = 110

    private static func write<Element>(
        _ elements: [Element], between open: String, _ close: String, to out: inout String,
        each: (Element, inout String) -> Void
    ) {
        out += open
        for (place, element) in elements.enumerated() {
            if place > 0 { out += ", " }
            each(element, &out)
        }
        out += close
    }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral members: (String, JSONValue)...) { self = .object(members) }
}
