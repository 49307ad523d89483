import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Reads vocabulary files into one vocabulary.
///
/// Several files add up; a table or an enumeration that two of them define is a fault.
struct VocabularyLoader {
    private(set) var vocabulary = Vocabulary()
    private var names = VocabularyNames()
    /// Tables that are there, but could not be read; what is said of them cannot be checked.
    private var brokenTables: Set<String> = []
    private var isWhole = true

    /// Reads files that belong together. Enumerations come first, then tables, then what tables and indicators say of
    /// each other, so that neither the order of the files nor that within them matters.
    ///
    /// - Parameter isWhole: Whether all files that were asked for could be read; otherwise a table that is nowhere defined
    ///   is no fault.
    mutating func read(_ nodes: [YAMLNode], isWhole: Bool, _ diagnostics: inout Diagnostics) {
        self.isWhole = isWhole
        let contents = nodes.compactMap { readHeader($0, &diagnostics) }
        let drafts = contents.flatMap { content in content.tables.map { readTables($0, &diagnostics) } ?? [] }
        for draft in drafts where draft.grouping == nil { takeFields(of: draft.table, &diagnostics) }
        for draft in drafts { makeGroup(draft, &diagnostics) }
        for draft in drafts { link(draft, &diagnostics) }
        for draft in drafts { observe(draft, &diagnostics) }
        let indicators = contents.flatMap { content in content.indicators.map { readIndicators($0, &diagnostics) } ?? [] }
        for table in Set(drafts.map(\.table.name) + indicators).sorted() { reportSharedHeaders(of: table, &diagnostics) }
        reportSharedObservations(&diagnostics)
        vocabulary.settleLists()
    }
}

private extension VocabularyLoader {
    /// What a file holds besides its enumerations.
    struct Content {
        var tables: YAMLNode?
        var indicators: YAMLNode?
    }

