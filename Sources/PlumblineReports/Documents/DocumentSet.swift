import Diagnostics
public import Plumbline

/// The documentation of rulesets: a page for each ruleset and for each of its rules, in both languages.
public struct DocumentSet: Sendable {
    /// How pages can be written.
    public enum Format: String, CaseIterable, Sendable {
        case markdown
        case html

        fileprivate var writer: any DocumentFormat.Type {
            switch self {
            case .markdown: MarkdownDocument.self
            case .html: HTMLDocument.self
            }
        }
    }

    /// A file to be written: its path below the folder that the user names, made of safe names only.
    public struct File: Sendable {
        /// Where it goes, from the folder that is written.
        public var path: String
        public var text: String
    }

    private let pages: [any PageSource]

    public init(_ plan: AuditPlan) {
        pages = [Language.zh, .en].flatMap { language -> [any PageSource] in
            let root = language == .zh ? "zh" : "en"
            var folders = FileNames()
            let rulesets = plan.book.rulesets.map { ruleset in
                RulesetPage(ruleset, of: plan, folder: folders.name(for: ruleset.name), root: root, language: language)
            }
            return [RulesetIndex(rulesets, root: root, language: language)] + rulesets.flatMap { [$0 as any PageSource] + $0.rulePages }
        }
    }

    /// How many pages there are: `zh/index`, `zh/suining/index`, `zh/suining/RULE` …
    public var count: Int { pages.count }

    /// A page in some formats; from any thread, and made anew whenever it is asked for.
    public func files(ofPage place: Int, _ formats: [Format]) -> [File] {
        let page = pages[place].page
        return formats.map { File(path: "\(page.path).\($0.writer.fileExtension)", text: $0.writer.text(of: page)) }
    }
}

/// What makes one page, once somebody asks.
protocol PageSource: Sendable {
    var page: DocumentPage { get }
}

/// The page that leads to all rulesets.
private struct RulesetIndex: PageSource {
    let page: DocumentPage

    init(_ rulesets: [RulesetPage], root: String, language: Language) {
        page = DocumentPage(
            title: Localized(zh: "规则集", en: "Rulesets")[language], language: language, path: "\(root)/index",
            blocks: [.list(rulesets.map { [.link($0.title, page: "\($0.folder)/index"), .text("  "), .code($0.ruleset.name)] })])
    }
}
