/// Conversions between the types, and `type` and `dyn`.
enum ConversionFunctions {
    static var all: [Function] {
        let anything = Type.parameter("A")
        return [
            Function("dyn", [Overload(id: "to_dyn", anything, result: .dyn) { $0 }]),
            Function("type", [Overload(id: "type", anything, result: .type(anything)) { .type($0.type) }]),
            Function("bool", [identity(.bool), Overload(id: "string_to_bool", .string, result: .bool, cost: .sizes, unary: bool)]),
            Function("bytes", [identity(.bytes), Overload(id: "string_to_bytes", .string, result: .bytes, cost: .sizes, unary: bytes)]),
            converting(to: .int, from: [.uint, .double, .string, .timestamp, .duration], int),
            converting(to: .uint, from: [.int, .double, .string], uint),
            converting(to: .double, from: [.int, .uint, .string], double),
            converting(to: .string, from: [.bool, .int, .uint, .double, .bytes, .timestamp, .duration], string),
            converting(to: .timestamp, from: [.int, .string], timestamp),
            converting(to: .duration, from: [.int, .string], duration),
        ]
    }

    private static func converting(
        to result: Type, from sources: [Type], _ body: @escaping @Sendable (Value) -> Value
    ) -> Function {
        let overloads = sources.map {
            Overload(id: "\(idName($0))_to_\(idName(result))", $0, result: result, cost: .sizes, unary: body)
        }
        return Function(shortName(result), [identity(result)] + overloads)
    }

    /// Where `null` may stand for a value of the type, it is none to convert.
    private static func identity(_ type: Type) -> Overload {
        Overload(id: "\(idName(type))_to_\(idName(type))", type, result: type) {
            $0.type == type ? $0 : .error(.wrongKind)
        }
    }

    private static func shortName(_ type: Type) -> String {
        switch type {
        case .timestamp: "timestamp"
        case .duration: "duration"
        default: type.description
        }
    }

    private static func idName(_ type: Type) -> String {
        switch type {
        case .int: "int64"
        case .uint: "uint64"
        default: shortName(type)
        }
    }
}

// MARK: - Each target

private extension ConversionFunctions {
    @Sendable static func bool(_ value: Value) -> Value {
        guard case .string(let text) = value else { return .error(.wrongKind) }
        switch text {
        case "true", "True", "TRUE", "t", "1": return .bool(true)
        case "false", "False", "FALSE", "f", "0": return .bool(false)
        default: return .error(.conversion(value, to: .bool))
        }
    }

    @Sendable static func bytes(_ value: Value) -> Value {
        guard case .string(let text) = value else { return .error(.wrongKind) }
        return .bytes(Array(text.utf8))
    }

    @Sendable static func int(_ value: Value) -> Value {
        switch value {
        case .int: return value
        case .uint(let number): return Int64(exactly: number).map { .int($0) } ?? .error(.outOfRange(value, for: .int))
        case .double(let number):
            // The bounds themselves are no doubles: what rounds to them may lie beyond.
            guard number > -9_223_372_036_854_775_808, number < 9_223_372_036_854_775_808 else {
                return .error(.outOfRange(value, for: .int))
            }
            return .int(Int64(number))
        case .string(let text): return Int64(text).map { .int($0) } ?? .error(.conversion(value, to: .int))
        case .timestamp(let time): return .int(time.seconds)
        case .duration(let span): return .int(span.wholeSeconds)
        default: return .error(.wrongKind)
        }
    }

    @Sendable static func uint(_ value: Value) -> Value {
        switch value {
        case .int(let number): return UInt64(exactly: number).map { .uint($0) } ?? .error(.outOfRange(value, for: .uint))
        case .double(let number):
            guard number >= 0, number < 18_446_744_073_709_551_616 else {
                return .error(.outOfRange(value, for: .uint))
            }
            return .uint(UInt64(number))
        // A number without a sign is not written with one.
        case .string(let text) where text.utf8.allSatisfy({ (48...57).contains($0) }):
            return UInt64(text).map { .uint($0) } ?? .error(.conversion(value, to: .uint))
        case .string: return .error(.conversion(value, to: .uint))
        default: return .error(.wrongKind)
        }
    }

    @Sendable static func double(_ value: Value) -> Value {
        switch value {
        case .int(let number): .double(Double(number))
        case .uint(let number): .double(Double(number))
        case .string(let text): DoubleText.read(text).map { .double($0) } ?? .error(.conversion(value, to: .double))
        default: .error(.wrongKind)
        }
    }

    @Sendable static func string(_ value: Value) -> Value {
        switch value {
        case .bool(let flag): return .string("\(flag)")
        case .int(let number): return .string("\(number)")
        case .uint(let number): return .string("\(number)")
        case .double(let number): return .string(DoubleText.write(number))
        case .bytes(let bytes):
            return String(validating: bytes, as: UTF8.self).map { .string($0) } ?? .error(.conversion(value, to: .string))
        case .timestamp(let time): return .string(time.description)
        case .duration(let span): return .string(span.description)
        default: return .error(.wrongKind)
        }
    }

    @Sendable static func timestamp(_ value: Value) -> Value {
        switch value {
        case .int(let seconds):
            Timestamp(seconds: seconds).map { .timestamp($0) } ?? .error(.outOfRange(value, for: .timestamp))
        case .string(let text): Timestamp(text).map { .timestamp($0) } ?? .error(.conversion(value, to: .timestamp))
        default: .error(.wrongKind)
        }
    }

    @Sendable static func duration(_ value: Value) -> Value {
        switch value {
        case .int(let seconds):
            Duration(seconds: seconds).map { .duration($0) } ?? .error(.outOfRange(value, for: .duration))
        case .string(let text): Duration(text).map { .duration($0) } ?? .error(.conversion(value, to: .duration))
        default: .error(.wrongKind)
        }
    }
}
