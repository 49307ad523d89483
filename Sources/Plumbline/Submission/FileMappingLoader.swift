import CEL
import Diagnostics
import OrderedCollections
import YAML

/// Reads what a mapping says of some files.
struct FileMappingLoader {
    private static let what = Localized(zh: "文件的映射", en: "the mapping of a file")

    let finder: TableFinder

    func read(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> FileMapping? {
        guard var reader = MappingReader(node, as: Self.what, &diagnostics) else { return nil }
        let file = reader.required("file", &diagnostics)
        let tableNode = reader.required("table", &diagnostics)
        let layout = FileLayoutLoader.read(&reader, &diagnostics)
        let parts = Parts(&reader)
        reader.finish(&diagnostics)
        let patterns = file.map { self.patterns($0, &diagnostics) } ?? []
        guard let table = tableNode.flatMap({ table($0, &diagnostics) }) else { return nil }
        var mapping = FileMapping(patterns: patterns, table: table.name, layout: layout, location: node.location)
        var draft = Draft(table: table)
        mapping.columns = parts.columns.map { columns($0, &draft, &diagnostics) } ?? []
        mapping.ignored = parts.ignored.map { ignored($0, &diagnostics) } ?? []
        mapping.constants = parts.constants.map { constants($0, &draft, &diagnostics) } ?? [:]
        mapping.blankWords = Set(parts.blankWords?.strings(&diagnostics)?.map(CellText.trimmed) ?? [])
        if let wide = parts.wide { mapping.wide = WideMappingLoader(table: table).read(wide, &draft, &diagnostics) }
        readExpressions(parts, of: &mapping, &draft, &diagnostics)
        return mapping
    }
}

extension FileMappingLoader {
    /// Which fields something gives already, and where that is said.
    struct Draft {
        let table: Table
        private var places: [String: Location] = [:]
        /// Names that columns have and that are no fields, with where they are given.
        var names: OrderedDictionary<String, Location> = [:]

        init(table: Table) { self.table = table }

        /// Notes that something gives a field; of a name that is none a fault is reported.
        mutating func gives(_ name: String, at location: Location, _ diagnostics: inout Diagnostics) {
            guard table.fields[name] != nil else {
                return diagnostics.append(.unknownField(name, table: table.name, in: table.location.file, among: table.fields.keys, at: location))
            }
            if let first = places[name] {
                diagnostics.append(.givenTwice(name, first: first, at: location))
            } else {
                places[name] = location
            }
        }

        /// Notes that a column gives a field, as others may in other files.
        mutating func givesByColumn(_ name: String, at location: Location) { if places[name] == nil { places[name] = location } }
    }

    private struct Parts {
        let columns, ignored, constants, compute, blankWords, drop, wide: YAMLNode?

        init(_ reader: inout MappingReader) {
            (columns, ignored, constants) = (reader.optional("columns"), reader.optional("ignore"), reader.optional("constants"))
            (compute, blankWords, drop) = (reader.optional("compute"), reader.optional("blank"), reader.optional("drop"))
            wide = reader.optional("wide")
        }
    }

