public import Diagnostics

/// Reads YAML texts into nodes that know where they stand.
///
/// The text is YAML 1.2 with its core schema: `no` is text, `<<` is a key like any other. Nothing is built of a
/// text that passes a limit, and a fault in the syntax is worded with its place and its mending.
public enum YAMLReader {
    /// Reads a text that has to hold one document.
    ///
    /// - Returns: The document's root; a scalar that is null for a document that says nothing after `---`.
    /// - Throws: Every fault found up to the first that reading cannot go on after. An empty text and a second
    ///   document are faults.
    /// - Complexity: O(*n*) in bytes.
    public static func document(_ source: SourceText, limits: YAMLLimits = .init()) throws(Diagnostics) -> YAMLNode {
        let documents = try read(source, limits: limits, allowsSeveral: false)
        guard let root = documents.first else { throw Diagnostics(.yamlEmpty(source)) }
        return root
    }

    /// Reads a text that may hold any number of documents, none included.
    ///
    /// - Throws: Every fault found up to the first that reading cannot go on after.
    /// - Complexity: O(*n*) in bytes.
    public static func stream(_ source: SourceText, limits: YAMLLimits = .init()) throws(Diagnostics) -> [YAMLNode] {
        try read(source, limits: limits, allowsSeveral: true)
    }

    private static func read(
        _ source: SourceText, limits: YAMLLimits, allowsSeveral: Bool
    ) throws(Diagnostics) -> [YAMLNode] {
        if let fault = EncodingCheck.fault(in: source, limits: limits) { throw Diagnostics(fault) }
        var composer = Composer(SharedSource(source), limits: limits, allowsSeveral: allowsSeveral)
        composer.run()
        if composer.diagnostics.hasErrors { throw composer.diagnostics }
        return composer.documents
    }
}
