import Diagnostics
import Quantities
import YAML

/// Reads one indicator, which becomes a field of the table that it is of.
struct IndicatorLoader {
    /// An indicator with the places of the names in it that the tables have to know.
    struct Draft {
        var field: Field
        var table: TableReading.Name
        /// The part of the total that it is of, as files write it, with its place.
        var breakdown: TableReading.Name?
    }

    static let what = Localized(zh: "指标", en: "an indicator")

    func read(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Draft? {
        guard var reader = MappingReader(node, as: Self.what, &diagnostics) else { return nil }
        let id = reader.required("id", &diagnostics).flatMap { self.id($0, &diagnostics) }
        let of = reader.required("of", &diagnostics)
        let unit = reader.optional("unit")
        let better = reader.optional("better")?.choice(of: Indicator.Better.self, &diagnostics)
        let title = reader.optional("title")?.localized(&diagnostics)
        let aliases = reader.optional("aliases")?.strings(&diagnostics) ?? []
        let formula = Formula(&reader)
        let (bare, range) = (reader.optional("bare"), reader.optional("range"))
        let breakdown = reader.optional("breakdown")
        let isSensitive = reader.optional("sensitive")?.boolean(&diagnostics) ?? false
        reader.finish(&diagnostics)
        let definition = formula.definition(&diagnostics)
        guard let id, let of, let table = of.string(&diagnostics) else { return nil }
        var field = Field(name: id.text, type: .figure(in: unit?.scalar?.text), location: id.location)
        field.title = title
        field.aliases = aliases
        field.isSensitive = isSensitive
        field.indicator = Indicator(better: better)
        field.definition = definition
        if let unit, field.type != .percent { field.unit = FieldDetails(field: field).unit(unit, &diagnostics) }
        if let bare { field.bare = FieldDetails(field: field).bare(bare, &diagnostics) }
        if let range { field.range = FieldDetails(field: field).range(range, &diagnostics) }
        var draft = Draft(field: field, table: TableReading.Name(text: table, location: of.location))
        draft.breakdown = breakdown.flatMap { node in
            node.string(&diagnostics).map { TableReading.Name(text: $0, location: node.location) }
        }
        return draft
    }
}

private extension IndicatorLoader {
    func id(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> TableReading.Name? {
        guard let id = node.string(&diagnostics) else { return nil }
        guard Identifier.isValid(id) else {
            diagnostics.append(.badIdentifier(id, at: node.location))
            return nil
        }
        guard !Identifier.reserved.contains(id) else {
            diagnostics.append(.reservedName(id, at: node.location))
            return nil
        }
        return TableReading.Name(text: id, location: node.location)
    }

    /// Numerator and denominator, an expression, or neither.
    struct Formula {
        let numerator, denominator, expression: YAMLNode?

        init(_ reader: inout MappingReader) {
            numerator = reader.optional("numerator")
            denominator = reader.optional("denominator")
            expression = reader.optional("expression")
        }

        func definition(_ diagnostics: inout Diagnostics) -> Definition? {
            if let expression, numerator != nil || denominator != nil {
                diagnostics.append(.twoFormulas(at: expression.location))
                return nil
            }
            if let expression { return expression.expression(&diagnostics).map { .expression($0) } }
            guard let numerator, let denominator else {
                if let half = numerator ?? denominator {
                    diagnostics.append(.halfARatio(hasNumerator: numerator != nil, at: half.location))
                }
                return nil
            }
            let (above, below) = (numerator.expression(&diagnostics), denominator.expression(&diagnostics))
            guard let above, let below else { return nil }
            return .ratio(numerator: above, denominator: below)
        }
    }
}
