import JSON
import Plumbline

/// Texts as SARIF takes them.
enum SARIFText {
    /// A message object whose text says just what it says: braces would be placeholders, and brackets before a
    /// parenthesis a link.
    ///
    /// Source: SARIF 2.1.0, sections 3.11.5 and 3.11.6.
    static func message(_ text: String) -> JSONValue {
        let hasLink = text.contains("](")
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "{": safe += "{{"
            case "}": safe += "}}"
            case "[" where hasLink: safe += "\\["
            case "]" where hasLink: safe += "\\]"
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return ["text": .string(safe)]
    }

    /// A file's name as a relative URI: whatever could be taken for another part of one is escaped.
    static func uri(_ name: String) -> String {
        var uri = ""
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                 UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                 UInt8(ascii: "~"), UInt8(ascii: "/"):
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                uri += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return uri
    }

    static func artifact(_ file: String) -> JSONValue { ["uri": .string(uri(file))] }

    static func place(_ file: String, line: Int? = nil) -> JSONValue {
        guard let line else { return ["artifactLocation": artifact(file)] }
        return ["artifactLocation": artifact(file), "region": ["startLine": .integer(max(1, line))]]
    }
}
