public import Diagnostics
import YAML

/// Reads rulesets from folders and files, with the vocabularies that they use.
public struct RuleBookLoader {
    private var diagnostics = Diagnostics()
    private var vocabulary = VocabularyLoader()
    private var rulesets: [Ruleset] = []
    private var readPaths: Set<String> = []
    private var vocabularyPaths: Set<String> = []

    private init() {}

    /// - Parameter paths: Each a folder with one ruleset, or a file that is a whole ruleset.
    /// - Throws: All faults found, sorted by place when they are printed.
    public static func load(_ paths: [String]) throws(Diagnostics) -> RuleBook {
        var loader = RuleBookLoader()
        for path in paths { loader.loadRuleset(path) }
        guard !loader.diagnostics.hasErrors else { throw loader.diagnostics }
        return RuleBook(vocabulary: loader.vocabulary.vocabulary, rulesets: loader.rulesets)
    }
}

private extension RuleBookLoader {
    mutating func loadRuleset(_ path: String) {
        var loader = RulesetLoader()
        let files = ruleFiles(path)
        var hasVocabulariesOnly = true
        for file in files where readPaths.insert(file).inserted {
            guard let node = document(file) else { continue }
            hasVocabulariesOnly = hasVocabulariesOnly && node.mapping?.keys.first == "vocabulary"
            switch node.mapping?.keys.first {
            case "ruleset": loader.read(node, &diagnostics)
            // A vocabulary beside the rules is read when the header names it.
            case "vocabulary": if file == path { diagnostics.append(.vocabularyAsRuleset(at: node.location)) }
            case let key?: diagnostics.append(.unknownFile(key, at: node.location))
            case nil: _ = MappingReader(node, as: RulesetLoader.what, &diagnostics)
            }
        }
        if hasVocabulariesOnly, !files.isEmpty, files != [path] { diagnostics.append(.noRuleset(path)) }
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
        guard let node = document(path, from: use.location) else { return }
        guard node.mapping?.keys.first == "vocabulary" else {
            diagnostics.append(.notAVocabulary(path, at: use.location))
            return
        }
        vocabulary.read(node, &diagnostics)
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
