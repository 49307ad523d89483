/// A plain reading of CSV, letter by letter on the whole text, which `CSVReader` is held against.
enum NaiveCSV {
    /// The records; nil where the text has a fault.
    static func records(_ text: String) -> [[String]]? {
        var rest = Array(text.unicodeScalars)[...]
        if rest.first == "\u{FEFF}" { rest.removeFirst() }
        var records: [[String]] = []
        while !rest.isEmpty {
            if takeLineBreak(&rest) { continue }
            guard let record = takeRecord(&rest) else { return nil }
            records.append(record)
        }
        return records
    }

    private static func takeRecord(_ rest: inout ArraySlice<Unicode.Scalar>) -> [String]? {
        var record: [String] = []
        while true {
            guard let field = rest.first == "\"" ? takeQuoted(&rest) : takePlain(&rest) else { return nil }
            record.append(field)
            if rest.isEmpty || takeLineBreak(&rest) { return record }
            guard rest.removeFirst() == "," else { return nil }
        }
    }

    private static func takePlain(_ rest: inout ArraySlice<Unicode.Scalar>) -> String? {
        var field = String.UnicodeScalarView()
        while let scalar = rest.first, !",\n\r".unicodeScalars.contains(scalar) { field.append(rest.removeFirst()) }
        return String(field)
    }

    private static func takeQuoted(_ rest: inout ArraySlice<Unicode.Scalar>) -> String? {
        var field = String.UnicodeScalarView()
        rest.removeFirst()
        while let scalar = rest.popFirst() {
            if scalar != "\"" {
                field.append(scalar)
            } else if rest.first == "\"" {
                field.append(rest.removeFirst())
            } else {
                while rest.first == " " { rest.removeFirst() }
                return String(field)
            }
        }
        return nil
    }

    private static func takeLineBreak(_ rest: inout ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = rest.first, first == "\n" || first == "\r" else { return false }
        rest.removeFirst()
        if first == "\r", rest.first == "\n" { rest.removeFirst() }
        return true
    }
}