    private func table(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Table? {
        guard let name = node.string(&diagnostics) else { return nil }
        do throws(Diagnostic) {
            return finder.vocabulary.tables[try finder.table(called: CellText.trimmed(name))]
        } catch {
            diagnostics.append(error.inManifest(at: node.location))
            return nil
        }
    }

    /// Names, or paths below the folder of the data.
    private func patterns(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> [NamePattern] {
        var patterns: [NamePattern] = []
        for item in node.sequence ?? [node] {
            guard let text = item.string(&diagnostics) else { continue }
            if text.isEmpty || text.hasPrefix("/") || text.split(separator: "/").contains("..") {
                diagnostics.append(.fileOutsideData(text, at: item.location))
            }
            patterns.append(NamePattern(text.hasPrefix("./") ? String(text.dropFirst(2)) : text))
        }
        if node.sequence?.isEmpty == true { diagnostics.append(.noFilesToMap(at: node.location)) }
        return patterns
    }

    private func columns(_ node: YAMLNode, _ draft: inout Draft, _ diagnostics: inout Diagnostics) -> [FileMapping.Column] {
        var columns: [FileMapping.Column] = []
        for (header, name, value) in pairs(node, Localized(zh: "列与字段的对应", en: "the columns of a mapping"), &diagnostics) {
            guard let name = name.string(&diagnostics) else { continue }
            if draft.table.fields[name] != nil {
                draft.givesByColumn(name, at: value)
            } else if !Identifier.isValid(name) {
                diagnostics.append(.unusedName(name, table: draft.table.name, among: draft.table.fields.keys, at: value))
                continue
            } else {
                draft.names[name] = draft.names[name] ?? value
            }
            columns.append(FileMapping.Column(header: HeaderName(header), text: header, name: name))
        }
        return columns
    }

    private func constants(
        _ node: YAMLNode, _ draft: inout Draft, _ diagnostics: inout Diagnostics
    ) -> OrderedDictionary<String, String> {
        var constants: OrderedDictionary<String, String> = [:]
        let entries = node.mapping?.entries ?? []
        for (entry, (name, value, _)) in zip(entries, pairs(node, Localized(zh: "常量", en: "the constants of a mapping"), &diagnostics)) {
            draft.gives(name, at: entry.key.location, &diagnostics)
            guard let text = value.string(&diagnostics) else { continue }
            if let field = draft.table.fields[name], case .unreadable(let cause) = CellReader(field).read(text) {
                diagnostics.append(.unreadableConstant(text, of: field, cause: cause, at: value.location))
            }
            constants[name] = text
        }
        return constants
    }

    private func ignored(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> [NamePattern] {
        (node.strings(&diagnostics) ?? []).map { NamePattern($0) }
    }

    /// The keys of a mapping as texts, their values, and where those stand.
    private func pairs(
        _ node: YAMLNode, _ what: Localized, _ diagnostics: inout Diagnostics
    ) -> [(key: String, value: YAMLNode, location: Location)] {
        guard var reader = MappingReader(node, as: what, &diagnostics) else { return [] }
        reader.allow(reader.mapping.keys)
        reader.finish(&diagnostics)
        return reader.mapping.entries.compactMap { entry in
            entry.key.scalar.map { ($0.text, entry.value, entry.value.location) }
        }
    }
}

// MARK: - Expressions

private extension FileMappingLoader {
    /// How dear one expression may be on one row.
    static let costLimit = 100_000

    private func readExpressions(_ parts: Parts, of mapping: inout FileMapping, _ draft: inout Draft, _ diagnostics: inout Diagnostics) {
        var expressions = expressions(draft)
        for entry in parts.compute?.mapping?.entries ?? [] {
            guard let name = entry.key.scalar?.text else { continue }
            draft.gives(name, at: entry.key.location, &diagnostics)
            guard let scalar = entry.value.expression(&diagnostics), let checked = expressions.check(scalar) else { continue }
            guard checked.type == .string else {
                expressions.diagnostics.append(.notAText(checked.type, in: scalar))
                continue
            }
            mapping.computed.append(FileMapping.Computed(field: name, program: expressions.environment.program(checked)))
        }
        if let compute = parts.compute { _ = pairs(compute, Localized(zh: "计算的字段", en: "the computed fields of a mapping"), &diagnostics) }
        if let scalar = parts.drop?.expression(&diagnostics), let checked = expressions.checkCondition(scalar) {
            mapping.drop = expressions.environment.program(checked)
        }
        diagnostics.append(expressions.diagnostics)
        let used = mapping.usedNames
        for (name, location) in draft.names where !used.contains(name) && expressions.diagnostics.isEmpty {
            diagnostics.append(.unusedName(name, table: draft.table.name, among: draft.table.fields.keys, at: location))
        }
    }

    /// What expressions over the texts of a row can use: each field and each named column is a text.
    func expressions(_ draft: Draft) -> RuleExpressions {
        let names = Array(draft.table.fields.keys) + Array(draft.names.keys)
        let variables = Dictionary(names.map { ($0, CEL.`Type`.string) }) { first, _ in first }
        let environment = Environment(
            libraries: RuleLanguage(finder.vocabulary).libraries(missing: .bounds), variables: variables,
            limits: Limits(cost: Self.costLimit))
        return RuleExpressions(table: draft.table, vocabulary: finder.vocabulary, environment: environment)
    }
}
