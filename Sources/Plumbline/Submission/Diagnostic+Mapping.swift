import CEL
import Diagnostics
import YAML

/// What can be wrong with a mapping file, each worded here and nowhere else.
extension Diagnostic {
    static func fileOutsideData(_ text: String, at location: Location) -> Self {
        Self(
            code: "file-outside-data", at: location,
            message: Localized(zh: "“\(text)”不是数据文件夹中的文件", en: "'\(text)' is no file in the folder of the data"),
            help: Localized(
                zh: "写文件名或数据文件夹以下的路径，例如 人口.csv、县/*.csv", en: "write a file's name, or its path below that folder, such as people.csv or counties/*.csv"))
    }

    static func noFilesToMap(at location: Location) -> Self {
        Self(
            code: "no-files-to-map", at: location, message: Localized(zh: "file 没有写出任何文件", en: "file names no file"),
            help: Localized(zh: "写文件名，可以用 *，例如 人口*.csv", en: "write a file's name, in which * may stand for some of it, such as people*.csv"))
    }

    static func givenTwice(_ field: String, first: Location, at location: Location) -> Self {
        Self(
            code: "given-twice", at: location,
            message: Localized(
                zh: "字段“\(field)”在第 \(first.start.line) 行已有来源", en: "the field '\(field)' is given already, on line \(first.start.line)"),
            help: Localized(
                zh: "columns、constants、compute、wide 之中只在一处写它", en: "let one of columns, constants, compute and wide give it"))
    }

    static func unreadableConstant(_ text: String, of field: Field, cause: UnreadableCause, at location: Location) -> Self {
        let why = cause.message(for: field)
        return Self(
            code: "unreadable-constant", at: location,
            message: Localized(
                zh: "“\(text)”不能作为字段“\(field.name)”的值：\(why.zh)", en: "'\(text)' cannot be a value of '\(field.name)': \(why.en)"))
    }

    static func unusedName(_ name: String, table: String, among fields: some Sequence<String>, at location: Location) -> Self {
        let nearest = NearestName.to(name, among: fields)
        return Self(
            code: "unknown-field", at: location,
            message: Localized(
                zh: "表“\(table)”没有字段“\(name)”，compute 和 drop 也没有用到它",
                en: "table '\(table)' has no field '\(name)', and neither compute nor drop uses the name"),
            help: nearest.map { Localized(zh: "改为“\($0)”", en: "write '\($0)'") }
                ?? Localized(zh: "不需要的列写在 ignore 中", en: "name columns that nobody asks for under ignore"))
    }

    static func notAText(_ type: CEL.`Type`, in scalar: YAMLScalar) -> Self {
        Self(
            code: "not-a-text", at: scalar.location,
            message: Localized(zh: "表达式的结果应为文本，而不是 \(type)", en: "the expression should be a text, and is \(type)"),
            help: Localized(
                zh: "映射只改写单元格的文本；用文本函数，或写 string(…)；数值的计算写在词汇表的字段中",
                en: "a mapping rewrites texts of cells: use functions of texts, or string(…); calculate with numbers in a field of the vocabulary"))
    }

    static func badHeaderLine(_ line: Int, at location: Location) -> Self {
        Self(
            code: "bad-header-line", at: location,
            message: Localized(
                zh: "header_line 应在 1 与 \(FileLayoutLoader.lineLimit) 之间，而不是 \(line)",
                en: "header_line should be between 1 and \(FileLayoutLoader.lineLimit), and is \(line)"),
            help: Localized(
                zh: "写表头所在的行号；没有表头的文件写 headers: [各列的列名]",
                en: "write the number of the header's line; for a file without one write headers: [the name of each column]"))
    }

    static func unknownDelimiter(_ text: String, at location: Location) -> Self {
        Self(
            code: "unknown-delimiter", at: location,
            message: Localized(zh: "“\(text)”不是能用的分隔符", en: "'\(text)' is no delimiter that files are read with"),
            help: Localized(zh: "写 ','、';'、'|' 或 tab", en: "write ',', ';', '|' or tab"))
    }

    static func notWideColumns(_ text: String, at location: Location) -> Self {
        Self(
            code: "not-wide-columns", at: location,
            message: Localized(zh: "“\(text)”没有说明是哪些列", en: "'\(text)' does not say which columns are meant"),
            help: Localized(
                zh: "写期间的范围 1990..2024、带一个星号的列名 Y*、列名的列表，或 {列名: 所代表的值}",
                en: "write a range of periods such as 1990..2024, a header with one star such as Y*, a list of headers, or {header: what it stands for}"))
    }

    static func notOneStar(_ text: String, at location: Location) -> Self {
        Self(
            code: "not-one-star", at: location,
            message: Localized(zh: "“\(text)”应恰有一个星号，且没有问号", en: "'\(text)' should have one star, and no question mark"),
            help: Localized(zh: "星号代表写进字段的部分，例如 Y*", en: "the star stands for what goes into the field, as in Y*"))
    }

    static func headerTwice(_ header: String, at location: Location) -> Self {
        Self(
            code: "listed-twice", at: location,
            message: Localized(zh: "列名“\(header)”列了两次", en: "the header '\(header)' is listed twice"),
            help: Localized(zh: "删去一处", en: "remove one of them"))
    }

    static func mappingAsRuleset(at location: Location) -> Self {
        Self(
            code: "mapping-as-ruleset", at: location,
            message: Localized(zh: "这是映射文件，不是规则集", en: "this is a mapping, and no ruleset"),
            help: Localized(zh: "用 --mapping 写它，另写规则集", en: "name it with --mapping, and a ruleset beside"))
    }

    /// A mapping that is named as if it held records.
    static func mappingAsData(_ path: String) -> Self {
        Self(
            code: "mapping-as-data", at: nil,
            message: Localized(zh: "“\(path)”说明文件怎样变成表，本身不是数据", en: "'\(path)' says how files become tables, and holds no data itself"),
            help: Localized(zh: "写 --mapping \(path)", en: "write --mapping \(path)"))
    }

    static func secondMapping(_ file: String, first: String) -> Self {
        Self(
            code: "second-mapping", at: nil,
            message: Localized(
                zh: "“\(first)”和“\(file)”在同一个文件夹中，无法判断以哪个为准",
                en: "'\(first)' and '\(file)' lie in one folder, and there is no telling which of them counts"),
            help: Localized(zh: "删去其中一个", en: "remove one of them"))
    }

    /// What a mapping says of a file's layout, where its format has nothing of that.
    static func noLayout(_ mapping: FileMapping, of path: String, format: String) -> Self {
        Self(
            code: "no-layout", at: mapping.location,
            message: Localized(
                zh: "“\(path)”的格式（\(format)）没有表头行、分隔符和编码可言",
                en: "the format of '\(path)', \(format), has no header line, delimiter or encoding to be told of"),
            help: Localized(
                zh: "删去 header_line、headers、delimiter、encoding", en: "remove header_line, headers, delimiter and encoding"))
    }
}
