/// Bytes as hexadecimal digits, two for each.
enum HexadecimalText {
    /// - Complexity: O(*n*).
    static func text(_ bytes: some Collection<UInt8>, isUppercase: Bool) -> String {
        let digits = isUppercase ? uppercase : lowercase
        var result: [UInt8] = []
        result.reserveCapacity(2 * bytes.count)
        for byte in bytes {
            result.append(digits[Int(byte >> 4)])
            result.append(digits[Int(byte & 15)])
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let lowercase = Array("0123456789abcdef".utf8)
    private static let uppercase = Array("0123456789ABCDEF".utf8)
}
