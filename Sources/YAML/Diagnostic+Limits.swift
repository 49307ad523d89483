import Diagnostics

/// Faults of a text as a whole: its bytes, its size, its documents, its aliases.
extension Diagnostic {
    static func yamlTooLarge(_ source: SourceText, limit: Int) -> Diagnostic {
        Diagnostic(
            code: "yaml-too-large", at: Location(file: source.name, start: Position(line: 1, column: 1), lineText: ""),
            message: Localized(
                zh: "文件有 \(source.bytes.count) 字节，上限是 \(limit) 字节",
                en: "the file has \(source.bytes.count) bytes; at most \(limit) are read"),
            help: Localized(zh: "拆成几个文件", en: "split it into several files"))
    }

    static func yamlTooDeep(_ limit: Int, at location: Location) -> Diagnostic {
        Diagnostic(
            code: "yaml-too-deep", at: location,
            message: Localized(
                zh: "列表和映射的嵌套超过 \(limit) 层", en: "lists and mappings are nested more than \(limit) levels deep"))
    }

    static func yamlTooManyNodes(_ limit: Int, at location: Location) -> Diagnostic {
        Diagnostic(
            code: "yaml-too-many-nodes", at: location,
            message: Localized(
                zh: "展开别名后，键和值的总数超过 \(limit)",
                en: "the file has more than \(limit) keys and values, counting what aliases stand for"),
            help: Localized(zh: "减少别名，或拆成几个文件", en: "use fewer aliases, or split it into several files"))
    }

    static func yamlTooManyDirectives(_ limit: Int, _ source: SourceText, atByte offset: Int) -> Diagnostic {
        Diagnostic(
            code: "yaml-too-many-directives", at: source.location(ofBytes: offset..<offset + 1),
            message: Localized(
                zh: "以“%”开头的行超过 \(limit) 行", en: "more than \(limit) lines begin with '%', as directives do"))
    }

    static func yamlUTF16(_ source: SourceText) -> Diagnostic {
        Diagnostic(
            code: "yaml-utf16", at: Location(file: source.name, start: Position(line: 1, column: 1), lineText: ""),
            message: Localized(zh: "文件的编码是 UTF-16", en: "the file is encoded in UTF-16"), help: saveAsUTF8)
    }

    static func yamlBadUTF8(_ source: SourceText, atByte offset: Int) -> Diagnostic {
        let byte = hexadecimal(UInt32(source.bytes[offset]), digits: 2)
        return Diagnostic(
            code: "yaml-bad-utf8", at: source.location(ofBytes: offset..<offset + 1),
            message: Localized(
                zh: "第 \(offset + 1) 个字节 0x\(byte) 不是 UTF-8，文件可能是 GBK 或 GB18030 编码",
                en: "byte 0x\(byte), number \(offset + 1) in the file, is not UTF-8; the file may be in GBK or GB18030"),
            help: saveAsUTF8)
    }

    static func yamlControlCharacter(_ scalar: Unicode.Scalar, at location: Location) -> Diagnostic {
        let code = hexadecimal(scalar.value, digits: 4)
        return Diagnostic(
            code: "yaml-control-character", at: location,
            message: Localized(zh: "控制字符 U+\(code) 不能出现在 YAML 里", en: "YAML may not hold the control character U+\(code)"),
            help: Localized(zh: "删去它，或在双引号内写作转义", en: "remove it, or write it as an escape in double quotes"))
    }

    static func yamlEmpty(_ source: SourceText) -> Diagnostic {
        Diagnostic(
            code: "yaml-empty", at: Location(file: source.name, start: Position(line: 1, column: 1), lineText: ""),
            message: Localized(zh: "文件没有内容", en: "the file holds nothing"))
    }

    static func yamlSeveralDocuments(_ location: Location) -> Diagnostic {
        Diagnostic(
            code: "yaml-several-documents", at: location,
            message: Localized(zh: "这里开始了第二个文档，一个文件只能有一个", en: "a second document starts here; a file may hold only one"),
            help: Localized(zh: "删去“---”，或拆成两个文件", en: "remove the '---', or split the file in two"))
    }

    static func yamlUndefinedAlias(_ name: String, anchors: [String], value: RawValue, at location: Location) -> Diagnostic {
        if let nearest = NearestName.to(name, among: anchors) {
            return Diagnostic(
                code: "yaml-undefined-alias", at: location,
                message: undefinedAlias(name), help: Localized(zh: "写成 *\(nearest)", en: "write *\(nearest)"))
        }
        let help = value.quoted.map {
            Localized(zh: "如果是文本或表达式，写成 \($0)", en: "if a text or an expression is meant, write \($0)")
        }
        return Diagnostic(code: "yaml-undefined-alias", at: location, message: undefinedAlias(name), help: help)
    }

    private static func undefinedAlias(_ name: String) -> Localized {
        Localized(
            zh: "YAML 把“*\(name)”读作别名，但前面没有锚点“&\(name)”",
            en: "YAML reads '*\(name)' as an alias, but no anchor '&\(name)' stands before it")
    }

    static func yamlRecursiveAlias(_ name: String, at location: Location) -> Diagnostic {
        Diagnostic(
            code: "yaml-recursive-alias", at: location,
            message: Localized(zh: "别名“*\(name)”指向包含它自身的值", en: "the alias '*\(name)' stands inside the value that it repeats"))
    }

    private static var saveAsUTF8: Localized { Localized(zh: "另存为 UTF-8 编码", en: "save it as UTF-8") }

    static func hexadecimal(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