    mutating func readHeader(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Content? {
        guard var reader = MappingReader(node, as: Localized(zh: "词汇表", en: "a vocabulary"), &diagnostics) else { return nil }
        if let name = reader.required("vocabulary", &diagnostics)?.string(&diagnostics) { vocabulary.names.append(name) }
        if let node = reader.optional("enumerations") { readEnumerations(node, &diagnostics) }
        let content = Content(tables: reader.optional("tables"), indicators: reader.optional("indicators"))
        reader.finish(&diagnostics)
        return content
    }

    mutating func readEnumerations(_ node: YAMLNode, _ diagnostics: inout Diagnostics) {
        for entry in node.entries(as: Localized(zh: "枚举", en: "the value of 'enumerations'"), &diagnostics) {
            guard let name = identifier(entry.key, &diagnostics) else { continue }
            guard FieldType.named[name] == nil, !Identifier.typeNames.contains(name) else {
                diagnostics.append(.nameOfType(name, at: entry.key.location))
                continue
            }
            guard vocabulary.enumerations[name] == nil else {
                diagnostics.append(.definedTwice(name, at: entry.key.location))
                continue
            }
            if let enumeration = EnumerationLoader(name: name).read(entry.value, &diagnostics) {
                vocabulary.enumerations[name] = enumeration
            }
        }
    }

    mutating func readTables(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> [TableReading] {
        var drafts: [TableReading] = []
        for entry in node.entries(as: Localized(zh: "数据表", en: "the value of 'tables'"), &diagnostics) {
            guard let name = identifier(entry.key, &diagnostics) else { continue }
            if let first = vocabulary.tables[name] {
                let own = entry.value.mapping?["fields"]?.mapping?.entries.count ?? 0
                let shared = own > first.fields.count ? entry.key.location.file : first.location.file
                diagnostics.append(.tableDefinedTwice(name, shared: shared, first: first.location, at: entry.key.location))
                continue
            }
            let faultCount = diagnostics.errorCount + diagnostics.leftOut
            let loader = TableLoader(name: name, enumerations: vocabulary.enumerations)
            let draft = loader.read(entry.value, at: entry.key.location, &diagnostics)
            if draft == nil || diagnostics.errorCount + diagnostics.leftOut > faultCount { brokenTables.insert(name) }
            guard let draft else { continue }
            reportSecondBenchmarks(draft.table, at: entry.key.location, &diagnostics)
            vocabulary.tables[name] = draft.table
            drafts.append(draft)
        }
        return drafts
    }

    func reportSecondBenchmarks(_ table: Table, at location: Location, _ diagnostics: inout Diagnostics) {
        guard table.benchmarks != nil, let first = vocabulary.tables.values.first(where: { $0.benchmarks != nil }) else { return }
        diagnostics.append(.twoBenchmarkTables(first.name, table.name, at: location))
    }

    mutating func takeFields(of table: Table, _ diagnostics: inout Diagnostics) {
        for field in table.fields.values { _ = names.take(field.name, of: table.name, at: field.location) }
    }

    mutating func makeGroup(_ draft: TableReading, _ diagnostics: inout Diagnostics) {
        guard let grouping = draft.grouping, let source = table(grouping.table, &diagnostics) else { return }
        guard source.group == nil else {
            diagnostics.append(.groupOfGroups(source.name, at: grouping.table.location))
            return
        }
        let maker = GroupMaker(grouping: grouping, source: source, isSourceWhole: !brokenTables.contains(source.name))
        let table = maker.table(draft.table, &diagnostics)
        vocabulary.tables[table.name] = table
        takeFields(of: table, &diagnostics)
        let list = grouping.list ?? grouping.table
        takeList(TableReading.Name(text: table.group?.list ?? list.text, location: list.location), of: table.name, &diagnostics)
    }

    /// Holds a table's references against the tables that they name, and gives these their lists.
    mutating func link(_ draft: TableReading, _ diagnostics: inout Diagnostics) {
        for reference in draft.references {
            guard case .reference(let name) = reference.field.type, let location = reference.referenceLocation,
                  let target = table(TableReading.Name(text: name, location: location), &diagnostics)
            else { continue }
            if target.keyFields.count != 1, !brokenTables.contains(name) {
                diagnostics.append(.referenceToManyFields(target, at: location))
            }
            guard let list = reference.field.list, let location = reference.listLocation else { continue }
            takeList(TableReading.Name(text: list, location: location), of: name, &diagnostics)
        }
    }

    mutating func takeList(_ list: TableReading.Name, of table: String, _ diagnostics: inout Diagnostics) {
        guard Identifier.isValid(list.text) else {
            return diagnostics.append(.badIdentifier(list.text, isTitled: false, at: list.location))
        }
        guard !Identifier.reserved.contains(list.text) else {
            return diagnostics.append(.reservedName(list.text, at: list.location))
        }
        if let first = names.take(list.text, of: table, at: list.location) {
            diagnostics.append(.nameTaken(list.text, on: table, first: first, at: list.location))
        }
    }

    /// Notes which long table holds the observations of which table's records.
    mutating func observe(_ draft: TableReading, _ diagnostics: inout Diagnostics) {
        guard let observed = draft.observed, case .reference(let name)? = draft.table.fields[observed.columns.record]?.type,
              vocabulary.tables[name] != nil
        else { return }
        if let first = vocabulary.observationTable(of: name) {
            return diagnostics.append(.observedTwice(name, first: first.name, at: observed.location))
        }
        vocabulary.tables[draft.table.name]?.observations = observed.columns
    }

    /// - Returns: The tables that the indicators are of.
    mutating func readIndicators(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> [String] {
        var tables: [String] = []
        for item in node.items(&diagnostics) {
            guard let draft = IndicatorLoader().read(item, &diagnostics), let table = table(draft.table, &diagnostics) else { continue }
            var field = draft.field
            field.observation = vocabulary.observation(ofFieldsOf: table, breakdown: draft.breakdown?.text)
            reportBreakdown(draft, field, in: table, &diagnostics)
            if let first = names.take(field.name, of: table.name, at: field.location) {
                diagnostics.append(.nameTaken(field.name, on: table.name, first: first, at: field.location))
                continue
            }
            if table.group != nil, field.definition == nil {
                diagnostics.append(.indicatorOfNothing(field.name, of: table.name, at: field.location))
            }
            vocabulary.tables[table.name]?.fields[field.name] = field
            tables.append(table.name)
        }
        return tables
    }

    func reportBreakdown(
        _ draft: IndicatorLoader.Draft, _ field: Field, in table: Table, _ diagnostics: inout Diagnostics
    ) {
        guard let breakdown = draft.breakdown, brokenTables.isEmpty else { return }
        let long = field.observation.flatMap { vocabulary.tables[$0.table] }
        if long?.observations?.breakdown == nil {
            diagnostics.append(.breakdownOfNothing(field.name, of: table.name, at: breakdown.location))
        }
    }

    /// Two indicators that one row of a long table could be of.
    func reportSharedObservations(_ diagnostics: inout Diagnostics) {
        var owners: [[String]: (name: String, table: String)] = [:]
        for table in vocabulary.tables.values {
            for field in table.fields.values {
                guard let observation = field.observation else { continue }
                for header in Set(field.headers.map { HeaderName($0).folded }) {
                    let key = [observation.table, header, observation.breakdown ?? ""]
                    guard let owner = owners.updateValue((field.name, table.name), forKey: key),
                          owner.table != table.name || !field.mayHaveColumn(in: table)
                    else { continue }
                    diagnostics.append(.sharedIndicatorName(header, of: field.name, and: owner.name, at: field.location))
                    break
                }
            }
        }
    }

    /// The table of a name; nil, with a fault reported, where there is none.
    func table(_ name: TableReading.Name, _ diagnostics: inout Diagnostics) -> Table? {
        if let table = vocabulary.tables[name.text] { return table }
        // Looking for the nearest name is work for nothing where the fault is only counted.
        if diagnostics.isFull { diagnostics.leaveOut(); return nil }
        if isWhole, !brokenTables.contains(name.text) {
            let titled = vocabulary.tables.values.first { $0.names.contains(name.text) }?.name
            diagnostics.append(.unknownTable(name.text, titled: titled, among: vocabulary.tables.keys, at: name.location))
        }
        return nil
    }

    func identifier(_ key: YAMLNode, _ diagnostics: inout Diagnostics) -> String? {
        guard let name = key.scalar?.text, Identifier.isValid(name) else {
            diagnostics.append(.badIdentifier(key.scalar?.text ?? "", at: key.location))
            return nil
        }
        return name
    }

    func reportSharedHeaders(of table: String, _ diagnostics: inout Diagnostics) {
        guard let table = vocabulary.tables[table], table.group == nil else { return }
        var owners: [HeaderName: String] = [:]
        for field in table.fields.values where field.mayHaveColumn(in: table) {
            for header in field.headers.map(HeaderName.init) where owners[header] != field.name {
                if let owner = owners[header] {
                    diagnostics.append(.sharedHeader(header.folded, of: field.name, and: owner, at: field.location))
                } else {
                    owners[header] = field.name
                }
            }
        }
    }
}
