import CEL

/// The variables and functions that a test declares. The functions have types only: no test calls them.
struct Declarations: FunctionLibrary {
    let name = "declared"
    private(set) var variables: [String: Type] = [:]
    private(set) var functions: [Function] = []

    init(_ declarations: [WireDeclaration]) {
        for declaration in declarations {
            switch declaration.meaning {
            case .variable(let type): variables[declaration.name] = type
            case .function(let overloads): functions.append(Function(declaration.name, overloads))
            }
        }
    }
}

/// A declaration as the suite writes it.
struct WireDeclaration: Decodable {
    enum Meaning {
        case variable(Type)
        case function([Overload])
    }

    let name: String
    let meaning: Meaning

    private struct Variable: Decodable { let type: WireType }
    private struct Overloads: Decodable { let overloads: [WireOverload]? }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        name = try fields.required("name")
        if let variable = try fields.optional("ident", as: Variable.self) {
            meaning = .variable(variable.type.type)
        } else {
            meaning = .function(try fields.required("function", as: Overloads.self).overloads?.map(\.overload) ?? [])
        }
    }
}

private struct WireOverload: Decodable {
    let overload: Overload

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: FieldName.self)
        let parameters = try fields.optional("params", as: [WireType].self) ?? []
        overload = Overload(
            id: try fields.required("overload_id"), parameters: parameters.map(\.type),
            result: try fields.required("result_type", as: WireType.self).type,
            isMember: try fields.optional("is_instance_function") ?? false
        ) { _ in .null }
    }
}
