import Diagnostics
import YAML

/// Reads rulesets from folders and files, with the vocabularies that they use.
public struct RuleBookLoader {
    private var diagnostics = Diagnostics()
    private var vocabulary = VocabularyLoader()
    private var rulesets: [Ruleset] = []
    private var readPaths: Set<String> = []
    private var vocabularyPaths: Set<String> = []
    private var isVocabularyWhole = true

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
        let files = ruleFiles(path)
        var firstKeys: Set<String> = []
        for file in files where readPaths.insert(file).inserted {
            let node = document(file)
            firstKeys.insert(node?.mapping?.keys.first ?? "")
            guard let node else { continue }
            switch node.mapping?.keys.first {
            case "ruleset": loader.read(node, &diagnostics)
            // A vocabulary beside the rules is read when the header names it.
            case "vocabulary": if file == path { diagnostics.append(.vocabularyAsRuleset(at: node.location)) }
            case let key?: diagnostics.append(.unknownFile(key, at: node.location))
            case nil: _ = MappingReader(node, as: RulesetLoader.what, &diagnostics)
            }
        }
        if firstKeys == ["vocabulary"], files != [path] { diagnostics.append(.noRuleset(path)) }
        for use in loader.uses { loadVocabulary(use) }
        if let ruleset = loader.finish(&diagnostics) { add(ruleset) }
    }

    mutating func add(_ ruleset: Ruleset) {
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

    mutating func loadVocabulary(_ use: RulesetLoader.Use) {
        let path = FilePath.resolved(use.path, from: use.location.file)
        guard vocabularyPaths.insert(path).inserted else { return }
        let errorCount = diagnostics.errorCount + diagnostics.leftOut
        if let node = document(path, from: use.location) {
            if node.mapping?.keys.first == "vocabulary" {
                vocabulary.read(node, &diagnostics)
            } else {
                diagnostics.append(.notAVocabulary(path, at: use.location))
            }
        }
        if diagnostics.errorCount + diagnostics.leftOut > errorCount { isVocabularyWhole = false }
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
            diagnostics.append(fault)
        }
        return nil
    }
}
