import Diagnostics
import YAML

extension DueDate {
    /// Reads a day, or a period, whose last day it is then.
    static func read(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> DueDate? {
        guard let text = node.string(&diagnostics) else { return nil }
        guard let date = CalendarDate(iso: text) ?? CalendarPeriod(text)?.lastDay else {
            diagnostics.append(.badDue(text, at: node.location))
            return nil
        }
        return DueDate(date, location: node.location)
    }
}
