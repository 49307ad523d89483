import Diagnostics
import OrderedCollections
import YAML

/// Reads rulesets from folders and files, with the vocabularies that they use.
public struct RuleBookLoader {
    private var diagnostics = Diagnostics()
    private var vocabulary = VocabularyLoader()
    private var rulesets: [Ruleset] = []
    private var readFiles: Set<FileKey> = []
    private var readVocabularies: Set<FileKey> = []
    private var isVocabularyWhole = true

    /// What makes two paths one file; a path that leads to none stands for itself.
    private enum FileKey: Hashable {
        case file(FileStatus.Identity)
        case path(String)

        init(_ path: String) { self = FileStatus(path).map { .file($0.identity) } ?? .path(path) }
    }

    private init() {}

    /// - Parameter paths: Each a folder with one ruleset, or a file that is a whole ruleset.
    /// - Returns: Everything that could be read, with the faults of the rest: one run of the linter shows
    ///   those of the files and those that the rules still have.
    public static func load(_ paths: [String]) -> RuleBook {
        var loader = RuleBookLoader()
        for path in paths { loader.loadRuleset(path) }
        return RuleBook(
            vocabulary: loader.vocabulary.vocabulary, rulesets: loader.rulesets, faults: loader.diagnostics,
            isVocabularyWhole: loader.isVocabularyWhole)
    }
}

private extension RuleBookLoader {
    mutating func loadRuleset(_ path: String) {
        var loader = RulesetLoader()
        var registers = RegisterLoader()
        let files = ruleFiles(path)
        var firstKeys: Set<String> = []
        var mappings: [(node: YAMLNode, file: String)] = []
        let faultCount = faultCount
        for file in files where readFiles.insert(FileKey(file)).inserted {
            let node = document(file)
            firstKeys.insert(node?.mapping?.keys.first ?? "")
            guard let node else { continue }
            switch node.mapping?.keys.first {
            case "ruleset": loader.read(node, &diagnostics)
            // A vocabulary beside the rules is read when the header names it.
            case "vocabulary": if file == path { diagnostics.append(.vocabularyAsRuleset(at: node.location)) }
            case "register" where file == path: diagnostics.append(.registerAsRuleset(at: node.location))
            case "register": registers.read(node, &diagnostics)
            case "mapping" where file == path: diagnostics.append(.mappingAsRuleset(at: node.location))
            // It says how data become tables, which are known once the vocabularies are.
            case "mapping": mappings.append((node, file))
            case let key?: diagnostics.append(.unknownFile(key, at: node.location))
            case nil: _ = MappingReader(node, as: RulesetLoader.what, &diagnostics)
            }
        }
        if !firstKeys.isEmpty, firstKeys.isSubset(of: ["vocabulary", "register", "mapping"]), files != [path] {
            diagnostics.append(.noRuleset(path))
        }
        // What a register says of rules that could not be read cannot be held against them.
        let isWhole = self.faultCount == faultCount
        loadVocabularies(loader.uses)
        check(mappings)
        guard var ruleset = loader.finish(&diagnostics) else { return }
        ruleset.register = registers.register
        registers.checkNames(against: ruleset, &diagnostics)
        if isWhole, let register = ruleset.register {
            diagnostics.append(RegisterCheck(register: register, rules: ruleset.rules).diagnostics)
        }
        add(ruleset)
    }

    /// Tells the faults of the mappings that lie beside rules, where the vocabulary is known that they are of.
    mutating func check(_ mappings: [(node: YAMLNode, file: String)]) {
        guard isVocabularyWhole else { return }
        let loader = DataMappingLoader(vocabulary: vocabulary.vocabulary)
        for mapping in mappings { _ = loader.read(mapping.node, file: mapping.file, &diagnostics) }
    }

    /// Holds the tables of a ruleset's own data against the vocabulary, where all of that was read.
    mutating func checkData(of ruleset: Ruleset) {
        guard isVocabularyWhole else { return }
        let tables = vocabulary.vocabulary.tables
        for data in ruleset.data where !diagnostics.isFull {
            guard let table = tables[data.table] else {
                let titled = tables.values.first { $0.names.contains(data.table) }?.name
                diagnostics.append(.unknownTable(data.table, titled: titled, among: tables.keys, at: data.tableLocation))
                continue
            }
            if table.group != nil { diagnostics.append(.dataOfGroups(table.name, at: data.tableLocation)) }
            if data.isRoster, table.key == .row { diagnostics.append(.rosterWithoutKey(table.name, at: data.tableLocation)) }
        }
    }

    /// How many faults there are so far, those included that are no longer kept.
    var faultCount: Int { diagnostics.errorCount + diagnostics.leftOut }

    mutating func add(_ ruleset: Ruleset) {
        checkData(of: ruleset)
        if let first = rulesets.first(where: { $0.name == ruleset.name }) {
            diagnostics.append(.definedTwice(ruleset.name, first: first.location, at: ruleset.location))
        } else {
            rulesets.append(ruleset)
        }
    }

    mutating func ruleFiles(_ path: String) -> [String] {
        guard let folder = Folder(path) else { return [path] }
        do throws(Diagnostic) {
            let files = try folder.files().filter { ["yaml", "yml"].contains(FilePath.fileExtension(of: $0)) }
            if files.isEmpty { diagnostics.append(.noRuleFiles(path)) }
            return files
        } catch {
            diagnostics.append(error)
            return []
        }
    }

    /// All of them together, because a table may use the enumerations of a file that is named after its own.
    mutating func loadVocabularies(_ uses: [RulesetHeader.Use]) {
        let faultCount = faultCount
        var nodes: [YAMLNode] = []
        for use in uses {
            if let node = vocabularyNode(use) { nodes.append(node) }
        }
        // What stands in a file that could not be read is not missing from the others.
        let isWhole = self.faultCount == faultCount
        vocabulary.read(nodes, isWhole: isWhole, &diagnostics)
        if self.faultCount > faultCount { isVocabularyWhole = false }
    }

    /// The vocabulary of a file; nil, with a fault reported, where it is none, and nil where it was read before.
    mutating func vocabularyNode(_ use: RulesetHeader.Use) -> YAMLNode? {
        let path = FilePath.resolved(use.path, from: use.location.file)
        guard readVocabularies.insert(FileKey(path)).inserted, let node = document(path, from: use.location) else {
            return nil
        }
        guard node.mapping?.keys.first == "vocabulary" else {
            diagnostics.append(.notAVocabulary(path, at: use.location))
            return nil
        }
        return node
    }

    /// Reads one file; its faults are reported, those of reading it where the file is named.
    mutating func document(_ path: String, from place: Location? = nil) -> YAMLNode? {
        do throws(Diagnostic) {
            let source = try TextFile.read(path, limit: YAMLLimits().bytes)
            do throws(Diagnostics) {
                return try YAMLReader.document(source)
            } catch {
                diagnostics.append(error)
            }
        } catch {
            var fault = error
            fault.location = place
            if place != nil { fault.help = Diagnostic.usesHelp }
            diagnostics.append(fault)
        }
        return nil
    }
}
