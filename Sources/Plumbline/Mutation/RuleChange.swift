import Diagnostics

/// A rule with one mistake in it.
struct RuleChange {
    var root: TemplateExpander.RuleText
    var mistake: Mistake

    init(root: TemplateExpander.RuleText, mistake: Mistake) { (self.root, self.mistake) = (root, mistake) }

    init(root: TemplateExpander.RuleText, before: String, after: String, location: Location, hint: Localized, noticedBy: Outcome? = nil) {
        self.init(root: root, mistake: Mistake(before: before, after: after, location: location, hint: hint, noticedBy: noticedBy))
    }
}
