/// Everything that an expression may use: functions, variables, types, and how literals are read.
///
/// Making one gathers the functions of its libraries, so make it once and keep it.
public struct Environment: Sendable {
    /// The declared variables by their full names.
    public private(set) var variables: [String: Type]
    /// Records and named constants.
    public private(set) var types: any TypeProvider
    /// How floating-point and text literals are read.
    public let literals: any LiteralSemantics
    /// The name space in which names are looked up first, such as `com.example`.
    public let container: String
    /// How large an expression and how long an evaluation may be.
    public let limits: Limits
    let functions: [String: [Overload]]
    let macros: [MacroKey: Macro]
    private let libraryTypes: [String: Type]

    /// An environment that has what these libraries bring, and these variables.
    ///
    /// - Parameters:
    ///   - libraries: Functions and macros; later ones replace what earlier ones have under the same id.
    ///   - variables: The types of variables by their full names, which may have dots.
    ///   - types: Records and named constants.
    ///   - literals: How floating-point and text literals are read.
    ///   - container: The name space in which names are looked up first.
    ///   - limits: How large an expression and how long an evaluation may be.
    public init(
        libraries: [any FunctionLibrary] = [StandardLibrary()], variables: [String: Type] = [:],
        types: any TypeProvider = NoRecords(), literals: any LiteralSemantics = StandardLiterals(),
        container: String = "", limits: Limits = Limits()
    ) {
        self.variables = variables
        self.types = types
        self.literals = literals
        self.container = container
        self.limits = limits
        var functions: [String: [Overload]] = [:]
        var macros: [MacroKey: Macro] = [:]
        var libraryTypes: [String: Type] = [:]
        for library in libraries + [InternalLibrary()] {
            for function in library.functions { functions[function.name, default: []].add(function.overloads) }
            for macro in library.macros { macros[macro.key] = macro }
            libraryTypes.merge(library.types) { $1 }
        }
        self.functions = functions
        self.macros = macros
        self.libraryTypes = libraryTypes
    }

    /// The same environment with other variables.
    ///
    /// - Complexity: O(1); nothing is gathered anew.
    public func with(variables: [String: Type]) -> Environment {
        var environment = self
        environment.variables = variables
        return environment
    }

    /// The same environment with other variables, and other records and constants.
    ///
    /// - Complexity: O(1); nothing is gathered anew.
    public func with(variables: [String: Type], types: any TypeProvider) -> Environment {
        var environment = with(variables: variables)
        environment.types = types
        return environment
    }

    /// Reads a text and expands its macros.
    /// - Throws: ``ExpressionFaults`` with the first fault of syntax.
    public func parse(_ text: String) throws(ExpressionFaults) -> Expression {
        do {
            var parser = try Parser(text, macros: macros, limits: limits, literals: literals)
            return try parser.parse()
        } catch {
            throw ExpressionFaults(error)
        }
    }

    /// Settles names and types.
    /// - Throws: ``ExpressionFaults`` with every fault that stands on its own.
    public func check(_ expression: Expression) throws(ExpressionFaults) -> CheckedExpression {
        guard expression.height <= limits.nestingDepth else {
            throw ExpressionFaults(.tooDeep(limit: limits.nestingDepth, at: expression.focus))
        }
        var checker = Checker(environment: self)
        return try checker.checked(expression)
    }

    /// Parses and checks.
    public func compile(_ text: String) throws(ExpressionFaults) -> CheckedExpression { try check(try parse(text)) }

    /// Plans the evaluation of a checked expression.
    public func program(_ checked: CheckedExpression) -> Program {
        var planner = Planner(environment: self, checked: checked)
        return planner.program(checked.root)
    }

    /// Plans evaluations of a checked expression that tell what its parts came to.
    public func tracingProgram(_ checked: CheckedExpression) -> TracingProgram {
        var planner = Planner(environment: self, checked: checked, recording: .values)
        return TracingProgram(planner.program(checked.root), checked)
    }

