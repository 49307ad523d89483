import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Reads the values of a ruleset's parameters as the types that they say they are.
struct ParameterReader {
    let vocabulary: Vocabulary
    private(set) var diagnostics = Diagnostics()
    /// What readers and limits need of the parameters.
    private(set) var figures = ParameterFigures()

    init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// The parameters as constants. One without a value is unknown, and so is one at fault, which is told: what names it
    /// names a parameter that there is.
    mutating func constants(
        _ parameters: OrderedDictionary<String, Parameter>
    ) -> [String: (type: CEL.`Type`, value: Value)] {
        var constants: [String: (type: CEL.`Type`, value: Value)] = [:]
        for parameter in parameters.values {
            constants["params.\(parameter.name)"] = constant(parameter) ?? open(parameter)
        }
        return constants
    }
}

private extension ParameterReader {
    mutating func constant(_ parameter: Parameter) -> (CEL.`Type`, Value)? {
        if parameter.type == Parameter.unknownType { return open(parameter) }
        guard let node = parameter.value else { return unset(parameter) }
        figures.texts["params.\(parameter.name)"] = node.scalar?.text
        if let element = parameter.type.listElement {
            guard let items = node.sequence else {
                diagnostics.append(.parameterOfOtherType(parameter.name, type: parameter.type, text: nil, at: node.location))
                return nil
            }
            let values = items.compactMap { value($0, type: element, of: parameter) }
            let type = self.type(named: element) ?? .dyn
            return values.count == items.count ? (.list(type), .list(values.map(\.1))) : nil
        }
        if parameter.type == "string" { figures.patterns["params.\(parameter.name)"] = node.scalar.map { TextLiterals.pattern($0.text) } }
        return value(node, type: parameter.type, of: parameter)
    }

    /// What depends on a parameter without a value cannot be known.
    mutating func unset(_ parameter: Parameter) -> (CEL.`Type`, Value)? {
        let element = parameter.type.listElement
        guard type(named: element ?? parameter.type) != nil else {
            diagnostics.append(unknownType(element ?? parameter.type, of: parameter))
            return nil
        }
        let name = "params.\(parameter.name)"
        if let unit = parameter.unit { figures.quantities[name] = Quantity(value: unit.scale, unit: unit) }
        if parameter.type == "percent" { figures.quantities[name] = Quantity(value: Unit.percent.scale, unit: .percent) }
        return open(parameter)
    }

    /// A parameter of which nothing but its type can be told.
    func open(_ parameter: Parameter) -> (CEL.`Type`, Value) {
        let element = parameter.type.listElement
        let type = type(named: element ?? parameter.type) ?? .dyn
        let cause = UnknownCause(code: Reason.parameterUnset.rawValue, subject: "params.\(parameter.name)")
        return (element == nil ? type : .list(type), .unknown(UnknownSet(cause)))
    }

    func type(named name: String) -> CEL.`Type`? {
        if let enumeration = vocabulary.enumerations[name] { return EnumerationValue.type(of: enumeration) }
        return switch name {
        case "string": .string
        case "boolean": .bool
        case "date": DateValue.type
        case "period": PeriodValue.type
        case "integer", "decimal", "percent", "quantity": NumberValue.type
        default: nil
        }
    }

    func unknownType(_ type: String, of parameter: Parameter) -> Diagnostic {
        .unknownParameterType(type, among: Self.types + vocabulary.enumerations.keys, at: parameter.location)
    }

    mutating func value(_ node: YAMLNode, type: String, of parameter: Parameter) -> (CEL.`Type`, Value)? {
        if type == "boolean" { return node.boolean(&diagnostics).map { (.bool, .bool($0)) } }
        guard let text = node.string(&diagnostics) else { return nil }
        if let enumeration = vocabulary.enumerations[type] { return member(text, of: enumeration, at: node.location) }
        if ["integer", "decimal", "percent", "quantity"].contains(type) { return number(text, node, parameter) }
        let value: Value? =
            switch type {
            case "string": .string(CellText.plain(text))
            case "date": CalendarDate(iso: text).map { .object(DateValue($0)) }
            case "period": CalendarPeriod(text).map { .object(PeriodValue($0)) }
            default: nil
            }
        if value == nil {
            let isKnown = ["string", "date", "period"].contains(type)
            diagnostics.append(
                isKnown ? .parameterOfOtherType(parameter.name, type: type, text: text, at: node.location) : unknownType(type, of: parameter))
        }
        return value.map { ($0.type, $0) }
    }

    static let types = ["string", "integer", "decimal", "percent", "boolean", "date", "period", "quantity"]

    mutating func member(_ text: String, of enumeration: Enumeration, at location: Location) -> (CEL.`Type`, Value)? {
        switch RuleLiterals(enumerations: vocabulary.enumerations).convert(text, to: EnumerationValue.type(of: enumeration)) {
        case .value(let value): return (EnumerationValue.type(of: enumeration), value)
        case .fault(let message, let help):
            diagnostics.append(Diagnostic(code: "parameter-type", at: location, message: message, help: help))
        case .notApplicable: break
        }
        return nil
    }

    mutating func number(_ text: String, _ node: YAMLNode, _ parameter: Parameter) -> (CEL.`Type`, Value)? {
        do throws(QuantityFault) {
            let quantity = try parameter.read(text)
            if let fault = parameter.faultOfType(quantity, at: node.location) {
                diagnostics.append(fault)
                return nil
            }
            if parameter.type.listElement == nil { figures.quantities["params.\(parameter.name)"] = quantity }
            return (NumberValue.type, .number(quantity.value))
        } catch {
            diagnostics.append(
                .badQuantity(text, fault: error, at: node.scalar?.location(of: error.range) ?? node.location))
            return nil
        }
    }
}

private extension Parameter {
    /// A number in the parameter's own unit, where it has none of its own.
    func read(_ text: String) throws(QuantityFault) -> Quantity {
        let quantity = try Quantity.parse(text)
        guard quantity.unit == nil, let unit else { return quantity }
        return Quantity(value: quantity.value * unit.scale, unit: unit, fractionDigits: quantity.fractionDigits)
    }

    /// What is wrong with a number for the type and the unit that the parameter says; nil where nothing is.
    func faultOfType(_ quantity: Quantity, at place: Location) -> Diagnostic? {
        let element = type.listElement ?? type
        let isOfType = switch element {
        case "integer": quantity.value.isInteger
        case "percent": quantity.unit?.isRatioSign ?? true
        default: true
        }
        guard isOfType, unit.map({ quantity.unit == nil || quantity.unit?.dimension == $0.dimension }) ?? true else {
            return .parameterOfOtherType(
                name, type: unit.map { "\(element) \($0.symbol)" } ?? element, text: quantity.source, unit: unit, at: place)
        }
        return nil
    }
}

private extension String {
    /// `string` of `list(string)`.
    var listElement: String? { hasPrefix("list(") && hasSuffix(")") ? String(dropFirst(5).dropLast()) : nil }
}
