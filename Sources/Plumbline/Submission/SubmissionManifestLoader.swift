import Diagnostics
import YAML

/// Reads a `submission.yaml`; every fault is reported with its place.
struct SubmissionManifestLoader {
    /// What the file is called, wherever it lies in a submission.
    static let fileNames: Set<String> = ["submission.yaml", "submission.yml"]

    /// A file that says who submits what is small; what asks for more is something else.
    private static let limits = YAMLLimits(depth: 20, bytes: 1_000_000, nodes: 50_000)

    static let what = Localized(zh: "报送说明", en: "a submission")

    let finder: TableFinder

    static func isManifest(_ path: String) -> Bool { fileNames.contains(FilePath.name(of: path).lowercased()) }

    /// - Parameters:
    ///   - path: The file as the system wants it.
    ///   - name: The file as reports call it.
    /// - Throws: All faults of the file.
    func load(_ path: String, called name: String) throws(Diagnostics) -> SubmissionManifest {
        var diagnostics = Diagnostics()
        let node = try YAMLReader.document(try text(path, name), limits: Self.limits)
        let manifest = read(node, file: name, &diagnostics)
        guard let manifest, !diagnostics.hasErrors else { throw diagnostics }
        return manifest
    }
}

private extension SubmissionManifestLoader {
    func text(_ path: String, _ name: String) throws(Diagnostics) -> SourceText {
        do throws(Diagnostic) {
            return try TextFile.read(path, called: name, limit: Self.limits.bytes)
        } catch {
            throw Diagnostics(error)
        }
    }

    /// - Returns: nil, with a fault reported, where the node is nothing like a manifest.
    func read(_ node: YAMLNode, file: String, _ diagnostics: inout Diagnostics) -> SubmissionManifest? {
        guard var reader = MappingReader(node, as: Self.what, &diagnostics) else { return nil }
        let name = reader.required("submission", &diagnostics)?.string(&diagnostics)
        var manifest = SubmissionManifest(name: name ?? "", file: file)
        manifest.submitters = reader.optional("submitter").flatMap { submitters($0, &diagnostics) }
        manifest.table = reader.optional("table").flatMap { table($0, &diagnostics) }
        manifest.period = reader.optional("period").flatMap { period($0, &diagnostics) }
        manifest.tables = reader.optional("tables").map { tables($0, &diagnostics) }
        manifest.nilReturns = reader.optional("nil_returns").map { tables($0, &diagnostics) } ?? []
        reader.finish(&diagnostics)
        for mention in manifest.nilReturns {
            guard let first = manifest.tables?.first(where: { $0.name == mention.name }) else { continue }
            diagnostics.append(.listedAndNil(mention.name, first: first.location, at: mention.location))
        }
        return manifest
    }

    /// One name, or a list of them; a name that is written twice is one.
    func submitters(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> [SubmissionManifest.Mention] {
        guard !node.isNull, node.sequence?.isEmpty != true else {
            diagnostics.append(.noSubmitter(at: node.location))
            return []
        }
        var mentions: [SubmissionManifest.Mention] = []
        for mention in self.mentions(node, &diagnostics) where !mentions.contains(where: { $0.name == mention.name }) {
            mentions.append(mention)
        }
        for mention in mentions where mention.name.isEmpty { diagnostics.append(.noSubmitter(at: mention.location)) }
        return mentions
    }

    func tables(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> [SubmissionManifest.Mention] {
        var tables: [SubmissionManifest.Mention] = []
        for mention in mentions(node, &diagnostics) {
            guard let table = table(mention, &diagnostics) else { continue }
            if let first = tables.first(where: { $0.name == table.name }) {
                diagnostics.append(.listedTwice(mention.name, first: first.location, at: mention.location))
            } else {
                tables.append(table)
            }
        }
        return tables
    }

    func table(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> SubmissionManifest.Mention? {
        guard let name = node.string(&diagnostics) else { return nil }
        return table(SubmissionManifest.Mention(CellText.trimmed(name), at: node.location), &diagnostics)
    }

    /// The table that a name or title means.
    func table(
        _ mention: SubmissionManifest.Mention, _ diagnostics: inout Diagnostics
    ) -> SubmissionManifest.Mention? {
        do throws(Diagnostic) {
            return SubmissionManifest.Mention(try finder.table(called: mention.name), at: mention.location)
        } catch {
            diagnostics.append(error.inManifest(at: mention.location))
            return nil
        }
    }

    func period(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> CalendarPeriod? {
        guard let text = node.string(&diagnostics) else { return nil }
        if let period = PeriodText.period(CellText(text).text) { return period }
        diagnostics.append(.badSubmissionPeriod(text, at: node.location))
        return nil
    }

    func mentions(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> [SubmissionManifest.Mention] {
        guard let items = node.sequence else {
            guard let name = node.strings(&diagnostics)?.first else { return [] }
            return [SubmissionManifest.Mention(CellText.trimmed(name), at: node.location)]
        }
        let count = diagnostics.errorCount
        _ = node.strings(&diagnostics)
        let hasFault = diagnostics.errorCount > count
        var told = Diagnostics()
        return items.compactMap { item in
            // Two names with a Chinese comma between them were told as such, and are no name.
            guard let name = item.string(&told), !(hasFault && name.contains("，")) else { return nil }
            return SubmissionManifest.Mention(CellText.trimmed(name), at: item.location)
        }
    }
}
