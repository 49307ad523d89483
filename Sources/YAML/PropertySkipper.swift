/// Finds the value behind a tag and an anchor, with which libyaml counts them as one.
enum PropertySkipper {
    /// The byte where the value itself starts; the range's end where there is none.
    static func valueStart(in bytes: [UInt8], _ range: Range<Int>) -> Int {
        var index = range.lowerBound
        let end = range.upperBound
        while index < end {
            switch bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            case UInt8(ascii: "#"): index = bytes[index..<end].firstIndex(where: \.isLineBreak) ?? end
            case UInt8(ascii: "&"): index = bytes[(index + 1)..<end].firstIndex { !$0.isNameByte } ?? end
            case UInt8(ascii: "!"): index = tagEnd(in: bytes, index..<end)
            default: return index
            }
        }
        return end
    }

    private static func tagEnd(in bytes: [UInt8], _ range: Range<Int>) -> Int {
        if bytes[range].starts(with: "!<".utf8) {
            return bytes[range].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? range.upperBound
        }
        return bytes[range].firstIndex { $0.isBlank || $0.isLineBreak } ?? range.upperBound
    }
}
