import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Reads what a ruleset's file says besides its rules: the plan, its dates, and the data and words that rules share.
struct RulesetHeader {
    /// The keys that make a file the one with the header.
    static let keys = ["plan", "uses", "due", "tolerances", "missing", "params", "data"]

    /// A file that the header leans on.
    struct Use {
        var path: String
        var location: Location
    }

    let ruleset: Ruleset
    let uses: [Use]

    init(name: String, at location: Location, _ reader: inout MappingReader, _ diagnostics: inout Diagnostics) {
        var ruleset = Ruleset(name: name, location: location)
        ruleset.plan = reader.optional("plan").flatMap { Self.plan($0, &diagnostics) }
        uses = reader.optional("uses").map { Self.uses($0, &diagnostics) } ?? []
        ruleset.due = reader.optional("due").flatMap { DueDate.read($0, &diagnostics) }
        let tolerances = reader.optional("tolerances")
        ruleset.aboutTolerance = tolerances.flatMap { Self.aboutTolerance($0, &diagnostics) }
        ruleset.aboutToleranceLocation = tolerances?.mapping?["about"]?.location
        let missing = reader.optional("missing")
        ruleset.missing = missing.flatMap { MissingPolicy.read($0, &diagnostics) } ?? .bounds
        ruleset.missingLocation = missing?.location
        ruleset.parameters = reader.optional("params").map { Self.parameters($0, &diagnostics) } ?? [:]
        ruleset.data = reader.optional("data").map { Self.data($0, &diagnostics) } ?? []
        self.ruleset = ruleset
    }
}

private extension RulesetHeader {
    static func plan(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Ruleset.Plan? {
        guard var reader = MappingReader(node, as: Localized(zh: "规划", en: "a plan"), &diagnostics) else { return nil }
        let title = reader.required("title", &diagnostics)?.localized(&diagnostics)
        let document = reader.optional("document")?.string(&diagnostics)
        let from = reader.optional("from").flatMap { CalendarDate.read($0, &diagnostics) }
        let to = reader.optional("to").flatMap { CalendarDate.read($0, &diagnostics) }
        reader.finish(&diagnostics)
        if let from, let to, from > to, let node = reader.mapping["to"] {
            diagnostics.append(.planEndsBeforeItBegins(at: node.location))
        }
        return title.map { Ruleset.Plan(title: $0, document: document, from: from, to: to) }
    }

    static func uses(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> [Use] {
        node.items(&diagnostics).compactMap { item in
            relativePath(item, example: "../vocabulary/health.yaml", &diagnostics).map { Use(path: $0, location: item.location) }
        }
    }

    /// Relative paths only: reading a rule fetches nothing from elsewhere.
    static func relativePath(_ node: YAMLNode, example: String, _ diagnostics: inout Diagnostics) -> String? {
        guard let path = node.string(&diagnostics) else { return nil }
        guard !path.isEmpty, !path.hasPrefix("/"), !path.hasPrefix("~"), !path.contains("://"), !path.contains("\\") else {
            diagnostics.append(.pathNotRelative(path, example: example, at: node.location))
            return nil
        }
        return path
    }

    static func aboutTolerance(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Number? {
        guard var reader = MappingReader(node, as: Localized(zh: "容差", en: "the value of 'tolerances'"), &diagnostics)
        else { return nil }
        let tolerance = reader.optional("about")?.share(&diagnostics)
        reader.finish(&diagnostics)
        return tolerance
    }

    static func parameters(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> OrderedDictionary<String, Parameter> {
        var parameters: OrderedDictionary<String, Parameter> = [:]
        for entry in node.entries(as: Localized(zh: "参数", en: "the value of 'params'"), &diagnostics) {
            guard let name = Identifier.parameter(entry.key, &diagnostics) else { continue }
            parameters[name] = parameter(name, entry, &diagnostics)
        }
        return parameters
    }

    static func parameter(
        _ name: String, _ entry: YAMLMapping.Entry, _ diagnostics: inout Diagnostics
    ) -> Parameter {
        // What is at fault is told here, once: rules that name it name a parameter that there is.
        let place = entry.key.location
        guard var reader = MappingReader(entry.value, as: Localized(zh: "参数", en: "a parameter"), &diagnostics)
        else { return Parameter(name: name, type: Parameter.unknownType, value: nil, location: place) }
        let type = reader.required("type", &diagnostics)?.string(&diagnostics)
        let value = reader.optional("value").flatMap { $0.isNull ? nil : $0 }
        let unit = reader.optional("unit").flatMap { Unit.read($0, &diagnostics) }
        let why = reader.optional("why")?.localized(&diagnostics)
        reader.finish(&diagnostics)
        // What has no value says why, for it leaves rules undecided until somebody sets it.
        guard value != nil || why != nil else {
            diagnostics.append(.parameterWithoutValue(name, at: reader.mapping["value"]?.location ?? place))
            return Parameter(name: name, type: type ?? Parameter.unknownType, value: nil, location: place)
        }
        if let place = reader.mapping["unit"]?.location, let type, !["quantity", "integer", "decimal"].contains(type) {
            diagnostics.append(.unitOnParameter(name, type: type, at: place))
        }
        return Parameter(name: name, type: type ?? Parameter.unknownType, value: value, why: why, unit: unit, location: place)
    }

    static func data(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> [RulesetData] {
        var data: [RulesetData] = []
        var places: [[String]: Location] = [:]
        for item in node.items(&diagnostics).compactMap({ Self.file($0, &diagnostics) }) {
            if let first = places[[item.table, item.path]] {
                diagnostics.append(.listedTwice(item.path, first: first, at: item.location))
                continue
            }
            places[[item.table, item.path]] = item.location
            data.append(item)
        }
        return data
    }

    static func file(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> RulesetData? {
        guard var reader = MappingReader(node, as: Localized(zh: "数据文件", en: "a file of data"), &diagnostics) else { return nil }
        let table = reader.required("table", &diagnostics)
        let file = reader.required("file", &diagnostics)
        let isRoster = reader.optional("roster")?.boolean(&diagnostics) ?? false
        let source = reader.optional("source")?.string(&diagnostics)
        reader.finish(&diagnostics)
        let path = file.flatMap { relativePath($0, example: "data/counties.csv", &diagnostics) }
        guard let table, let name = table.string(&diagnostics), let file, let path else { return nil }
        return RulesetData(
            table: name, path: FilePath.resolved(path, from: file.location.file), isRoster: isRoster, source: source,
            location: file.location, tableLocation: table.location)
    }
}
