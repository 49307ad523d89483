import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Reads the values of a ruleset's parameters as the types that they say they are.
struct ParameterReader {
    let vocabulary: Vocabulary
    private(set) var diagnostics = Diagnostics()
    /// The parameters whose value is a share, such as `85%`.
    private(set) var shares: Set<String> = []

    init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// The parameters as constants; those at fault are left out, and told.
    mutating func constants(
        _ parameters: OrderedDictionary<String, Parameter>
    ) -> [String: (type: CEL.`Type`, value: Value)] {
        var constants: [String: (type: CEL.`Type`, value: Value)] = [:]
        for parameter in parameters.values {
            if let constant = constant(parameter) { constants["params.\(parameter.name)"] = constant }
        }
        return constants
    }
}

private extension ParameterReader {
    mutating func constant(_ parameter: Parameter) -> (CEL.`Type`, Value)? {
        if let element = parameter.type.listElement {
            guard let items = parameter.value.sequence else {
                diagnostics.append(.parameterOfOtherType(parameter.name, type: parameter.type, at: parameter.value.location))
                return nil
            }
            let values = items.compactMap { value($0, type: element, of: parameter) }
            return values.count == items.count ? (.list(values.first?.0 ?? .dyn), .list(values.map(\.1))) : nil
        }
        return value(parameter.value, type: parameter.type, of: parameter)
    }

    mutating func value(_ node: YAMLNode, type: String, of parameter: Parameter) -> (CEL.`Type`, Value)? {
        guard let text = node.string(&diagnostics) else { return nil }
        if let enumeration = vocabulary.enumerations[type] { return member(text, of: enumeration, at: node.location) }
        if ["integer", "decimal", "percent", "quantity"].contains(type) { return number(text, node, parameter) }
        let value: Value? =
            switch type {
            case "string": .string(text)
            case "boolean": node.boolean(&diagnostics).map { .bool($0) }
            case "date": CalendarDate(iso: text).map { .object(DateValue($0)) }
            case "period": CalendarPeriod(text).map { .object(PeriodValue($0)) }
            default: nil
            }
        if value == nil {
            let isKnown = ["string", "boolean", "date", "period"].contains(type)
            diagnostics.append(
                isKnown ? .parameterOfOtherType(parameter.name, type: type, at: node.location)
                    : .unknownParameterType(type, among: Self.types + vocabulary.enumerations.keys, at: parameter.location))
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
            let quantity = try Quantity.parse(text)
            if quantity.unit?.isRatioSign == true { shares.insert(parameter.name) }
            return (NumberValue.type, .number(quantity.value))
        } catch {
            diagnostics.append(
                .badQuantity(text, fault: error, at: node.scalar?.location(of: error.range) ?? node.location))
            return nil
        }
    }
}

private extension String {
    /// `string` of `list(string)`.
    var listElement: String? { hasPrefix("list(") && hasSuffix(")") ? String(dropFirst(5).dropLast()) : nil }
}
