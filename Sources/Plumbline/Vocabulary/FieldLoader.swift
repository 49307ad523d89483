import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Reads one field of a table: a column of files, a reference to another table, or what is computed from others.
struct FieldLoader {
    let name: String
    let enumerations: OrderedDictionary<String, Enumeration>

    /// A mapping, or an expression by itself.
    func read(_ node: YAMLNode, at location: Location, _ diagnostics: inout Diagnostics) -> FieldReading? {
        guard node.mapping == nil, node.scalar != nil, !node.isNull else {
            return mapped(node, at: location, &diagnostics)
        }
        if let type = namedType(node) {
            diagnostics.append(.typeForField(type, name, at: node.location))
            return nil
        }
        guard let expression = node.expression(&diagnostics) else { return nil }
        var field = Field(name: name, type: .inferred, location: location)
        field.definition = .expression(expression)
        return FieldReading(field: field)
    }
}

private extension FieldLoader {
    /// The nodes of the keys that suit some fields only.
    struct Keys {
        var type, references, expression, list, atLeastOne, many, unit, range, bare, blank, reachedOn: YAMLNode?

        init(_ reader: inout MappingReader) {
            (type, references, expression) = (reader.optional("type"), reader.optional("references"), reader.optional("expression"))
            (list, atLeastOne, many) = (reader.optional("list"), reader.optional("at_least_one"), reader.optional("many"))
            (unit, range, bare) = (reader.optional("unit"), reader.optional("range"), reader.optional("bare"))
            (blank, reachedOn) = (reader.optional("blank"), reader.optional("reached_on"))
        }
    }

    func mapped(_ node: YAMLNode, at location: Location, _ diagnostics: inout Diagnostics) -> FieldReading? {
        guard var reader = MappingReader(node, as: Localized(zh: "字段", en: "a field"), &diagnostics) else { return nil }
        let keys = Keys(&reader)
        let title = reader.optional("title")?.localized(&diagnostics)
        let aliases = reader.optional("aliases")?.strings(&diagnostics) ?? []
        let isSensitive = reader.optional("sensitive")?.boolean(&diagnostics) ?? false
        reader.finish(&diagnostics)
        reportListOfNothing(keys, &diagnostics)
        var draft: FieldReading?
        if let references = keys.references {
            draft = reference(references, keys, at: location, &diagnostics)
        } else if let expression = keys.expression {
            draft = computed(expression, keys, at: location, &diagnostics)
        } else if let type = reader.required("type", &diagnostics) {
            draft = plain(type, keys, at: location, &diagnostics)
        }
        draft?.field.title = title
        draft?.field.aliases = aliases
        draft?.field.isSensitive = isSensitive
        return draft
    }

    func plain(_ node: YAMLNode, _ keys: Keys, at location: Location, _ diagnostics: inout Diagnostics) -> FieldReading? {
        guard let type = type(node, &diagnostics) else { return nil }
        var field = Field(name: name, type: type, location: location)
        readFigures(of: &field, keys, &diagnostics)
        field.isMany = keys.many?.boolean(&diagnostics) ?? false
        if let blank = keys.blank { field.blank = self.blank(blank, of: field, &diagnostics) }
        let steps = keys.reachedOn.map { StepDates(field: field).read($0, &diagnostics) } ?? []
        return FieldReading(field: field, steps: steps)
    }

    /// `{references: region, list: institutions}`
    func reference(
        _ node: YAMLNode, _ keys: Keys, at location: Location, _ diagnostics: inout Diagnostics
    ) -> FieldReading? {
        for (key, other) in [
            ("type", keys.type), ("expression", keys.expression), ("many", keys.many), ("unit", keys.unit), ("range", keys.range),
            ("bare", keys.bare), ("reached_on", keys.reachedOn),
        ] {
            if let other { diagnostics.append(.keyOfReference(key, at: other.location)) }
        }
        guard let table = node.string(&diagnostics) else { return nil }
        var field = Field(name: name, type: .reference(table), location: location)
        field.list = keys.list?.string(&diagnostics)
        field.isAtLeastOne = keys.atLeastOne?.boolean(&diagnostics) ?? false
        if let blank = keys.blank { field.blank = self.blank(blank, of: field, &diagnostics) }
        return FieldReading(field: field, referenceLocation: node.location, listLocation: keys.list?.location)
    }

    /// `{expression: "city.split('-')[0]", title: 省}`; a type is inferred where none is said.
    func computed(
        _ node: YAMLNode, _ keys: Keys, at location: Location, _ diagnostics: inout Diagnostics
    ) -> FieldReading? {
        for (key, other) in [("many", keys.many), ("blank", keys.blank), ("reached_on", keys.reachedOn)] {
            if let other { diagnostics.append(.keyOfComputed(key, at: other.location)) }
        }
        var type = FieldType.inferred
        if let node = keys.type {
            guard let named = self.type(node, &diagnostics) else { return nil }
            type = named
        } else if let unit = keys.unit {
            type = .figure(in: unit.scalar?.text)
        }
        guard let expression = node.expression(&diagnostics) else { return nil }
        var field = Field(name: name, type: type, location: location)
        field.definition = .expression(expression)
        readFigures(of: &field, keys, &diagnostics)
        return FieldReading(field: field)
    }

    func readFigures(of field: inout Field, _ keys: Keys, _ diagnostics: inout Diagnostics) {
        let details = FieldDetails(field: field)
        // A computed field whose unit is a percent sign is a percent field by that, and keeps no unit.
        if let unit = keys.unit, keys.type != nil || field.type != .percent { field.unit = details.unit(unit, &diagnostics) }
        if let bare = keys.bare { field.bare = details.bare(bare, &diagnostics) }
        // A range is read as its field's cells are, so what a bare number means comes first.
        if let range = keys.range { field.range = FieldDetails(field: field).range(range, &diagnostics) }
    }

    func type(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> FieldType? {
        guard let name = node.string(&diagnostics) else { return nil }
        if let type = namedType(node) { return type }
        guard !diagnostics.isFull else {
            diagnostics.leaveOut()
            return nil
        }
        let names = FieldType.named.keys.sorted() + enumerations.keys
        diagnostics.append(.unknownType(name, among: names, at: node.location))
        return nil
    }

    func namedType(_ node: YAMLNode) -> FieldType? {
        guard let name = node.scalar?.text else { return nil }
        return FieldType.named[name] ?? enumerations[name].map { .enumeration($0) }
    }

    func blank(_ node: YAMLNode, of field: Field, _ diagnostics: inout Diagnostics) -> Field.Blank {
        FieldDetails(field: field).blank(node, &diagnostics)
    }

    /// A list without a reference, or one that must not be empty without a list.
    func reportListOfNothing(_ keys: Keys, _ diagnostics: inout Diagnostics) {
        if keys.references == nil, let node = keys.list ?? keys.atLeastOne {
            diagnostics.append(.listWithoutReference(keys.list == nil ? "at_least_one" : "list", at: node.location))
        } else if keys.list == nil, let node = keys.atLeastOne {
            diagnostics.append(.atLeastOneOfNoList(at: node.location))
        }
    }
}
