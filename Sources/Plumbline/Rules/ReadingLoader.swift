import Diagnostics
import YAML

/// Reads how a clause is read, and how else it could be: each of the other readings is the rule once more, with some of
/// its keys set anew.
struct ReadingLoader {
    private let reading, others: YAMLNode?

    /// How many keys deep a change may lie: no rule is deeper.
    static let longestPath = 16

    /// What a rule is called by and what it says to people decides nothing; cases are of the rule as it stands.
    static let settled: Set<String> = [
        "id", "title", "source", "binding", "severity", "hedge", "reading", "other_readings", "responsible", "message", "fix",
        "related", "as_written", "example", "cases",
    ]

    init(_ reader: inout MappingReader) { (reading, others) = (reader.optional("reading"), reader.optional("other_readings")) }

    /// How the rule itself reads the clause, in words.
    func words(_ diagnostics: inout Diagnostics) -> Localized? { reading?.localized(&diagnostics) }

    /// The other readings.
    ///
    /// - Parameters:
    ///   - node: The rule as it is written.
    ///   - loader: Reads the rule that each of them makes of it.
    ///   - diagnostics: Has the faults of the rule itself already, which are not told again of its readings.
    func others(of node: YAMLNode, by loader: RuleLoader, _ diagnostics: inout Diagnostics) -> [Reading] {
        guard let others else { return [] }
        let items = others.items(&diagnostics)
        if others.sequence?.isEmpty ?? false { diagnostics.append(.noReadings(at: others.location)) }
        guard items.count <= Reading.mostReadings else {
            diagnostics.append(.tooManyReadings(items.count, at: others.location))
            return []
        }
        let plain = node.removing(["other_readings", "example", "cases"])
        var places: [Localized: Location] = [:]
        return items.compactMap { item in
            guard let reading = read(item, of: plain, by: loader, &diagnostics) else { return nil }
            if let first = places[reading.name] {
                diagnostics.append(.readingNamedTwice(reading.name, first: first, at: reading.location))
                return nil
            }
            places[reading.name] = reading.location
            return reading
        }
    }
}

private extension ReadingLoader {
    func read(_ item: YAMLNode, of plain: YAMLNode, by loader: RuleLoader, _ diagnostics: inout Diagnostics) -> Reading? {
        guard var reader = MappingReader(item, as: Localized(zh: "另一种读法", en: "another reading"), &diagnostics) else { return nil }
        let nameNode = reader.required("name", &diagnostics)
        let set = reader.required("set", &diagnostics)
        reader.finish(&diagnostics)
        guard let nameNode, let name = nameNode.localized(&diagnostics), let set,
              let changed = changed(plain, by: set, &diagnostics)
        else { return nil }
        guard !changed.says(plain) else {
            diagnostics.append(.readingChangesNothing(name, at: nameNode.location))
            return nil
        }
        var faults = Diagnostics()
        var budget = CaseBudget()
        let rule = loader.read(changed, &budget, &faults)
        diagnostics.append(faults.new(since: diagnostics, in: name, at: nameNode.location, of: plain.mapping?["id"]?.location))
        let changes = (set.mapping?.entries ?? []).map { "\($0.key.scalar?.text ?? ""): \($0.value.flowText)" }
        return rule.map {
            Reading(name: name, rule: $0, changes: changes.joined(separator: "; "), location: nameNode.location)
        }
    }

    /// The rule with the keys of `set` changed; nil, with faults reported, where one of them cannot be.
    func changed(_ plain: YAMLNode, by set: YAMLNode, _ diagnostics: inout Diagnostics) -> YAMLNode? {
        let entries = set.entries(as: Localized(zh: "set 的内容", en: "the value of 'set'"), &diagnostics)
        guard set.mapping?.entries.count == entries.count else { return nil }
        var node = plain
        for entry in entries {
            let path = (entry.key.scalar?.text ?? "").split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            if let fault = fault(of: path, entry, in: node) {
                diagnostics.append(fault)
                return nil
            }
            node = node.setting(path, as: entry.key, to: entry.value)
        }
        return node
    }

    func fault(of path: [String], _ entry: YAMLMapping.Entry, in node: YAMLNode) -> Diagnostic? {
        let key = path.joined(separator: ".")
        if path.contains("") || path.count > Self.longestPath { return .badSetKey(key, at: entry.key.location) }
        if Self.settled.contains(path[0]) { return .readingSetsWords(path[0], at: entry.key.location) }
        if let list = path.indices.dropLast().first(where: { node.value(at: path[...$0])?.sequence != nil }) {
            return .setWithinList(path[...list].joined(separator: "."), at: entry.key.location)
        }
        return entry.value.isNull && node.value(at: path[...]) == nil ? .nothingToRemove(key, at: entry.key.location) : nil
    }
}

extension Diagnostics {
    /// These faults, named with the reading that they are of; without those that were told before, which are the rule's own.
    ///
    /// - Parameters:
    ///   - place: Where the reading stands.
    ///   - rule: Where the rule stands: what is told there of the reading is no fault of that line.
    func new(since told: Diagnostics, in reading: Localized, at place: Location, of rule: Location?) -> Diagnostics {
        var new = Diagnostics()
        for var fault in all where !told.all.contains(where: { $0.location == fault.location && $0.code == fault.code }) {
            if fault.location == rule { fault.location = place }
            new.append(fault.inReading(reading))
        }
        return new
    }
}

private extension YAMLNode {
    /// What stands at a path of keys; nil where one of them is not there.
    func value(at path: ArraySlice<String>) -> YAMLNode? { path.reduce(self as YAMLNode?) { $0?.mapping?[$1] } }
}
