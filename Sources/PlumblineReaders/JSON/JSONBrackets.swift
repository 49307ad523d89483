/// Finds the end of a JSON value by its brackets and quotes, byte by byte; what stands between is not looked at.
struct JSONBrackets {
    private var depth = 0
    private var isInString = false
    private var isEscaped = false

    /// Takes the next byte of a value that begins with a bracket or a quote.
    ///
    /// - Returns: Whether it is the value's last.
    @inline(__always)
    mutating func take(_ byte: UInt8) -> Bool {
        if isInString {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isInString = false
                return depth == 0
            }
            return false
        }
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            depth -= 1
            return depth <= 0
        default: break
        }
        return false
    }
}
