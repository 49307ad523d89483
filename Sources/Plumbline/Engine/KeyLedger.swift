/// Where each key of a table was first seen.
struct KeyLedger {
    private struct Place {
        var file: Int32
        var row: Int32
        var line: Int32
    }

    /// By the key's text.
    private var places: [String: Place] = [:]
    private var files: [String] = []

    /// Notes a key.
    ///
    /// - Returns: Where it was seen before; nil where this is the first time.
    mutating func note(_ key: [String], at address: RecordAddress) -> RecordAddress? {
        let text = KeyText.of(key)
        if let first = places[text] {
            return RecordAddress(file: files[Int(first.file)], row: Int(first.row), line: Int(first.line))
        }
        if files.last != address.file { files.append(address.file) }
        places[text] = Place(
            file: Int32(files.count - 1), row: Int32(clamping: address.row), line: Int32(clamping: address.line))
        return nil
    }
}
