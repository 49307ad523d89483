/// Reads days as Chinese and ISO writing has them.
enum DateText {
    /// Why a text is no day, where the likely cause can be told.
    enum Fault: Error {
        case notADate
        /// A year, or a year and a month.
        case noDay
        /// The number by which a spreadsheet counts days.
        case spreadsheetNumber
        /// The year does not stand first: the day and the month could be either way round.
        case yearNotFirst
        /// A day with a time that is not midnight.
        case timeOfDay
    }

    /// Reads `2024-05-01`, `2024-5-1`, `2024/5/1`, `2024.5.1`, `2024年5月1日`, `20240501`; a midnight behind it,
    /// as spreadsheets add it, does not matter.
    static func day(_ text: String) throws(Fault) -> CalendarDate {
        let (date, time) = split(text)
        guard let numbers = numbers(date) else { throw fault(date) }
        guard numbers.count == 3 else { throw .noDay }
        guard let day = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) else { throw .notADate }
        guard isMidnight(time) else { throw .timeOfDay }
        return day
    }

    /// The numbers of a year, a month and a day as far as they are given; nil where the text is something else.
    static func numbers(_ text: String) -> [Int]? {
        if let numbers = isoNumbers(text) { return numbers }
        if text.utf8.count == 8, text.utf8.allSatisfy(isDigit) {
            let digits = Array(text)
            return [digits[0..<4], digits[4..<6], digits[6..<8]].compactMap { Int(String($0)) }
        }
        guard let compact = withoutBlanks(text) else { return nil }
        for marks in [["-", "-", ""], ["/", "/", ""], [".", ".", ""], ["年", "月", "日"], ["年", "月", "号"]] {
            if let found = numbers(compact, marks: marks) { return found }
        }
        return nil
    }

    /// The numbers of `2024-05-01`, as most days are written; nil for everything else, which may be a day all the same.
    private static func isoNumbers(_ text: String) -> [Int]? {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
            var numbers = [0, 0, 0]
            for place in bytes.indices where place != 4 && place != 7 {
                guard isDigit(bytes[place]) else { return nil }
                let part = place < 4 ? 0 : place < 7 ? 1 : 2
                numbers[part] = numbers[part] * 10 + Int(bytes[place] - UInt8(ascii: "0"))
            }
            return numbers
        }
    }

    /// `2024年5月1日` of `2024 年 5 月 1 日`; nil where a blank parts two digits, which could be two numbers.
    static func withoutBlanks(_ text: String) -> String? {
        var compact = String.UnicodeScalarView()
        var hasGap = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                hasGap = true
                continue
            }
            let isDigit = (0x30...0x39).contains(scalar.value)
            if hasGap, isDigit, compact.last.map({ (0x30...0x39).contains($0.value) }) ?? false { return nil }
            compact.append(scalar)
            hasGap = false
        }
        return String(compact)
    }

    /// - Parameter marks: What stands after the year, the month and the day. `2024-5` has no mark at its end,
    ///   `2024年5月` has one.
    private static func numbers(_ text: String, marks: [String]) -> [Int]? {
        var (rest, found) = (Substring(text), [Int]())
        for (place, mark) in marks.enumerated() {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard place == 0 ? digits.count == 4 : (1...2).contains(digits.count), let number = Int(digits) else { return nil }
            found.append(number)
            rest = rest.dropFirst(digits.count)
            guard rest.hasPrefix(mark) else { return rest.isEmpty ? found : nil }
            rest = rest.dropFirst(mark.count)
            // After `2024年` or `2024年5月` nothing has to follow; after `2024-` something has to.
            if rest.isEmpty { return mark.isEmpty || marks[2] != "" ? found : nil }
        }
        return nil
    }

    private static func split(_ text: String) -> (date: String, time: Substring) {
        let cut = text.firstIndex { $0 == " " || $0 == "T" }
        guard let cut, text[text.index(after: cut)...].contains(":") else { return (text, "") }
        return (String(text[..<cut]), text[text.index(after: cut)...])
    }

    private static func isMidnight(_ time: Substring) -> Bool {
        time.utf8.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
    }

    private static func fault(_ text: String) -> Fault {
        let isNumber = text.utf8.allSatisfy(isDigit)
        if isNumber, text.utf8.count == 5 { return .spreadsheetNumber }
        if isNumber, text.utf8.count == 4 || text.utf8.count == 6 { return .noDay }
        let parts = text.split { "/-.".contains($0) }
        let areNumbers = parts.count == 3 && parts.allSatisfy { $0.utf8.count <= 4 && $0.utf8.allSatisfy(isDigit) }
        return areNumbers && parts[0].utf8.count <= 2 ? .yearNotFirst : .notADate
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
