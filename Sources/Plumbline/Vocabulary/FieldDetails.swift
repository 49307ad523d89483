import Diagnostics
import Quantities
import YAML

/// Reads what a field says of its cells: unit, range, the meaning of bare numbers and of blanks.
struct FieldDetails {
    /// The field as far as it is known; later details are read by earlier ones.
    let field: Field

    func unit(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Unit? {
        guard let text = node.string(&diagnostics) else { return nil }
        guard field.type == .integer || field.type == .decimal else {
            diagnostics.append(.unitOnType(field.type.name, at: node.location))
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
    func range(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Field.Range? {
        guard let text = node.string(&diagnostics) else { return nil }
        guard field.type.isNumeric else {
            diagnostics.append(.rangeOnType(field.type.name, at: node.location))
            return nil
        }
        let ends = text.split(separator: "..", omittingEmptySubsequences: false).map { CellText.trimmed(String($0)) }
        let numbers = ends.map { end in end.isEmpty ? nil : number(end) }
        guard ends.count == 2, zip(ends, numbers).allSatisfy({ $0.isEmpty || $1 != nil }),
              !ends.allSatisfy(\.isEmpty)
        else {
            diagnostics.append(.badRange(text, of: field.type, at: node.location))
            return nil
        }
        if let lower = numbers[0], let upper = numbers[1], lower > upper {
            diagnostics.append(.rangeReversed(text, at: node.location))
            return nil
        }
        return Field.Range(lower: numbers[0], upper: numbers[1], text: text)
    }

    func bare(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Field.BarePercent? {
        guard let text = node.string(&diagnostics) else { return nil }
        guard field.type == .percent, let bare = Field.BarePercent(rawValue: text) else {
            diagnostics.append(.badBare(text, isPercent: field.type == .percent, at: node.location))
            return nil
        }
        return bare
    }

    func blank(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Field.Blank {
        guard let scalar = node.scalar, !CellText(scalar.text).text.isEmpty else {
            diagnostics.append(.badBlank(node.scalar?.text ?? "", of: field, at: node.location))
            return .missing
        }
        switch scalar.text {
        case "missing": return .missing
        case "none": return .none
        default:
            guard !field.type.isReference, case .measured = CellReader(field).read(scalar.text) else {
                diagnostics.append(.badBlank(scalar.text, of: field, at: node.location))
                return .missing
            }
            return .value(scalar.text)
        }
    }

    private func number(_ text: String) -> Number? {
        guard case .measured(let value) = CellReader(field).read(text) else { return nil }
        return value.number
    }
}
