import Diagnostics

/// The wording of every error of the library `network`.
extension EvaluationError {
    static func badAddress(_ text: String, _ fault: AddressFault) -> Self {
        let (text, reason) = (shown(text), reason(fault))
        return Self(
            code: "bad-address",
            message: Localized(zh: "'\(text)' 不是 IP 地址：\(reason.zh)", en: "'\(text)' is no IP address: \(reason.en)"))
    }

    static func badAddressBlock(_ text: String, _ fault: AddressFault) -> Self {
        let (text, reason) = (shown(text), reason(fault))
        return Self(
            code: "bad-address-block",
            message: Localized(
                zh: "'\(text)' 不是网段：\(reason.zh)", en: "'\(text)' is no block of addresses: \(reason.en)"))
    }

    private static func shown(_ text: String) -> String {
        let kept = text.unicodeScalars.prefix(AddressReader.longestText)
        return kept.endIndex == text.unicodeScalars.endIndex ? text : String(kept) + "…"
    }

    private static func reason(_ fault: AddressFault) -> Localized {
        switch fault {
        case .empty: Localized(zh: "文字是空的", en: "the text is empty")
        case .tooLong: Localized(zh: "文字太长", en: "the text is too long")
        case .unlikeAddress:
            Localized(zh: "写成 192.168.0.1 或 2001:db8::1 这样", en: "write it as in 192.168.0.1 or 2001:db8::1")
        case .zone: Localized(zh: "不能带区域；去掉 '%' 及其后的部分", en: "it has a zone; leave out '%' and what follows it")
        case .missingLength: Localized(zh: "缺少前缀长度，如 /24", en: "the length of the prefix is missing, such as /24")
        case .length(let part, let limit):
            Localized(
                zh: "前缀长度 '\(part)' 应当是 0 到 \(limit)", en: "the length of the prefix is 0 to \(limit), not '\(part)'")
        case .mapped(let inner):
            Localized(
                zh: "它把 IPv4 地址映射到 IPv6；直接写 IPv4 的 \(inner)",
                en: "it maps an IPv4 address into IPv6; write it as IPv4, with \(inner)")
        case .octetCount(let count):
            Localized(zh: "IPv4 地址由 4 个数组成，这里有 \(count) 个", en: "an IPv4 address has 4 numbers, not \(count)")
        case .octet(let part):
            Localized(zh: "'\(part)' 应当是 0 到 255 的数", en: "'\(part)' should be a number from 0 to 255")
        case .octetWithLeadingZero(let part):
            Localized(zh: "'\(part)' 的开头不能是 0", en: "'\(part)' may not begin with 0")
        case .groupCount(let count):
            Localized(zh: "IPv6 地址由 8 组组成，这里有 \(count) 组", en: "an IPv6 address has 8 groups, not \(count)")
        case .group(let part):
            Localized(zh: "'\(part)' 应当是 1 到 4 位十六进制数", en: "'\(part)' should be 1 to 4 hexadecimal digits")
        case .repeatedGap: Localized(zh: "'::' 只能出现一次", en: "'::' may occur only once")
        case .gapWithoutGroups:
            Localized(zh: "8 组已经写全，'::' 没有可省的", en: "all 8 groups are there, so '::' stands for nothing")
        case .looseColon: Localized(zh: "开头或末尾多了一个 ':'", en: "there is a lone ':' at its beginning or end")
        }
    }
}
