import Diagnostics
import JSON

/// What a mapping file holds.
extension RuleFileSchema {
    var mappingDefinitions: [(String, JSONValue)] {
        [
            ("mapping", mappingFile.schema(in: language)), ("mappedFile", mappedFile.schema(in: language)),
            ("wide", wide.schema(in: language)),
        ]
    }

    private var mappingFile: SchemaObject {
        SchemaObject([
            SchemaKey("mapping", reference("text"), isRequired: true, Localized(zh: "映射的名称", en: "What the mapping is called")),
            SchemaKey("files", list(of: reference("mappedFile")), isRequired: true, Localized(
                zh: "各文件怎样变成表；有几项相符时以第一项为准", en: "How files become tables; of several that fit a file the first counts")),
        ])
    }

    private var mappedFile: SchemaObject {
        let names = reference("identifier")
        return SchemaObject([
            SchemaKey("file", reference("texts"), isRequired: true, Localized(
                zh: "文件名，或数据文件夹以下的路径；* 代表任意字符", en: "A file's name, or its path below the folder of the data; * stands for any of it")),
            SchemaKey("table", reference("text"), isRequired: true, Localized(
                zh: "文件是哪个表，写表名或标题", en: "The table that the file is, by name or title")),
            SchemaKey("header_line", ["type": .string("integer"), "minimum": .integer(1), "maximum": .integer(FileLayoutLoader.lineLimit)], Localized(
                zh: "表头在第几行；不写时自动查找", en: "The line of the header; found by looking where it is left out")),
            SchemaKey("headers", list(of: reference("headerOrNothing"), atLeast: 1), Localized(
                zh: "没有表头的文件各列的列名；不用的列写 ~", en: "The names of the columns of a file without a header; ~ for one that nobody asks for")),
            SchemaKey("delimiter", ["enum": .strings(FileLayoutLoader.delimiters.keys.sorted())], Localized(
                zh: "分隔符；不写时自动判断", en: "What stands between two fields; found by looking where it is left out")),
            SchemaKey("encoding", choice(of: FileLayoutLoader.Encoding.self), Localized(
                zh: "编码；不写时自动判断", en: "How the file writes characters; found by looking where it is left out")),
            SchemaKey("columns", mapping(to: names), Localized(
                zh: "列名与字段的对应；compute 和 drop 另要用到的列，自取一个名称",
                en: "Which header gives which field; a column that only compute and drop use gets a name of its own")),
            SchemaKey("ignore", reference("texts"), Localized(
                zh: "不需要的列，可以用 *", en: "Headers of columns that nobody asks for; * stands for any part")),
            SchemaKey("constants", mapping(to: reference("text"), names: names), Localized(
                zh: "文件每条记录都相同的字段", en: "Fields that every record of the file has alike")),
            SchemaKey("compute", mapping(to: reference("expression"), names: names), Localized(
                zh: "由同一行的文本算出的字段", en: "Fields that are made from the texts of a row")),
            SchemaKey("blank", reference("texts"), Localized(
                zh: "与空白同义的文字，例如 ..、不详", en: "Words that mean the same as a blank cell, such as .. or n/a")),
            SchemaKey("drop", reference("expression"), Localized(
                zh: "略去哪些行的条件", en: "The condition on which a row is left out")),
            SchemaKey("wide", reference("wide"), Localized(
                zh: "一行变成多条记录，例如一年一列", en: "Makes several records of a row, such as one of each year's column")),
        ])
    }

    private var wide: SchemaObject {
        let labels = mapping(to: reference("text"))
        return SchemaObject([
            SchemaKey(
                "columns", ["anyOf": .array([["type": .string("string")], list(of: reference("text"), atLeast: 1), labels])],
                isRequired: true, Localized(
                    zh: "哪些列：1990..2024、带一个星号的列名、列名的列表，或 {列名: 所代表的值}",
                    en: "Which columns: 1990..2024, a header with one star, a list of headers, or {header: what it stands for}")),
            SchemaKey("header", reference("identifier"), isRequired: true, Localized(
                zh: "列名写进哪个字段", en: "The field that takes what the header stands for")),
            SchemaKey("value", reference("identifier"), isRequired: true, Localized(
                zh: "单元格写进哪个字段", en: "The field that takes the cell")),
            SchemaKey("blanks", choice(of: WideMappingLoader.Blanks.self), Localized(
                zh: "空白单元格：keep 仍为一条记录（默认），ignore 不成为记录",
                en: "A blank cell: keep makes a record of it all the same (the default), ignore makes none")),
        ])
    }
}
