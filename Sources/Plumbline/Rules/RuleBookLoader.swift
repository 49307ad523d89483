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
    /// The files of templates that were read, which several rulesets may use.
    private var templateFiles: [FileKey: YAMLNode] = [:]
    private var profiles = ProfileChoice()

    /// What makes two paths one file; a path that leads to none stands for itself.
    private enum FileKey: Hashable {
        case file(FileStatus.Identity)
        case path(String)

        init(_ path: String) { self = FileStatus(path).map { .file($0.identity) } ?? .path(path) }
    }

    private init() {}

    /// - Parameter paths: Each a folder with one ruleset, a folder below which rulesets lie, or a file that is a whole ruleset.
    /// - Parameter profile: What the run takes differently: the name of a profile that lies in the folder of its ruleset, or
    ///   the path of its file; nil where it takes the rulesets as they are.
    /// - Returns: Everything that could be read, with the faults of the rest: one run of the linter shows
    ///   those of the files and those that the rules still have.
    public static func load(_ paths: [String], profile: String? = nil) -> RuleBook {
        var loader = RuleBookLoader()
        if let profile { loader.choose(profile) }
        for path in paths { loader.loadRulesets(path) }
        loader.profiles.finish(loader.rulesets, &loader.diagnostics)
        var book = RuleBook(
            vocabulary: loader.vocabulary.vocabulary, rulesets: loader.rulesets, faults: loader.diagnostics,
            isVocabularyWhole: loader.isVocabularyWhole)
        book.profileNames = loader.profiles.names
        return book
    }
}

private extension RuleBookLoader {
    /// Asks for a profile; the file of one that is given by its path is read at once.
    mutating func choose(_ profile: String) {
        guard ProfileChoice.isPath(profile) else { return profiles = ProfileChoice(named: profile) }
        guard let node = document(profile) else { return }
        guard node.mapping?.keys.first == "profile" else {
            diagnostics.append(.notAProfile(profile, at: node.location))
            return
        }
        profiles = ProfileChoice(ProfileLoader.read(node, &diagnostics))
    }

    /// Loads the ruleset of a path, or all that lie below a folder without one.
    mutating func loadRulesets(_ path: String) {
        guard let folder = Folder(path) else { return loadRuleset(path) }
        do throws(Diagnostic) {
            guard let below = try RulesetFolders(below: folder) else { return loadRuleset(path) }
            for path in below.rulesets { loadRuleset(path) }
            for path in below.incomplete { diagnostics.append(.rulesetMissing(path)) }
        } catch {
            diagnostics.append(error)
        }
    }

