import Diagnostics

extension Diagnostic {
    /// A file, or a member of its object, that is no array.
    static func jsonNotATable(at location: Location) -> Self {
        Self(
            code: "json-not-a-table", at: location,
            message: Localized(zh: "此处应为记录的数组", en: "an array of records must stand here"),
            help: Localized(
                zh: "JSON 文件写成 [{…}, {…}]，或按表名写成 {\"表名\": [{…}, {…}]}",
                en: "write a JSON file as [{…}, {…}], or by table as {\"TABLE\": [{…}, {…}]}"))
    }

    /// An element of an array that is no object.
    static func jsonNotARecord(at location: Location) -> Self {
        Self(
            code: "json-not-a-record", at: location,
            message: Localized(zh: "数组的这个元素不是对象", en: "this element of the array is not an object"),
            help: Localized(
                zh: "每条记录写成一个对象，如 {\"名称\": \"…\"}", en: "write each record as an object, such as {\"name\": \"…\"}"))
    }

    /// The end of the file where something is still open.
    static func jsonUnfinished(at location: Location) -> Self {
        Self(
            code: "json-syntax", at: location,
            message: Localized(zh: "文件到此为止，而内容还没有结束", en: "the text that is open here is not complete at the end of the file"),
            help: Localized(zh: "请检查引号和括号是否成对，文件是否完整", en: "check quotes and brackets, and whether the file is whole"))
    }

    /// Text after the array or object that is the file.
    static func jsonTextAfterEnd(at location: Location) -> Self {
        Self(
            code: "json-syntax", at: location,
            message: Localized(zh: "内容结束之后又有文字", en: "there is text after the end"),
            help: Localized(
                zh: "一个文件只写一个数组或对象；每行一个对象的文件用扩展名 .jsonl",
                en: "write one array or object in a file; one with an object a line has the ending .jsonl"))
    }
}
