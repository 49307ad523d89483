import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Reads vocabulary files into one vocabulary.
///
/// Several files add up; a table or an enumeration that two of them define is a fault.
struct VocabularyLoader {
    private(set) var vocabulary = Vocabulary()

    /// Reads files that belong together: the enumerations of all of them first, so that the order of the files does
    /// not matter to the tables that use them.
    mutating func read(_ nodes: [YAMLNode], _ diagnostics: inout Diagnostics) {
        let tables = nodes.compactMap { readHeader($0, &diagnostics) }
        for node in tables { readTables(node, &diagnostics) }
    }
}

private extension VocabularyLoader {
    /// Reads everything but the tables.
    ///
    /// - Returns: The value of `tables`, if there is one.
    mutating func readHeader(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> YAMLNode? {
        guard var reader = MappingReader(node, as: Localized(zh: "词汇表", en: "a vocabulary"), &diagnostics) else { return nil }
        if let name = reader.required("vocabulary", &diagnostics)?.string(&diagnostics) { vocabulary.names.append(name) }
        if let node = reader.optional("enumerations") { readEnumerations(node, &diagnostics) }
        let tables = reader.optional("tables")
        reader.finish(&diagnostics)
        return tables
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

    mutating func readTables(_ node: YAMLNode, _ diagnostics: inout Diagnostics) {
        for entry in node.entries(as: Localized(zh: "数据表", en: "the value of 'tables'"), &diagnostics) {
            guard let name = identifier(entry.key, &diagnostics) else { continue }
            if let first = vocabulary.tables[name] {
                diagnostics.append(.definedTwice(name, first: first.location, at: entry.key.location))
                continue
            }
            let loader = TableLoader(name: name, enumerations: vocabulary.enumerations)
            if let table = loader.read(entry.value, at: entry.key.location, &diagnostics) { vocabulary.tables[name] = table }
        }
    }

    func identifier(_ key: YAMLNode, _ diagnostics: inout Diagnostics) -> String? {
        guard let name = key.scalar?.text, Identifier.isValid(name) else {
            diagnostics.append(.badIdentifier(key.scalar?.text ?? "", at: key.location))
            return nil
        }
        return name
    }
}
