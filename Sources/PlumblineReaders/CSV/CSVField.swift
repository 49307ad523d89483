/// Where a field's text stands in the window, quotes around it left out.
struct CSVField {
    var start: Int
    var end: Int
    /// Whether quotes in the text stand twice.
    var hasDoubledQuotes = false
}
