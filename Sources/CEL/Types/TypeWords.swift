import Diagnostics

/// A type in words.
enum TypeWords {
    static func words(_ type: Type) -> Localized {
        switch type {
        case .dyn, .parameter: Localized(zh: "任意值", en: "any value")
        case .null: Localized(zh: "空值", en: "null")
        case .bool: Localized(zh: "真假值", en: "bool")
        case .int: Localized(zh: "整数", en: "int")
        case .uint: Localized(zh: "无符号整数", en: "uint")
        case .double: Localized(zh: "浮点数", en: "double")
        case .string: Localized(zh: "文字", en: "string")
        case .bytes: Localized(zh: "字节串", en: "bytes")
        case .timestamp: Localized(zh: "时刻", en: "timestamp")
        case .duration: Localized(zh: "时长", en: "duration")
        case .list(let element):
            element.isExact ? compound(element, zh: { "\($0)的列表" }, en: { "list of \($0)" }) : Localized(zh: "列表", en: "list")
        case .map: Localized(zh: "映射", en: "map")
        case .type: Localized(zh: "类型", en: "type")
        case .abstract(Type.optionalName, let inner):
            inner.first.map { compound($0, zh: { "可选的\($0)" }, en: { "optional \($0)" }) }
                ?? Localized(zh: "可选值", en: "optional value")
        case .abstract(let name, []): Localized(zh: hostTypes[name] ?? "“\(name)”", en: name)
        case .abstract, .record: Localized(zh: "“\(type)”", en: type.description)
        }
    }

    /// Types that hosts are wont to add, in Chinese.
    private static let hostTypes = [
        "number": "数字", "date": "日期", "period": "期间", "net.IP": "IP 地址", "net.CIDR": "网段",
    ]

    private static func compound(_ element: Type, zh: (String) -> String, en: (String) -> String) -> Localized {
        let inner = words(element)
        return Localized(zh: zh(inner.zh), en: en(inner.en))
    }

    /// `int and string`.
    static func joined(_ types: [Type]) -> Localized {
        let all = types.map(words)
        let zh = all.map(\.zh)
        let en = all.map(\.en)
        return Localized(
            zh: zh.dropLast().joined(separator: "、") + (zh.count > 1 ? "与" : "") + (zh.last ?? ""),
            en: en.dropLast().joined(separator: ", ") + (en.count > 1 ? " and " : "") + (en.last ?? ""))
    }
}
