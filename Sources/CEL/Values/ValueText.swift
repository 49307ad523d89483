import Diagnostics

/// Writes values as texts. What is left to write is held in a list, so that deep values take no stack.
struct ValueText {
    private enum Piece {
        case text(String)
        case value(Value)
    }

    /// How many code points are wanted at most.
    private let limit: Int
    private var text = ""
    private var count = 0
    private var pending: [Piece]

    private init(_ value: Value, limit: Int) {
        self.limit = limit
        pending = [.value(value)]
    }

    static func text(of value: Value, upTo limit: Int) -> String {
        var writer = ValueText(value, limit: limit)
        return writer.write()
    }

    private mutating func write() -> String {
        while count <= limit, let piece = pending.popLast() {
            switch piece {
            case .text(let text): add(text)
            case .value(let value): put(value)
            }
        }
        return count > limit ? String(text.unicodeScalars.prefix(limit)) + "…" : text
    }

    private mutating func add(_ part: String) {
        text += part
        if limit < .max { count += part.unicodeScalars.count }
    }

    /// Writes a value without parts, and puts off the parts of others. Of these no more than can be written.
    private mutating func put(_ value: Value) {
        switch value {
        case .list(let elements): putOff("[", elements.prefix(limit).map { [.value($0)] }, "]")
        case .map(let map): putOff("{", map.prefix(limit).map { [.value($0.key), .text(": "), .value($0.value)] }, "}")
        case .object:
            guard let wrapped = OptionalValue(other: value)?.wrapped else { return add(leaf(value)) }
            putOff("optional.of(", [[.value(wrapped)]], ")")
        default: add(leaf(value))
        }
    }

    private mutating func putOff(_ opening: String, _ parts: [[Piece]], _ closing: String) {
        add(opening)
        pending.append(.text(closing))
        pending += parts.joined(separator: [.text(", ")]).reversed()
    }

    private func leaf(_ value: Value) -> String {
        switch value {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .int(let value): "\(value)"
        case .uint(let value): "\(value)u"
        case .double(let value): value.isNaN ? "NaN" : "\(value)"
        case .string(let text): StringLiteral.quoted(beginning(of: text))
        case .bytes(let bytes): StringLiteral.quoted(limit < .max ? Array(bytes.prefix(limit + 1)) : bytes)
        case .type(let type): type.runtimeName
        case .timestamp(let time): "timestamp('\(time)')"
        case .duration(let duration): "duration('\(duration)')"
        case .object(let object): object.description
        case .unknown(let set): "unknown(\(set.causes.map { "\($0.code): \($0.subject)" }.joined(separator: ", ")))"
        case .error(let error): "error(\(error.code.rawValue))"
        case .list, .map: ""
        }
    }

    /// As much of a text as can be written, and a code point more where it is longer.
    private func beginning(of text: String) -> String {
        limit < .max ? String(text.unicodeScalars.prefix(limit + 1)) : text
    }
}
