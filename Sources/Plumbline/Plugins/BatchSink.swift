public import Diagnostics

/// Takes the batches that a reader yields.
public protocol BatchSink {
    /// Called with each batch in file order.
    ///
    /// - Returns: Whether the reader shall go on.
    mutating func receive(_ batch: RawBatch) throws(Diagnostic) -> ReadControl
}

/// What a sink tells its reader after a batch.
public enum ReadControl: Sendable, Hashable {
    /// Go on with the next batch.
    case more
    /// Stop; the rest of the file is neither read nor checked.
    case enough
}
