import Diagnostics
import OrderedCollections

/// Makes the submission of what was found: by table in the vocabulary's order, then as it was found, every file under the
/// name that reports have for it.
struct SubmissionAssembly {
    let vocabulary: Vocabulary
    let matched: MatchedFiles
    let manifests: [FoundManifest]
    /// What the standard input is called.
    let standardInput: String?
    private let skips: [MatchedFiles.Skip]
    private let names: SubmittedNames
    /// The table, the origin and the folder of each file that was read and is called like its table.
    private let taken: Set<[String]>

    init(_ matched: MatchedFiles, _ manifests: [FoundManifest], standardInput: String?, vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        self.matched = matched
        self.manifests = manifests
        self.standardInput = standardInput
        skips = matched.firstSkips
        taken = Set(matched.items.filter { vocabulary.isCalled($0.file.path, $0.table) }.map { [$0.table, "\($0.origin)", $0.folder ?? ""] })
        names = SubmittedNames(
            matched.items.filter { !$0.file.isStandardInput }.map { ($0.file.path, $0.file.folder) }
                + skips.filter { !$0.isStandardInput }.map { ($0.path, $0.folder) }
                + manifests.map { ($0.path, $0.folder) })
    }

    var submission: Submission {
        var result = Submission()
        let ordered = vocabulary.tables.keys.flatMap { table in matched.items.filter { $0.table == table } }
        let sent = ordered.map { ManifestComparison.Sent(file: submitted($0), isInFolder: $0.folder != nil) }
        result.files = sent.map(\.file)
        let said = manifests.map { found in
            var manifest = found.manifest
            manifest.file = names.name(of: found.path)
            return manifest
        }
        let comparison = ManifestComparison(vocabulary: vocabulary, manifests: said, sent: sent)
        (result.manifests, result.problems) = (comparison.manifests, comparison.problems)
        result.skipped = skips.map { SkippedFile(file: name($0), reason: reason($0), fault: $0.fault) }
        result.passedOver = skips.filter { !isTakenOtherwise($0) }.compactMap { skip in
            skip.table.map { Submission.PassedOver(file: name(skip), table: $0, origin: skip.origin, folder: skip.folderBelow ?? "") }
        }
        return result
    }

    private func submitted(_ item: MatchedFiles.Item) -> Submission.File {
        let file = item.file
        let source = file.isStandardInput ? file.source : file.source.named(names.name(of: file.path))
        return Submission.File(
            source: source, table: item.table, reader: item.portion.reader, origin: item.origin, folder: item.folder ?? "",
            mapping: item.mapping)
    }

    private func name(_ skip: MatchedFiles.Skip) -> String {
        let file = skip.isStandardInput ? standardInput ?? skip.path : names.name(of: skip.path)
        return skip.part.map { "\(file) \($0)" } ?? file
    }

    private func reason(_ skip: MatchedFiles.Skip) -> Localized {
        switch skip.why {
        case .reason(let reason):
            return skip.table.flatMap { vocabulary.tables[$0] }.map { self.reason(reason, of: $0, skip) } ?? reason
        case .sameFile(let path):
            let name = names.name(of: path)
            return Localized(zh: "与“\(name)”是同一个文件", en: "the same file as '\(name)'")
        }
    }

    /// What it means for the table that the file seems to hold that it was not read.
    private func reason(_ reason: Localized, of table: Table, _ skip: MatchedFiles.Skip) -> Localized {
        let name = table.title ?? Localized(zh: table.name, en: table.name)
        if isTakenOtherwise(skip) {
            return Localized(
                zh: "\(reason.zh)；同一文件夹中另一格式的“\(name.zh)”已读取",
                en: "\(reason.en); '\(name.en)' was read from another file beside it")
        }
        return Localized(
            zh: "\(reason.zh)；其中可能有“\(name.zh)”的记录，因此该表按不完整处理",
            en: "\(reason.en); it may hold records of '\(name.en)', so that table is judged as incomplete")
    }

    /// Whether the same was read in another format, as where somebody sends a table and a copy for print.
    private func isTakenOtherwise(_ skip: MatchedFiles.Skip) -> Bool {
        guard let table = skip.table, vocabulary.isCalled(skip.path, table) else { return false }
        return taken.contains([table, "\(skip.origin)", skip.folderBelow ?? ""])
    }
}

private extension Vocabulary {
    /// Whether a file is called like a table.
    func isCalled(_ path: String, _ table: String) -> Bool {
        let name = HeaderName(FilePath.stem(of: path))
        return tables[table]?.names.contains { HeaderName($0) == name } ?? false
    }
}
