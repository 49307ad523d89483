import Diagnostics
import OrderedCollections
import YAML

/// Reads one table of a vocabulary: one that files hold, or one of the groups of another table.
struct TableLoader {
    let name: String
    let enumerations: OrderedDictionary<String, Enumeration>

    func read(_ node: YAMLNode, at location: Location, _ diagnostics: inout Diagnostics) -> TableReading? {
        if node.mapping?["group"] != nil {
            return GroupLoader(name: name).read(node, at: location, &diagnostics)
        }
        guard var reader = MappingReader(node, as: Localized(zh: "数据表", en: "a table"), &diagnostics) else { return nil }
        let keyNode = reader.required("key", &diagnostics)
        let labelNode = reader.optional("label")
        let title = reader.optional("title")?.localized(&diagnostics)
        let aliases = reader.optional("aliases")?.strings(&diagnostics) ?? []
        let periodNode = reader.optional("period")
        let validNode = reader.optional("valid")
        let (hierarchyNode, observationsNode) = (reader.optional("hierarchy"), reader.optional("observations"))
        let checks = reader.optional("checks")?.items(&diagnostics).compactMap { check($0, &diagnostics) } ?? []
        let benchmarksNode = reader.optional("benchmarks")
        let fieldsNode = reader.required("fields", &diagnostics)
        reader.finish(&diagnostics)
        guard let fieldsNode else { return nil }
        let entries = fieldsNode.entries(as: Localized(zh: "字段", en: "the value of 'fields'"), &diagnostics)
        let drafts = drafts(entries, period: periodNode?.scalar?.text, &diagnostics)
        var fields = OrderedDictionary(drafts.map { ($0.field.name, $0.field) }) { first, _ in first }
        let names = TableNames(table: name, fields: fields, declared: entries.compactMap { $0.key.scalar?.text })
        let key = keyNode.flatMap { self.key($0, names, &diagnostics) } ?? .row
        for draft in drafts {
            fields[draft.field.name]?.reachedOn = StepDates(field: draft.field).dates(draft.steps, names, &diagnostics)
        }
        var table = Table(name: name, key: key, fields: fields, location: location)
        table.title = title
        table.aliases = aliases
        table.label = labelNode.flatMap { label($0, names, &diagnostics) }
        table.period = periodNode.flatMap { period($0, names, &diagnostics) }
        table.validity = validNode.flatMap { ValidityLoader(names: names).read($0, &diagnostics) }
        if let validNode, table.period != nil { diagnostics.append(.registerOfPeriods(name, at: validNode.location)) }
        table.checks = checks
        table.benchmarks = benchmarksNode.flatMap { BenchmarksReader(names: names).read($0, &table.fields, &diagnostics) }
        if let (hierarchy, levels) = hierarchyNode.flatMap({ HierarchyLoader(table: name, names: names).read($0, &diagnostics) }) {
            table.hierarchy = hierarchy
            for level in levels { table.fields[level.name] = level }
        }
        var reading = TableReading(table: table, references: drafts.filter { $0.referenceLocation != nil })
        if let observationsNode {
            reading.observed = ObservationsLoader(table: name, names: names).read(observationsNode, &diagnostics)
            if periodNode == nil { diagnostics.append(.observationsWithoutPeriod(name, at: observationsNode.location)) }
        }
        return reading
    }
}

private extension TableLoader {
    func drafts(
        _ entries: [YAMLMapping.Entry], period: String?, _ diagnostics: inout Diagnostics
    ) -> [FieldReading] {
        var drafts: [FieldReading] = []
        for entry in entries {
            let name = entry.key.scalar?.text ?? ""
            guard Identifier.isValid(name) else {
                diagnostics.append(.badIdentifier(name, at: entry.key.location))
                continue
            }
            // A table's own period may be called so.
            guard !Identifier.reserved.contains(name) || name == "period" && period == name else {
                diagnostics.append(.reservedName(name, at: entry.key.location))
                continue
            }
            let loader = FieldLoader(name: name, enumerations: enumerations)
            if let draft = loader.read(entry.value, at: entry.key.location, &diagnostics) { drafts.append(draft) }
        }
        return drafts
    }

    /// `row`, or a list of fields.
    func key(_ node: YAMLNode, _ names: TableNames, _ diagnostics: inout Diagnostics) -> Table.Key? {
        if node.scalar?.text == "row" { return .row }
        let items = node.sequence ?? [node]
        let fields = items.compactMap { names.field($0, &diagnostics) }
        let texts = items.compactMap { $0.scalar?.text }
        if items.isEmpty || Set(texts).count < texts.count { diagnostics.append(.badKey(at: node.location)) }
        for (field, item) in fields where field.isMany || field.definition != nil {
            diagnostics.append(.cannotBeKey(field, at: item.location))
        }
        return fields.isEmpty ? nil : .fields(fields.map(\.field.name))
    }

    func label(_ node: YAMLNode, _ names: TableNames, _ diagnostics: inout Diagnostics) -> String? {
        guard let (field, _) = names.field(node, &diagnostics) else { return nil }
        guard !field.type.isReference, !field.isMany else {
            diagnostics.append(.cannotBeLabel(field, at: node.location))
            return nil
        }
        return field.name
    }

    /// A scalar that could be a field's name has to be one; everything else is an expression.
    func period(_ node: YAMLNode, _ names: TableNames, _ diagnostics: inout Diagnostics) -> TablePeriod? {
        guard let expression = node.expression(&diagnostics) else { return nil }
        guard Identifier.isValid(expression.text) else {
            if let period = CalendarPeriod(expression.text) {
                diagnostics.append(.periodOfTable(period, at: node.location))
                return nil
            }
            return .expression(expression)
        }
        guard let (field, _) = names.field(node, &diagnostics) else { return nil }
        guard field.type == .period || field.type == .inferred, !field.isMany else {
            diagnostics.append(.notAPeriodField(field, at: node.location))
            return nil
        }
        return .field(field.name)
    }

    /// A condition, or `{check: …, title: …}`.
    func check(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> TableCheck? {
        guard node.mapping?["check"] != nil || node.mapping?["title"] != nil else {
            return node.expression(&diagnostics).map { TableCheck(condition: $0) }
        }
        guard var reader = MappingReader(node, as: Localized(zh: "勾稽关系", en: "a check"), &diagnostics) else { return nil }
        let condition = reader.required("check", &diagnostics)?.expression(&diagnostics)
        let title = reader.optional("title")?.localized(&diagnostics)
        reader.finish(&diagnostics)
        return condition.map { TableCheck(condition: $0, title: title) }
    }
}