    /// Plans evaluations of a checked expression of whose variables only a part is known.
    public func partialProgram(_ checked: CheckedExpression) -> PartialProgram {
        var planner = Planner(environment: self, checked: checked, recording: .valuesAndAttributes)
        return PartialProgram(
            planner.program(checked.root), checked, hasDyn: functions["dyn"]?.contains { $0.id == "to_dyn" } ?? false)
    }

    /// Plans the evaluation of a part of a checked expression by itself.
    ///
    /// - Parameters:
    ///   - checked: The expression that it is a part of.
    ///   - part: A node of the checked tree that names no loop's variable, as ``CheckedExpression/parts`` are.
    public func program(_ part: Expression, of checked: CheckedExpression) -> Program {
        var planner = Planner(environment: self, checked: checked)
        return planner.program(part)
    }

    /// Plans the evaluation of an expression whose types were not checked: names and overloads are
    /// looked up at run time, and what does not fit is an error of the evaluation.
    public func uncheckedProgram(_ expression: Expression) -> Program {
        var planner = Planner(environment: self, checked: nil)
        guard expression.height <= limits.nestingDepth else {
            let fault = ExpressionFault.tooDeep(limit: limits.nestingDepth, at: expression.focus)
            let error = EvaluationError(code: fault.code, message: fault.message, range: fault.range)
            return planner.program(.constant(.error(error)))
        }
        return planner.program(expression)
    }
}

// MARK: - Names

extension Environment {
    /// The full names that a name may mean, the innermost name space first. A name with a dot before
    /// it means itself only.
    func candidates(for name: String) -> [String] {
        if name.hasPrefix(".") { return [String(name.dropFirst())] }
        guard !container.isEmpty else { return [name] }
        var spaces = container.split(separator: ".").map(String.init)
        var result: [String] = []
        while !spaces.isEmpty {
            result.append((spaces + [name]).joined(separator: "."))
            spaces.removeLast()
        }
        return result + [name]
    }

    /// The full name of the function that a name means, the innermost name space first; nil where there is none.
    func functionName(for name: String) -> String? { candidates(for: name).first { functions[$0] != nil } }

    /// Whether a library has brought optional values, so that `a.?b`, `a[?b]` and `[?a]` can be written.
    var hasOptionals: Bool { functions[Operator.optionalIndex] != nil }

    /// The full name of the record that a name means, the innermost name space first; nil where there is none.
    func recordName(for name: String) -> String? { candidates(for: name).first { types.fields(of: $0) != nil } }

    /// Whether functions or macros have a name and then a dot before their own.
    func isNameSpace(_ name: String) -> Bool {
        let start = name + "."
        return functions.keys.contains { $0.hasPrefix(start) } || macros.keys.contains { $0.name.hasPrefix(start) }
    }

    /// The names of functions and macros that a text can write, for suggestions.
    var functionNames: [String] {
        let plain = functions.keys.filter { $0.first?.isLetter == true && !$0.contains("@") }
        return (plain + macros.keys.map(\.name)).sorted()
    }

    /// A type's name used as a value, or a constant of the host's.
    func constant(_ name: String) -> (type: Type, value: Value)? {
        if let type = Environment.typeNames[name] ?? libraryTypes[name] { return (.type(type), .type(type)) }
        return types.constant(name).map { ($0.0, $0.1) }
    }

    /// The names of types that have no name space, for suggestions.
    static var plainTypeNames: [String] { typeNames.keys.filter { !$0.utf8.contains(UInt8(ascii: ".")) }.sorted() }

    private static let typeNames: [String: Type] = [
        "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string, "bytes": .bytes,
        "null_type": .null, "list": .list(.dyn), "map": .map(key: .dyn, value: .dyn), "type": .type(.dyn), "dyn": .dyn,
        "google.protobuf.Timestamp": .timestamp, "google.protobuf.Duration": .duration,
    ]
}

private extension [Overload] {
    mutating func add(_ overloads: [Overload]) {
        for overload in overloads {
            if let index = firstIndex(where: { $0.id == overload.id }) {
                self[index] = overload
            } else {
                append(overload)
            }
        }
    }
}
