import Diagnostics

extension Diagnostic {
    /// A line that is not one sound JSON object.
    static func json(_ kind: JSONFault.Kind, at location: Location) -> Self {
        switch kind {
        case .notAnObject: jsonLinesNotAnObject(at: location)
        case .tooManyKeys: tooManyColumns(at: location)
        default: Self(code: "json-syntax", at: location, message: message(kind), help: help(kind))
        }
    }

    /// A line with another value than an object, or with text that is no JSON at all.
    private static func jsonLinesNotAnObject(at location: Location) -> Self {
        Self(
            code: "jsonl-not-an-object", at: location,
            message: Localized(zh: "这一行不是 JSON 对象", en: "this line is not a JSON object"),
            help: Localized(
                zh: "每行写一个对象，如 {\"名称\": \"…\"}，外面不加方括号和逗号",
                en: "write one object a line, such as {\"name\": \"…\"}, without brackets and commas around them"))
    }

    private static func message(_ kind: JSONFault.Kind) -> Localized {
        switch kind {
        case .missingKey: Localized(zh: "此处应为加双引号的键", en: "a key in double quotes must stand here")
        case .trailingComma: Localized(zh: "逗号之后没有内容", en: "nothing follows the comma")
        case .missingColon: Localized(zh: "键之后缺少冒号", en: "the colon after the key is missing")
        case .missingValue: Localized(zh: "此处缺少值", en: "a value is missing here")
        case .missingComma: Localized(zh: "此处缺少逗号或结束的括号", en: "a comma or the closing bracket is missing here")
        case .badNumber: Localized(zh: "这不是 JSON 中数字的写法", en: "this is not how JSON writes a number")
        case .badEscape: Localized(zh: "JSON 中没有这样的转义", en: "JSON has no such escape")
        case .loneSurrogate: Localized(zh: "代理项不成对，不能构成字符", en: "half of a surrogate pair is no character")
        case .controlCharacter: Localized(zh: "字符串中有未转义的控制字符", en: "a control character in a string is not escaped")
        case .unclosedString: Localized(zh: "此处的字符串到行末都没有结束", en: "the string that opens here is not closed on its line")
        case .unfinished: Localized(zh: "对象到行末还没有结束", en: "the object is not complete at the end of the line")
        case .textAfterObject: Localized(zh: "对象结束之后又有文字", en: "there is text after the object")
        case .tooDeep:
            Localized(
                zh: "嵌套超过 \(RecordLimits.depth) 层", en: "values stand more than \(RecordLimits.depth) deep in each other")
        case .unknownValue, .notAnObject, .tooManyKeys: Localized(zh: "这不是 JSON 的值", en: "this is not a JSON value")
        }
    }

    private static func help(_ kind: JSONFault.Kind) -> Localized? {
        switch kind {
        case .badNumber:
            Localized(
                zh: "数字前不写多余的 0 和加号，小数点前后都要有数字",
                en: "write no leading zero and no plus sign, and digits on both sides of the point")
        case .badEscape, .controlCharacter:
            Localized(
                zh: "换行写作 \\n，制表符写作 \\t，反斜杠写作 \\\\",
                en: "write a line break as \\n, a tab as \\t, a backslash as \\\\")
        case .unclosedString, .unfinished, .textAfterObject:
            Localized(zh: "每行恰好写一个完整的对象", en: "write exactly one whole object on each line")
        case .unknownValue:
            Localized(
                zh: "文字要加双引号；没有引号的只能是数字、true、false 和 null",
                en: "put text in double quotes; only numbers, true, false and null go without")
        case .trailingComma:
            Localized(zh: "最后一个值之后不写逗号", en: "write no comma after the last value")
        case .missingKey:
            Localized(zh: "键要加双引号", en: "put the key in double quotes")
        case .loneSurrogate:
            Localized(zh: "请直接写出该字符", en: "write the character itself")
        default: nil
        }
    }
}
