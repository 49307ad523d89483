/// A mapping file: how files as they come become tables of a vocabulary.
struct DataMapping: Sendable {
    /// What the mapping is called.
    var name: String
    /// In the order of the file: of several that fit a file the first counts.
    var files: [FileMapping] = []
}
