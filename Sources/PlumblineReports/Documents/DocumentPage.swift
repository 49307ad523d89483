import Diagnostics

/// A page of documentation, before it is Markdown or HTML.
struct DocumentPage {
    /// A stretch of a line.
    enum Inline {
        case text(String)
        case strong(String)
        /// A name, an expression or a value as rule files write it.
        case code(String)
        /// Leads to another page, by its path without the ending, from this page's folder.
        case link(String, page: String)
    }

    enum Block {
        case heading(Int, String)
        case paragraph([Inline])
        case list([[Inline]])
        case table(header: [String], rows: [[[Inline]]])
        case code(String)
    }

    var title: String
    var language: Language
    /// Where the page lies, without its ending, such as `zh/suining/index`; made of safe names only.
    var path: String
    var blocks: [Block]
}

/// A way in which pages are written.
protocol DocumentFormat: Sendable {
    /// The ending of the files, such as `md`.
    static var fileExtension: String { get }

    static func text(of page: DocumentPage) -> String
}
