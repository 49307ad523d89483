/// What a function does for arguments of certain types.
///
/// The same arguments give the same result, always: a call whose arguments are constants is computed once, when the
/// expression is planned.
public struct Overload: Sendable {
    /// How an overload is computed. Arguments come in order, a member's target first.
    public enum Implementation: Sendable {
        /// A function of one argument.
        case unary(@Sendable (Value) -> Value)
        /// A function of two arguments.
        case binary(@Sendable (Value, Value) -> Value)
        /// A function of as many arguments as the overload has parameters.
        case general(@Sendable ([Value]) -> Value)
    }

    /// What a call is charged for besides its own step.
    public enum Cost: Sendable, Hashable {
        /// Nothing: the work does not grow with the arguments.
        case constant
        /// The sizes of all arguments together.
        case sizes
        /// The product of the sizes of the arguments.
        case product
        /// The size of one argument, which is all that is looked at, such as the key that is looked for in a map.
        case size(of: Int)
    }

    /// One reference wide: checking an expression passes overloads on many times.
    private let storage: Storage
    /// Whether the language definition says what it does, so that a planner may compute it in a way of its own.
    var isStandard = false

    private final class Storage: Sendable {
        let id: String
        let parameters: [Type]
        let result: Type
        let isMember: Bool
        let isStrict: Bool
        let cost: Cost
        let implementation: Implementation
        let runtimeParameters: [Type]
        let preparationCost: Int
        let prepare: (@Sendable (_ constants: [Value?]) -> Implementation?)?

        init(
            id: String, parameters: [Type], result: Type, isMember: Bool, isStrict: Bool, cost: Cost,
            implementation: Implementation, runtimeParameters: [Type], preparationCost: Int,
            prepare: (@Sendable (_ constants: [Value?]) -> Implementation?)?
        ) {
            self.id = id
            self.parameters = parameters
            self.result = result
            self.isMember = isMember
            self.isStrict = isStrict
            self.cost = cost
            self.implementation = implementation
            self.runtimeParameters = runtimeParameters
            self.preparationCost = preparationCost
            self.prepare = prepare
        }
    }

    /// An overload with everything that can be said of one; the other initialisers are shorter.
    ///
    /// - Parameters:
    ///   - id: A stable name, distinct within the function.
    ///   - parameters: The types of the arguments, a member's target first. Type parameters stand for any type, the same
    ///     wherever the same one occurs.
    ///   - result: The type of what it gives.
    ///   - isMember: Whether it is called `target.function(…)`.
    ///   - isStrict: Whether an argument that failed or is unknown is the result, without a call.
    ///   - cost: What a call is charged for besides its own step.
    ///   - implementation: Computes the result; never asked with other kinds of values than `parameters` say, unless a
    ///     host brought them in.
    ///   - runtimeParameters: Kinds to look for at run time where they differ from `parameters`.
    ///   - preparationCost: How many steps the work takes that `prepare` does beforehand. A call is charged for it
    ///     where it was not done, and only so many calls of a program have it done.
    ///   - prepare: Offered the arguments that are constants (nil for the others) once for each call
    ///     in a program; what it returns serves that call. For work such as compiling a pattern.
    public init(
        id: String, parameters: [Type], result: Type, isMember: Bool = false, isStrict: Bool = true,
        cost: Cost = .constant, runtimeParameters: [Type]? = nil, preparationCost: Int = 0,
        prepare: (@Sendable (_ constants: [Value?]) -> Implementation?)? = nil, implementation: Implementation
    ) {
        storage = Storage(
            id: id, parameters: parameters, result: result, isMember: isMember, isStrict: isStrict, cost: cost,
            implementation: implementation, runtimeParameters: runtimeParameters ?? parameters,
            preparationCost: preparationCost, prepare: prepare)
    }

    /// An overload with any number of arguments.
    public init(
        id: String, parameters: [Type], result: Type, isMember: Bool = false, isStrict: Bool = true,
        cost: Cost = .constant, implementation: @escaping @Sendable ([Value]) -> Value
    ) {
        self.init(
            id: id, parameters: parameters, result: result, isMember: isMember, isStrict: isStrict, cost: cost,
            implementation: .general(implementation))
    }

    /// An overload with one argument.
    public init(
        id: String, _ parameter: Type, result: Type, isMember: Bool = false, isStrict: Bool = true,
        cost: Cost = .constant, unary: @escaping @Sendable (Value) -> Value
    ) {
        self.init(
            id: id, parameters: [parameter], result: result, isMember: isMember, isStrict: isStrict, cost: cost,
            implementation: .unary(unary))
    }

    /// An overload with two arguments.
    public init(
        id: String, _ first: Type, _ second: Type, result: Type, isMember: Bool = false, isStrict: Bool = true,
        cost: Cost = .constant, binary: @escaping @Sendable (Value, Value) -> Value
    ) {
        self.init(
            id: id, parameters: [first, second], result: result, isMember: isMember, isStrict: isStrict, cost: cost,
            implementation: .binary(binary))
    }
}

extension Overload {
    /// The overload's stable name, such as `add_int64`; distinct within a function.
    public var id: String { storage.id }
    /// The parameters' types, a member's target first.
    public var parameters: [Type] { storage.parameters }
    /// The type of what it gives; type parameters are those of `parameters`.
    public var result: Type { storage.result }
    /// Whether it is written `target.function(…)`.
    public var isMember: Bool { storage.isMember }
    /// Whether errors and unknowns among the arguments are the result without a call; an error
    /// outdoes an unknown, and the causes of several unknowns are put together.
    public var isStrict: Bool { storage.isStrict }
    /// What a call is charged for, before it is made.
    public var cost: Cost { storage.cost }
    /// How it is computed where nothing was prepared for the call.
    public var implementation: Implementation { storage.implementation }
    /// The kinds that arguments whose type shows only at run time need to have.
    var runtimeParameters: [Type] { storage.runtimeParameters }
    /// How many steps the work takes that `prepare` does beforehand.
    var preparationCost: Int { storage.preparationCost }
    /// Offered the arguments that are constants, once for each call in a program; an implementation
    /// that it returns serves that call, with all arguments as before.
    var prepare: (@Sendable (_ constants: [Value?]) -> Implementation?)? { storage.prepare }

    /// Whether arguments of these kinds suit the overload, as far as the values themselves show.
    func accepts(_ arguments: [Value]) -> Bool {
        guard arguments.count == runtimeParameters.count else { return false }
        for (parameter, argument) in zip(runtimeParameters, arguments) where !parameter.admits(argument) { return false }
        return true
    }
}

private extension Type {
    func admits(_ value: Value) -> Bool {
        switch (self, value) {
        case (.dyn, _), (.parameter, _): true
        case (_, .unknown), (_, .error): true
        case (.list, .list), (.map, .map), (.type, .type): true
        case (.abstract, .object(let object)), (.record, .object(let object)):
            object.type.runtimeName == runtimeName
        case (.record, .map): true
        case (.list, _), (.map, _), (.type, _), (.abstract, _), (.record, _): false
        default: value.type == self
        }
    }
}
