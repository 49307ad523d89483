import Diagnostics
import OrderedCollections
import Quantities

/// The unit that a line above a header states for a whole table: `单位：万元`, `机构收入情况表（万元）`.
///
/// It is not applied, since nobody can tell to which columns; whoever reads the report has to know that it stands there.
enum TitleUnit {
    /// The unit of a line, where it is not that of the table's fields; nil where there is none, or nothing depends on it.
    static func unit(of title: TitleRow, for table: Table) -> Unit? {
        guard let unit = stated(HeaderName(title.text).folded) else { return nil }
        return table.fields.values.contains { differs(unit, $0) } ? unit : nil
    }

    private static func stated(_ text: String) -> Unit? {
        let marks = ["单位:", "unit:"]
        for mark in marks {
            guard let range = text.ranges(of: mark).last else { continue }
            let rest = text[range.upperBound...].prefix { !")]】,;，；".contains($0) }
            if let unit = try? Unit.parse(String(rest)) { return unit }
        }
        guard let last = text.last, ")】]".contains(last), let opening = text.lastIndex(where: { "(【[".contains($0) }) else { return nil }
        return try? Unit.parse(String(text[text.index(after: opening)...].dropLast()))
    }

    /// Whether numbers under the field would be other ones in the unit.
    private static func differs(_ unit: Unit, _ field: Field) -> Bool {
        guard field.type.isNumeric else { return false }
        guard let own = field.unit else { return field.type != .percent && unit.scale != 1 }
        return own.isCommensurable(with: unit) && own.scale != unit.scale
    }
}
