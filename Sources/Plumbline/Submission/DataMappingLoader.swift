import CEL
import Diagnostics
import OrderedCollections
import YAML

/// Reads a mapping file; every fault is reported with its place.
struct DataMappingLoader {
    /// What the file is called where it lies beside data.
    static let fileNames: Set<String> = ["mapping.yaml", "mapping.yml"]

    private static let limits = YAMLLimits(depth: 20, bytes: 1_000_000, nodes: 50_000)
    private static let what = Localized(zh: "映射文件", en: "a mapping")

    let finder: TableFinder

    init(vocabulary: Vocabulary) { finder = TableFinder(vocabulary: vocabulary) }

    static func isMapping(_ path: String) -> Bool { fileNames.contains(FilePath.name(of: path).lowercased()) }

    /// - Parameters:
    ///   - path: The file as the system wants it.
    ///   - name: The file as reports call it.
    /// - Throws: All faults of the file.
    func load(_ path: String, called name: String) throws(Diagnostics) -> DataMapping {
        var diagnostics = Diagnostics()
        let node = try YAMLReader.document(try text(path, name), limits: Self.limits)
        let mapping = read(node, file: name, &diagnostics)
        guard let mapping, !diagnostics.hasErrors else { throw diagnostics }
        return mapping
    }

    private func text(_ path: String, _ name: String) throws(Diagnostics) -> SourceText {
        do throws(Diagnostic) {
            return try TextFile.read(path, called: name, limit: Self.limits.bytes)
        } catch {
            throw Diagnostics(error)
        }
    }

    /// - Returns: nil, with a fault reported, where the node is nothing like a mapping file.
    func read(_ node: YAMLNode, file: String, _ diagnostics: inout Diagnostics) -> DataMapping? {
        guard var reader = MappingReader(node, as: Self.what, &diagnostics) else { return nil }
        var mapping = DataMapping(name: reader.required("mapping", &diagnostics)?.string(&diagnostics) ?? "")
        let files = reader.required("files", &diagnostics)?.list(&diagnostics) ?? []
        reader.finish(&diagnostics)
        for item in files {
            guard var entry = FileMappingLoader(finder: finder).read(item, &diagnostics) else { continue }
            entry.origin = file
            mapping.files.append(entry)
        }
        return mapping
    }
}
