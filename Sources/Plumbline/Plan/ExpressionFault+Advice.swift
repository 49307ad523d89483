import CEL
import Diagnostics
import OrderedCollections

/// Faults of expressions that the vocabulary explains, each worded here and nowhere else.
extension ExpressionFault {
    static func unknownField(_ name: String, table: Table, lists: [String], at range: Range<Int>) -> ExpressionFault {
        let names = Array(table.fields.keys) + lists
        let fault = Diagnostic.unknownField(name, table: table.name, among: names, at: table.location)
        return ExpressionFault(
            code: fault.code, message: fault.message,
            help: Diagnostic.fieldHelp(name, among: names, in: table.location.file), range: range,
            mend: NearestName.certain(name, among: names).map { Mend(range, replacement: $0) })
    }

    static func fieldOfElement(_ name: String, of element: String, at range: Range<Int>) -> Self {
        Self(
            code: "field-of-element",
            message: Localized(
                zh: "“\(name)”是列表中各条记录的字段，前面要写上“\(element)”",
                en: "'\(name)' is a field of the list's records, which are called '\(element)' here"),
            help: Localized(zh: "写成 \(element).\(name)", en: "write \(element).\(name)"), range: range)
    }

    static func noParameters(at range: Range<Int>) -> Self {
        Self(
            code: "no-parameters",
            message: Localized(zh: "规则集没有参数，不能用 params", en: "the ruleset has no parameters, so 'params' means nothing"),
            help: Localized(
                zh: "在规则集的文件头写上 params，例如 params: {floor: {type: percent, value: 60%}}",
                en: "add them to the ruleset's header, as in params: {floor: {type: percent, value: 60%}}"), range: range)
    }

    /// - Parameter written: The name behind `params.`; nil where `params` stands alone.
    static func unknownParameter(_ written: (name: String?, range: Range<Int>), among names: [String]) -> Self {
        let all = Localized(
            zh: "可用的参数：\(names.map { "params.\($0)" }.joined(separator: "、"))",
            en: "the parameters are \(names.map { "params.\($0)" }.joined(separator: ", "))")
        guard let name = written.name else {
            return Self(
                code: "unknown-parameter", message: Localized(zh: "params 后面要写参数的名称", en: "'params' by itself is no value"),
                help: all, range: written.range)
        }
        return Self(
            code: "unknown-parameter",
            message: Localized(zh: "没有参数“\(name)”", en: "there is no parameter '\(name)'"),
            help: NearestName.to(name, among: names).map { Localized(zh: "写成 params.\($0)", en: "write params.\($0)") } ?? all,
            range: written.range, mend: NearestName.certain(name, among: names).map { Mend(written.range, replacement: $0) })
    }

    static func noPeriods(_ name: String, table: String, at range: Range<Int>) -> Self {
        Self(
            code: "no-other-periods",
            message: Localized(
                zh: "表“\(table)”不分期间，没有“\(name)”可言", en: "the records of '\(table)' are of no period, so there is no '\(name)'"),
            help: Localized(zh: "在词汇表的表中写上 period，说明哪个字段是期间", en: "say in the vocabulary which field is the table's period"),
            range: range)
    }

    static func noBaseline(at range: Range<Int>) -> Self {
        Self(
            code: "no-baseline",
            message: Localized(zh: "没有可用的基期，不能用 baseline", en: "there is no baseline here, so 'baseline' means nothing"),
            help: Localized(
                zh: "在规则中写 baseline: {period: 2020}；该表要分期间", en: "give the rule baseline: {period: 2020}; its table has to have periods"),
            range: range)
    }

    static func dateWithoutQuotes(_ text: String, at range: Range<Int>) -> Self {
        Self(
            code: "date-without-quotes",
            message: Localized(
                zh: "“\(text)”在表达式里是两次相减，不是日期", en: "'\(text)' is two subtractions in an expression, and no date"),
            help: Localized(zh: "写成 date('\(text)')", en: "write date('\(text)')"), range: range)
    }

    static func fieldByTitle(_ title: String, name: String, at range: Range<Int>) -> Self {
        Self(
            code: "field-by-title",
            message: Localized(
                zh: "“\(title)”是字段的标题或别名，表达式里要写字段名",
                en: "'\(title)' is a title or an alias of a field; expressions use its name"),
            help: Localized(zh: "改为 \(name)", en: "write \(name)"), range: range)
    }

