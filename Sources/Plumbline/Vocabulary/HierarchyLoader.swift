import Diagnostics
import OrderedCollections
import YAML

/// Reads how a table's records lie within each other: `{parent: parent, level: level, levels: {county: 县, township: 乡镇}}`.
struct HierarchyLoader {
    let table: String
    let names: TableNames

    /// The hierarchy, and the fields that it makes: on each record the one of every level that it lies in.
    func read(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> (hierarchy: TableHierarchy, fields: [Field])? {
        let what = Localized(zh: "层级关系", en: "the value of 'hierarchy'")
        guard var reader = MappingReader(node, as: what, &diagnostics) else { return nil }
        let parent = reader.required("parent", &diagnostics).flatMap { self.parent($0, &diagnostics) }
        let level = reader.required("level", &diagnostics).flatMap { self.level($0, &diagnostics) }
        let levels = reader.required("levels", &diagnostics)
        reader.finish(&diagnostics)
        guard let parent, let level, let levels else { return nil }
        let read = self.levels(levels, of: level, &diagnostics)
        guard !read.isEmpty else { return nil }
        let values = OrderedDictionary(uniqueKeysWithValues: read.map { ($0.field.name, $0.value) })
        return (TableHierarchy(parent: parent, level: level.name, levels: values), read.map(\.field))
    }
}

private extension HierarchyLoader {
    func parent(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> String? {
        guard let (field, _) = names.field(node, &diagnostics) else { return nil }
        guard field.type == .reference(table), field.definition == nil else {
            diagnostics.append(.parentOfOtherTable(field, table: table, at: node.location))
            return nil
        }
        return field.name
    }

    func level(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Field? {
        guard let (field, _) = names.field(node, &diagnostics) else { return nil }
        guard field.type == .string || field.type.isEnumeration, !field.isMany, field.definition == nil else {
            diagnostics.append(.unfitColumn(field, wanted: Localized(zh: "枚举字段", en: "a field of an enumeration"), at: node.location))
            return nil
        }
        return field
    }

    func levels(
        _ node: YAMLNode, of level: Field, _ diagnostics: inout Diagnostics
    ) -> [(field: Field, value: String)] {
        var places: [String: Location] = [:]
        var levels: [(field: Field, value: String)] = []
        for entry in node.entries(as: Localized(zh: "各层级", en: "the value of 'levels'"), &diagnostics) {
            guard let name = name(entry.key, &diagnostics), let value = value(entry.value, of: level, &diagnostics) else { continue }
            if let first = places[value] {
                diagnostics.append(.listedTwice(value, first: first, at: entry.value.location))
                continue
            }
            places[value] = entry.value.location
            var field = Field(name: name, type: .reference(table), location: entry.key.location)
            field.blank = .none
            field.definition = .ancestor(level: name)
            levels.append((field, value))
        }
        if case .enumeration(let enumeration) = level.type, enumeration.isOrdered {
            reportOrder(levels.compactMap { enumeration.rank(of: $0.value) }, at: node.location, &diagnostics)
        }
        return levels
    }

    func name(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> String? {
        guard let name = node.scalar?.text, Identifier.isValid(name) else {
            diagnostics.append(.badIdentifier(node.scalar?.text ?? "", isTitled: false, at: node.location))
            return nil
        }
        guard !Identifier.reserved.contains(name) else {
            diagnostics.append(.reservedName(name, at: node.location))
            return nil
        }
        guard !names.declared.contains(name) else {
            diagnostics.append(.nameTaken(name, on: table, first: names.fields[name]?.location ?? node.location, at: node.location))
            return nil
        }
        return name
    }

    /// The id of the level's value.
    func value(_ node: YAMLNode, of level: Field, _ diagnostics: inout Diagnostics) -> String? {
        guard let text = node.string(&diagnostics) else { return nil }
        guard case .enumeration(let enumeration) = level.type else { return text }
        guard let rank = enumeration.rank(of: text) else {
            diagnostics.append(.notAMember(text, of: enumeration, at: node.location))
            return nil
        }
        return enumeration.members[rank].id
    }

    /// Levels go from the highest down, an ordered enumeration from the lowest up.
    func reportOrder(_ ranks: [Int], at location: Location, _ diagnostics: inout Diagnostics) {
        if zip(ranks, ranks.dropFirst()).contains(where: { $0 < $1 }) { diagnostics.append(.levelsOutOfOrder(at: location)) }
    }
}
