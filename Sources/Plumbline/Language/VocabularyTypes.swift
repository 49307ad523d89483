import CEL
import OrderedCollections

/// The tables of a vocabulary as CEL's record types, and the constants of a ruleset.
struct VocabularyTypes: TypeProvider {
    let vocabulary: Vocabulary
    /// Parameters and the plan's own days, by their full names, such as `params.least` and `plan.from`.
    var constants: [String: (type: CEL.`Type`, value: Value)] = [:]
    /// What readers and limits need of the parameters.
    var figures = ParameterFigures()
    /// What was filled in for the parameters of the rule's template.
    var filled = FilledParameters()

    func type(ofField name: String, of record: String) -> CEL.`Type`? {
        guard let table = vocabulary.tables[record] else { return nil }
        if let field = table.fields[name] { return Self.type(of: field) }
        return vocabulary.lists(of: record).first { $0.name == name }.map { .list(.record($0.table)) }
    }

    func fields(of record: String) -> [String]? {
        vocabulary.tables[record].map { Array($0.fields.keys) + vocabulary.lists(of: record).map(\.name) }
    }

    func constant(_ name: String) -> (CEL.`Type`, Value)? { constants[name].map { ($0.type, $0.value) } }

    /// The type of a field that holds values of a CEL type; nil where no field can.
    static func fieldType(of type: CEL.`Type`, in vocabulary: Vocabulary) -> FieldType? {
        switch type {
        case .string: .string
        case NumberValue.type, .int, .uint: .decimal
        case .bool: .boolean
        case DateValue.type: .date
        case PeriodValue.type: .period
        case .timestamp: .datetime
        case .duration: .duration
        case .record(let name): .reference(name)
        case .abstract(let name, _): vocabulary.enumerations[name].map { .enumeration($0) }
        default: nil
        }
    }

    static func type(of field: Field) -> CEL.`Type` {
        let type = type(of: field.type)
        return field.isMany ? .list(type) : type
    }

    static func type(of type: FieldType) -> CEL.`Type` {
        switch type {
        case .string: .string
        case .integer, .decimal, .percent: NumberValue.type
        case .boolean: .bool
        case .date: DateValue.type
        case .datetime: .timestamp
        case .duration: .duration
        case .period: PeriodValue.type
        case .enumeration(let enumeration): EnumerationValue.type(of: enumeration)
        case .reference(let table): .record(table)
        case .inferred: .dyn
        }
    }
}
