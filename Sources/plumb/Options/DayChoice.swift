import Diagnostics
import Plumbline

/// The day as of which a verb judges.
enum DayChoice {
    /// - Parameter text: What `--as-of` says; nil for today.
    static func day(_ text: String?) throws(Diagnostic) -> CalendarDate {
        if let text {
            guard let day = CalendarDate(iso: text) else { throw .notADate(text, of: "--as-of") }
            return day
        }
        guard let today = CalendarDate.today() else { throw .noClock() }
        return today
    }
}
