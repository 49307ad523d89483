import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Reads one field of a table.
struct FieldLoader {
    let name: String
    let enumerations: OrderedDictionary<String, Enumeration>

    func read(_ node: YAMLNode, at location: Location, _ diagnostics: inout Diagnostics) -> Field? {
        guard var reader = MappingReader(node, as: Localized(zh: "字段", en: "a field"), &diagnostics) else { return nil }
        let typeNode = reader.required("type", &diagnostics)
        let title = reader.optional("title")?.localized(&diagnostics)
        let aliases = reader.optional("aliases")?.strings(&diagnostics) ?? []
        let isSensitive = reader.optional("sensitive")?.boolean(&diagnostics) ?? false
        let (unit, range) = (reader.optional("unit"), reader.optional("range"))
        let (bare, blank) = (reader.optional("bare"), reader.optional("blank"))
        reader.finish(&diagnostics)
        guard let type = typeNode.flatMap({ type($0, &diagnostics) }) else { return nil }
        var field = Field(name: name, type: type, location: location)
        field.title = title
        field.aliases = aliases
        field.isSensitive = isSensitive
        if let unit { field.unit = self.unit(unit, for: type, &diagnostics) }
        if let bare { field.bare = self.bare(bare, for: type, &diagnostics) }
        // A range is read as its field's cells are, so what a bare number means comes first.
        if let range { field.range = self.range(range, of: field, &diagnostics) }
        if let blank { field.blank = self.blank(blank, of: field, &diagnostics) }
        return field
    }
}

private extension FieldLoader {
    func type(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> FieldType? {
        guard let name = node.string(&diagnostics) else { return nil }
        if let type = FieldType.named[name] { return type }
        if let enumeration = enumerations[name] { return .enumeration(enumeration) }
        let names = FieldType.named.keys.sorted() + enumerations.keys
        diagnostics.append(.unknownType(name, among: names, at: node.location))
        return nil
    }

    func unit(_ node: YAMLNode, for type: FieldType, _ diagnostics: inout Diagnostics) -> Unit? {
        guard let text = node.string(&diagnostics) else { return nil }
        guard type == .integer || type == .decimal else {
            diagnostics.append(.unitOnType(type.name, at: node.location))
            return nil
        }
        do throws(QuantityFault) {
            return try Unit.parse(text)
        } catch {
            diagnostics.append(.badQuantity(text, fault: error, at: node.scalar?.location(of: error.range) ?? node.location))
            return nil
        }
    }

    /// `0..`, `..100` or `0..100`, in the field's own unit.
    func range(_ node: YAMLNode, of field: Field, _ diagnostics: inout Diagnostics) -> Field.Range? {
        guard let text = node.string(&diagnostics) else { return nil }
        guard field.type.isNumeric else {
            diagnostics.append(.rangeOnType(field.type.name, at: node.location))
            return nil
        }
        let ends = text.split(separator: "..", omittingEmptySubsequences: false).map { CellText.trimmed(String($0)) }
        let numbers = ends.map { end in end.isEmpty ? nil : number(end, of: field) }
        guard ends.count == 2, zip(ends, numbers).allSatisfy({ $0.isEmpty || $1 != nil }),
              !ends.allSatisfy(\.isEmpty)
        else {
            diagnostics.append(.badRange(text, at: node.location))
            return nil
        }
        if let lower = numbers[0], let upper = numbers[1], lower > upper {
            diagnostics.append(.rangeReversed(text, at: node.location))
            return nil
        }
        return Field.Range(lower: numbers[0], upper: numbers[1], text: text)
    }

    func number(_ text: String, of field: Field) -> Number? {
        guard case .measured(let value) = CellReader(field).read(text) else { return nil }
        return value.number
    }

    func bare(_ node: YAMLNode, for type: FieldType, _ diagnostics: inout Diagnostics) -> Field.BarePercent? {
        guard let text = node.string(&diagnostics) else { return nil }
        guard type == .percent, let bare = Field.BarePercent(rawValue: text) else {
            diagnostics.append(.badBare(text, isPercent: type == .percent, at: node.location))
            return nil
        }
        return bare
    }

    func blank(_ node: YAMLNode, of field: Field, _ diagnostics: inout Diagnostics) -> Field.Blank {
        guard let scalar = node.scalar, !CellText(scalar.text).text.isEmpty else {
            diagnostics.append(.badBlank(node.scalar?.text ?? "", of: field, at: node.location))
            return .missing
        }
        switch scalar.text {
        case "missing": return .missing
        case "none": return .none
        default:
            guard case .measured = CellReader(field).read(scalar.text) else {
                diagnostics.append(.badBlank(scalar.text, of: field, at: node.location))
                return .missing
            }
            return .value(scalar.text)
        }
    }
}