    mutating func loadRuleset(_ path: String) {
        var loader = RulesetLoader()
        var registers = RegisterLoader()
        let files = ruleFiles(path)
        var mappings: [(node: YAMLNode, file: String)] = []
        let faultCount = faultCount
        let nodes = documents(files.filter { readFiles.insert(FileKey($0)).inserted })
        let found = nodes.filter { $0.1.mapping?.keys.first == "profile" && files != [path] }
        profiles.add(found.map { ProfileLoader.read($0.1, &diagnostics) }, &diagnostics)
        let ruleset = nodes.lazy.compactMap { $0.1.mapping?["ruleset"]?.scalar?.text }.first
        let profile = ruleset.flatMap { profiles.profile(of: $0) }.map { ProfileApplication(profile: $0) }
        loader.profile = profile
        for (file, node) in nodes {
            switch node.mapping?.keys.first {
            case "ruleset": loader.read(node, &diagnostics)
            // A vocabulary or a file of templates beside the rules is read when the header names it.
            case "vocabulary": if file == path { diagnostics.append(.vocabularyAsRuleset(at: node.location)) }
            case "templates": if file == path { diagnostics.append(.templateFileAlone(at: node.location)) }
            case "profile": if file == path { diagnostics.append(.profileAlone(at: node.location)) }
            case "register" where file == path: diagnostics.append(.registerAsRuleset(at: node.location))
            case "register": registers.read(node, &diagnostics)
            case "mapping" where file == path: diagnostics.append(.mappingAsRuleset(at: node.location))
            // It says how data become tables, which are known once the vocabularies are.
            case "mapping": mappings.append((node, file))
            case let key?: diagnostics.append(.unknownFile(key, at: node.location))
            case nil: _ = MappingReader(node, as: RulesetLoader.what, &diagnostics)
            }
        }
        let firstKeys = Set(nodes.map { $0.1.mapping?.keys.first ?? "" })
        if !firstKeys.isEmpty, firstKeys.isSubset(of: ["vocabulary", "register", "templates", "profile", "mapping"]), files != [path] {
            diagnostics.append(.noRuleset(path))
        }
        let used = usedFiles(loader.uses, &loader.templates)
        let shelf = TemplateShelf(known: files + loader.uses.map { FilePath.resolved($0.path, from: $0.location.file) })
        loader.readRules(hasAllFiles: used.isWhole, shelf: shelf, &diagnostics)
        // What a register says of rules that could not be read cannot be held against them.
        let isWhole = self.faultCount == faultCount
        read(used.vocabularies, isWhole: used.isWhole)
        check(mappings)
        guard var ruleset = loader.finish(&diagnostics) else { return }
        ruleset.isWhole = isWhole
        ruleset.register = registers.register
        ruleset.mappings = mappings.map(\.file)
        registers.checkNames(against: ruleset, &diagnostics)
        if isWhole, let register = ruleset.register {
            diagnostics.append(RegisterCheck(register: register, rules: ruleset.rules).diagnostics)
        }
        add(profile?.applied(to: ruleset, isWhole: isWhole, &diagnostics) ?? ruleset)
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
            let files = try folder.files().filter(RulesetFolders.isRuleFile)
            if files.isEmpty { diagnostics.append(.noRuleFiles(path)) }
            return files
        } catch {
            diagnostics.append(error)
            return []
        }
    }

    /// Reads the files that a ruleset names: its templates at once.
    ///
    /// - Returns: The vocabularies that were not read before, and whether all files could be read.
    mutating func usedFiles(
        _ uses: [RulesetHeader.Use], _ templates: inout TemplateLoader
    ) -> (vocabularies: [YAMLNode], isWhole: Bool) {
        let faultCount = faultCount
        var (vocabularies, files): ([YAMLNode], [YAMLNode]) = ([], [])
        for use in uses {
            let path = FilePath.resolved(use.path, from: use.location.file)
            let key = FileKey(path)
            if let node = templateFiles[key] { files.append(node) }
            guard readVocabularies.insert(key).inserted, let node = document(path, from: use.location) else { continue }
            switch node.mapping?.keys.first {
            case "vocabulary": vocabularies.append(node)
            case "templates":
                templateFiles[key] = node
                files.append(node)
            default: diagnostics.append(.notAVocabulary(path, at: use.location))
            }
        }
        // What stands in a file that could not be read is not missing from the others.
        let isWhole = self.faultCount == faultCount
        for file in files { templates.readFile(file, &diagnostics) }
        return (vocabularies, isWhole)
    }

    /// All vocabularies together, because a table may use the enumerations of a file that is named after its own.
    mutating func read(_ vocabularies: [YAMLNode], isWhole: Bool) {
        let faultCount = faultCount
        vocabulary.read(vocabularies, isWhole: isWhole, &diagnostics)
        if !isWhole || self.faultCount > faultCount { isVocabularyWhole = false }
    }

    /// Reads files; the faults are reported.
    ///
    /// - Complexity: The files are shared out among the cores.
    mutating func documents(_ paths: [String]) -> [(file: String, node: YAMLNode)] {
        let read = paths.indices.concurrentMap { place in
            var reader = RuleBookLoader()
            let node = reader.document(paths[place])
            return (node, reader.diagnostics)
        }
        for (_, faults) in read { diagnostics.append(faults) }
        return zip(paths, read).compactMap { path, read in read.0.map { (path, $0) } }
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
