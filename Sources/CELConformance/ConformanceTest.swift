import CEL

/// One test of the suite.
public struct ConformanceTest: Sendable {
    /// `file/section/name#occurrence`; names repeat within a section.
    public let identity: String
    /// The expression that is evaluated.
    public let expression: String
    /// What to do with it and what shall come; what the runner does not know of the test, where there is such a thing.
    let definition: Result<Definition, UnknownForm>

    /// Everything in a test besides its name and its expression.
    struct Definition: Sendable {
        let container: String
        let declarations: Declarations
        let bindings: [String: Value]
        /// Whether names and types are settled at run time only.
        let isUnchecked: Bool
        /// Whether only the type counts.
        let isCheckOnly: Bool
        let expectation: Expectation
    }

    /// What shall come of a test.
    enum Expectation: Sendable {
        case value(Value)
        /// The type that checking finds, and the value where it is evaluated.
        case typed(Type, Value?)
        /// Any error, when the expression is read, checked or evaluated.
        case error
    }
}

/// A test as the suite writes it.
struct WireTest: Decodable {
    let name: String
    let expression: String
    let definition: Result<ConformanceTest.Definition, UnknownForm>

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        name = try fields.optional("name") ?? ""
        expression = try fields.optional("expr") ?? ""
        do {
            definition = .success(try ConformanceTest.Definition(fields))
        } catch let unknown as UnknownForm {
            definition = .failure(unknown)
        } catch let error as DecodingError {
            definition = .failure(UnknownForm(error))
        } catch {
            definition = .failure(UnknownForm(error))
        }
    }
}

private extension ConformanceTest.Definition {
    static let fieldNames: Set<String> = [
        "name", "description", "expr", "container", "type_env", "bindings", "disable_check", "check_only", "value",
        "typed_result", "eval_error",
    ]

    init(_ fields: KeyedDecodingContainer<FieldName>) throws {
        if let unknown = fields.allKeys.map(\.stringValue).sorted().first(where: { !Self.fieldNames.contains($0) }) {
            throw UnknownForm("there is no reading of '\(unknown)'")
        }
        container = try fields.optional("container") ?? ""
        declarations = Declarations(try fields.optional("type_env") ?? [])
        bindings = try fields.optional("bindings", as: [String: WireBinding].self)?.mapValues(\.value.value) ?? [:]
        isUnchecked = try fields.optional("disable_check") ?? false
        isCheckOnly = try fields.optional("check_only") ?? false
        expectation = try ConformanceTest.Expectation(fields)
    }
}

private struct WireBinding: Decodable { let value: WireValue }

private extension ConformanceTest.Expectation {
    init(_ fields: KeyedDecodingContainer<FieldName>) throws {
        if fields.contains("eval_error") {
            self = .error
        } else if let typed = try fields.optional("typed_result", as: WireTypedResult.self) {
            self = .typed(typed.type, typed.value)
        } else {
            self = .value(try fields.optional("value", as: WireValue.self)?.value ?? .bool(true))
        }
    }
}

private struct WireTypedResult: Decodable {
    let type: Type
    let value: Value?

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        type = try fields.required("deduced_type", as: WireType.self).type
        value = try fields.optional("result", as: WireValue.self)?.value
    }
}