    static func constantOfOthers(_ name: String, meant: String, at range: Range<Int>) -> Self {
        Self(
            code: "foreign-constant",
            message: Localized(zh: "没有“\(name)”，这里写 \(meant)", en: "there is no '\(name)' here; it is called \(meant)"),
            help: .otherWay(meant), range: range, mend: meant == "null" ? nil : Mend(range, replacement: meant))
    }

    static func strictInequality(at range: Range<Int>) -> Self {
        Self(
            code: "foreign-operator",
            message: Localized(zh: "没有 '!==' 这个运算符", en: "there is no operator '!=='"), help: .otherWay("!="), range: range,
            mend: Mend(range, replacement: "!="))
    }

    static func wordForOperator(_ word: String, sign: String, at range: Range<Int>) -> Self {
        Self(
            code: "foreign-operator",
            message: Localized(zh: "“\(word)”不是运算符", en: "'\(word)' is no operator"), help: .otherWay(sign), range: range,
            mend: Mend(range, replacement: sign))
    }

    static func fieldOfReference(_ name: String, path: String, table: String, at range: Range<Int>) -> Self {
        Self(
            code: "unknown-field",
            message: Localized(
                zh: "表“\(table)”没有字段“\(name)”，它所引用的记录有", en: "the table '\(table)' has no field '\(name)'; the record that it refers to has"),
            help: .otherWay(path), range: range)
    }

    static func valueWithoutQuotes(_ text: String, at range: Range<Int>) -> Self {
        Self(
            code: "value-without-quotes",
            message: Localized(zh: "“\(text)”是枚举的取值，要加引号", en: "'\(text)' is a value of an enumeration and needs quotes"),
            help: Localized(zh: "写成 '\(text)'", en: "write '\(text)'"), range: range)
    }

    static func quantityWithoutQ(_ text: String, at range: Range<Int>) -> Self {
        Self(
            code: "quantity-without-q",
            message: Localized(
                zh: "“\(text)”带有单位，表达式里不能直接写", en: "'\(text)' has a unit, which an expression does not take as it stands"),
            help: Localized(zh: "写成 q('\(text)')", en: "write q('\(text)')"), range: range)
    }

    static func noOrder(_ field: String, sign: String, at range: Range<Int>) -> Self {
        Self(
            code: "no-order",
            message: Localized(
                zh: "字段“\(field)”的取值没有高低之分，不能用“\(sign)”", en: "the values of '\(field)' have no order, so '\(sign)' does not suit them"),
            help: Localized(
                zh: "用 == 或 in 比较；确有高低之分时，在词汇表中用 order 代替 values",
                en: "compare with == or in; if there is an order, write order in place of values in the vocabulary"),
            range: range)
    }

    /// The fault with other advice, which is then the only one.
    func with(help: Localized) -> Self { Self(code: code, message: message, help: help, range: range) }
}

extension Localized {
    static func twoComparisons(_ text: String) -> Localized {
        Localized(zh: "写成两个比较，中间用 &&：\(text)", en: "write two comparisons with && between them: \(text)")
    }

    static func otherWay(_ text: String) -> Localized {
        Localized(zh: "写成 \(text)", en: "write \(text)")
    }

    static func sizeOf(_ argument: String) -> Localized {
        Localized(
            zh: "列表的条数写成 \(argument).count()，文本的长度写成 size(\(argument))",
            en: "write \(argument).count() for how many a list has, size(\(argument)) for the length of a text")
    }

    static func listInSquareBrackets(_ text: String) -> Localized {
        Localized(zh: "列表写在方括号里：\(text)", en: "a list stands in square brackets: \(text)")
    }

    static func functionWithBrackets(_ name: String) -> Localized {
        Localized(zh: "写成 \(name)()", en: "write \(name)()")
    }

    static let numberWithoutQuotes = Localized(
        zh: "数字不加引号；带单位的写成 q('…')", en: "write a number without quotes, one with a unit as q('…')")

    static func plainBoolean(_ field: String) -> Localized {
        Localized(zh: "直接写 \(field) 或 !\(field)", en: "write \(field) or !\(field)")
    }
}
