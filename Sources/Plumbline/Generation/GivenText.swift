import CEL
import Quantities

/// What a cell of a field would say for a value.
struct GivenText {
    let field: Field

    /// - Throws: Where no cell can say it exactly.
    func text(_ number: Number) throws(Unmakeable) -> String {
        let unit = field.type == .percent ? Unit.percent : field.unit
        let shown = number * (unit?.scale.reciprocal ?? 1)
        let isOutside = field.range.map { !$0.contains(number) } ?? false
        guard !isOutside, shown.exactFractionDigits != nil, field.type != .integer || shown.isInteger else {
            throw .value(number.description, of: field.name)
        }
        return field.type == .percent ? "\(shown.description)%" : shown.description
    }

    func text(_ value: Value) throws(Unmakeable) -> String {
        if field.type.isNumeric, let number = value.number { return try text(number) }
        switch value {
        case .string(let text): return text
        case .bool(let flag): return flag ? "true" : "false"
        case .object(let object): return object.description
        default: throw .value(value.description, of: field.name)
        }
    }

    /// Something that the field can hold and that is none of these.
    func other(than texts: [String]) throws(Unmakeable) -> String {
        switch field.type {
        case .enumeration(let enumeration):
            let taken = Set(texts.compactMap { enumeration.rank(of: $0) })
            guard let free = enumeration.members.indices.first(where: { !taken.contains($0) }) else { break }
            return enumeration.members[free].id
        case .string: return texts.contains("其他") ? "另一个" : "其他"
        case .boolean: return texts.contains("true") ? "false" : "true"
        case .date, .datetime: return texts.contains("2020-01-01") ? "2020-01-02" : "2020-01-01"
        case .integer, .decimal: return ["1", "2", "3"].first { !texts.contains($0) } ?? "4"
        default: break
        }
        throw .value("≠ \(texts.joined(separator: ", "))", of: field.name)
    }
}
