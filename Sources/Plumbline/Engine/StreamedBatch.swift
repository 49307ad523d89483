/// A batch that is read and forgotten, as the views of its records share it: a view is then a few words, of which a run may
/// hold a million.
final class StreamedBatch: Sendable {
    let batch: RecordBatch

    init(_ batch: RecordBatch) { self.batch = batch }
}
