import OrderedCollections

/// Holds what came against what the `submission.yaml` files say.
struct ManifestComparison {
    /// A file that was taken, with whether it lies in a folder that the user named, or was named by itself.
    struct Sent {
        var file: Submission.File
        var isInFolder: Bool
    }

    let vocabulary: Vocabulary
    /// As given, with what they list and of which no file came.
    let manifests: [SubmissionManifest]
    private let sent: [Sent]

    /// - Complexity: O(*m* · *f*) for *m* manifests and *f* files.
    init(vocabulary: Vocabulary, manifests: [SubmissionManifest], sent: [Sent]) {
        self.vocabulary = vocabulary
        self.sent = sent
        self.manifests = manifests.map { manifest in
            // What was named by itself came, wherever it lies.
            let came = Set(sent.filter { !$0.isInFolder || manifest.covers($0.file) }.map(\.file.table))
            var manifest = manifest
            manifest.absent = Set(manifest.tables?.map(\.name) ?? []).subtracting(came)
            return manifest
        }
    }

    /// In the order of the manifests, then of the files.
    ///
    /// - Complexity: O(*m* · *f*) for *m* manifests and *f* files; the beginnings of files of nil returns are read.
    var problems: [DataProblem] { notSent + notListed }
}

private extension ManifestComparison {
    var notSent: [DataProblem] {
        manifests.flatMap { manifest in
            (manifest.tables ?? []).filter { manifest.absent.contains($0.name) }.map { DataProblem.listedNotSent($0, by: manifest) }
        }
    }

    var notListed: [DataProblem] {
        sent.compactMap { sent in
            guard sent.isInFolder, let manifest = nearest(to: sent.file) else { return nil }
            let table = sent.file.table
            if manifest.nilReturns.contains(where: { $0.name == table }) {
                return hasRecords(sent.file) ? .nilReturnSent(sent.file, by: manifest) : nil
            }
            return manifest.tables == nil || manifest.lists(table) ? nil : .sentNotListed(sent.file, by: manifest)
        }
    }

    /// The manifest in the file's own folder, or else in the nearest one above.
    func nearest(to file: Submission.File) -> SubmissionManifest? {
        manifests.filter { $0.covers(file) }.max { $0.folder.utf8.count < $1.folder.utf8.count }
    }

    /// Whether there are records in a file's first batch. A file that cannot be read says so when it is read.
    func hasRecords(_ file: Submission.File) -> Bool {
        guard let table = vocabulary.tables[file.table] else { return false }
        let names = Set(table.keyFields.compactMap { table.fields.index(forKey: $0) })
        var sink = FirstRecords(records: FileRecords(of: table, file: file.source.name, wanted: names, mapping: file.mapping))
        try? file.reader.read(file.source, columns: sink.records.columnFilter, into: &sink)
        return sink.hasAny
    }
}

private struct FirstRecords: BatchSink {
    var records: FileRecords
    var hasAny = false

    mutating func receive(_ batch: RawBatch) -> ReadControl {
        var problems: [DataProblem] = []
        hasAny = records.pieces(of: batch, problems: &problems).contains { $0.rowCount > 0 }
        return .enough
    }
}
