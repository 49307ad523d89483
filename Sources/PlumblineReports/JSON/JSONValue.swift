/// A JSON value whose object members keep their order, so that the same value gives the same bytes.
enum JSONValue {
    case null
    case bool(Bool)
    case string(String)
    /// A number, as its digits; it never is a double.
    case digits(String)
    case array([JSONValue])
    case object([(String, JSONValue)])

    static func integer(_ value: Int) -> JSONValue { .digits(String(value)) }

    /// `null` where there is no text.
    static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

    /// Appends the value on one line.
    func write(to out: inout String) {
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

    var line: String {
        var out = ""
        write(to: &out)
        return out
    }

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
    init(dictionaryLiteral members: (String, JSONValue)...) { self = .object(members) }
}
