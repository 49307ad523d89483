public import Diagnostics
public import Plumbline

/// The documentation of rulesets: a page for each ruleset and for each of its rules, in both languages.
public struct DocumentSet {
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

    private let plan: AuditPlan

    public init(_ plan: AuditPlan) { self.plan = plan }

    /// The files in one format and one language: `zh/index.md`, `zh/suining/index.md`, `zh/suining/RULE.md` …
    public func files(_ format: Format, in language: Language) -> [File] {
        let root = language == .zh ? "zh" : "en"
        var folders = FileNames()
        let rulesets = plan.book.rulesets.map { ruleset in
            RulesetPages(ruleset, of: plan, folder: folders.name(for: ruleset.name), root: root, language: language)
        }
        let pages = [overview(rulesets, root, language)] + rulesets.flatMap(\.all)
        return pages.map { File(path: "\($0.path).\(format.writer.fileExtension)", text: format.writer.text(of: $0)) }
    }

    private func overview(_ rulesets: [RulesetPages], _ root: String, _ language: Language) -> DocumentPage {
        DocumentPage(
            title: Localized(zh: "规则集", en: "Rulesets")[language], language: language, path: "\(root)/index",
            blocks: [.list(rulesets.map { [.link($0.title, page: "\($0.folder)/index"), .text("  "), .code($0.ruleset.name)] })])
    }
}
