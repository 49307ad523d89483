import Diagnostics
import Quantities

/// The faults that a vocabulary file can have, each worded here and nowhere else.
extension Diagnostic {
    static func definedTwice(_ name: String, first: Location? = nil, at location: Location) -> Self {
        let place = first.map { Localized(zh: "，首次定义于 \($0)", en: "; it is first at \($0)") } ?? Localized(same: "")
        return Self(
            code: "defined-twice", at: location,
            message: Localized(zh: "“\(name)”重复定义\(place.zh)", en: "'\(name)' is defined twice\(place.en)"),
            help: Localized(zh: "删去其中一处，或改用其他名称", en: "remove one of them, or give it another name"))
    }

    /// A table that two files of a vocabulary define, most likely so that one of them adds to it.
    ///
    /// - Parameter shared: The file whose table has more fields.
    static func tableDefinedTwice(_ name: String, shared: String, first: Location, at location: Location) -> Self {
        Self(
            code: "defined-twice", at: location,
            message: Localized(zh: "数据表“\(name)”重复定义，首次定义于 \(first)", en: "the table '\(name)' is defined twice; it is first at \(first)"),
            help: Localized(
                zh: "一个表只在一个文件里定义：要加字段，写进 \(shared) 中该表的 fields；要另建一个表，请换名称",
                en: "a table is defined in one file: to add fields to it write them under its fields in \(shared), for a table of your own take another name"))
    }

    /// A name, a period or a file that a list has already.
    static func listedTwice(_ name: String, first: Location, at location: Location) -> Self {
        Self(
            code: "listed-twice", at: location,
            message: Localized(zh: "“\(name)”写了两次，首次见于 \(first)", en: "'\(name)' is there twice; it is first at \(first)"),
            help: Localized(zh: "删去其中一处", en: "remove one of them"))
    }

    static func nameOfType(_ name: String, at location: Location) -> Self {
        Self(
            code: "name-of-type", at: location,
            message: Localized(zh: "“\(name)”已是内置类型的名称", en: "'\(name)' is the name of a built-in type"),
            help: Localized(zh: "给枚举另取名称", en: "give the enumeration another name"))
    }

    /// - Parameter isTitled: Whether what is named so has a title, where Chinese belongs.
    static func badIdentifier(_ name: String, isTitled: Bool = true, at location: Location) -> Self {
        Self(
            code: "bad-identifier", at: location,
            message: Localized(zh: "“\(name)”不能作为名称：只能用英文字母、数字和下划线，且不以数字开头",
                en: "'\(name)' cannot be a name: names are ASCII letters, digits and underscores, and begin with no digit"),
            help: isTitled ? Localized(zh: "中文名称写在 title 中", en: "put the Chinese name under title") : nil)
    }

    static func badKey(at location: Location) -> Self {
        Self(
            code: "bad-key", at: location,
            message: Localized(zh: "主键应列出一个或几个不同的字段", en: "a key is one field, or several different ones"),
            help: Localized(zh: "没有主键的表写 key: row", en: "for a table without a key write key: row"))
    }

    static func noValues(_ name: String, at location: Location) -> Self {
        Self(
            code: "no-values", at: location,
            message: Localized(zh: "枚举“\(name)”没有取值", en: "the enumeration '\(name)' has no values"),
            help: Localized(zh: "例如 values: [甲, 乙]", en: "for example values: [A, B]"))
    }

    static func reservedName(_ name: String, at location: Location) -> Self {
        Self(
            code: "reserved-name", at: location,
            message: Localized(zh: "“\(name)”是规则语言的保留字", en: "'\(name)' is a word of the rule language"),
            help: name == "period"
                ? Localized(
                    zh: "若它是本表的期间，在表中写 period: period；否则换一个名称",
                    en: "where it is the table's own period, let the table say period: period; else choose another name")
                : Localized(zh: "换一个名称，例如“\(name)_value”", en: "choose another name, such as '\(name)_value'"))
    }

    static func valuesOrOrder(_ name: String, at location: Location) -> Self {
        Self(
            code: "values-or-order", at: location,
            message: Localized(zh: "枚举“\(name)”应当有 values 或 order，且只有其一", en: "the enumeration '\(name)' needs values or order, and only one of them"),
            help: Localized(zh: "无高低之分用 values，由低到高排列用 order", en: "use values for a plain list, order for one from lowest to highest"))
    }

    static func bandsNeedOrder(_ name: String, at location: Location) -> Self {
        Self(
            code: "bands-need-order", at: location,
            message: Localized(zh: "枚举“\(name)”没有高低之分，不能划分等级段", en: "the enumeration '\(name)' has no order to make bands of"),
            help: Localized(zh: "用 order 代替 values", en: "write order in place of values"))
    }

    static func badBand(_ name: String, at location: Location) -> Self {
        Self(
            code: "bad-band", at: location,
            message: Localized(zh: "等级段“\(name)”应写为最低与最高两级", en: "the band '\(name)' should be its lowest and its highest value"),
            help: Localized(zh: "先低后高，例如 [二级乙等, 二级甲等]", en: "write the lowest first, for example [B, B++]"))
    }

    static func notAMember(_ text: String, of enumeration: Enumeration, at location: Location) -> Self {
        let fault = EnumerationFault(text, of: enumeration)
        return Self(
            code: "unknown-value", at: location, message: fault.message, help: fault.help,
            mend: Mend(respelling: text, among: enumeration.literals, at: location))
    }

    /// - Parameter file: The vocabulary's file that has the table.
    static func unknownField(
        _ name: String, table: String, in file: String? = nil, among fields: some Sequence<String>, at location: Location
    ) -> Self {
        Self(
            code: "unknown-field", at: location,
            message: Localized(zh: "表“\(table)”没有字段“\(name)”", en: "table '\(table)' has no field '\(name)'"),
            help: fieldHelp(name, among: fields, in: file == location.file ? nil : file),
            mend: Mend(respelling: name, among: fields, at: location))
    }

    /// - Parameter file: The vocabulary's file that has the table; nil where the fault stands in it.
    static func fieldHelp(_ name: String, among fields: some Sequence<String>, in file: String?) -> Localized {
        let add = file.map {
            Localized(
                zh: "在词汇表文件 \($0) 中该表的 fields 下添加“\(name)”", en: "add '\(name)' under the table's fields in the vocabulary, \($0)")
        } ?? Localized(zh: "在 fields 下添加“\(name)”", en: "add '\(name)' under fields")
        guard let nearest = NearestName.to(name, among: fields) else { return add }
        return Localized(zh: "改为“\(nearest)”，或\(add.zh)", en: "write '\(nearest)', or \(add.en)")
    }

    static func unknownType(_ name: String, among names: [String], at location: Location) -> Self {
        let nearest = NearestName.to(name, among: names)
        return Self(
            code: "unknown-type", at: location,
            message: Localized(zh: "没有类型“\(name)”", en: "there is no type '\(name)'"),
            help: nearest.map { Localized(zh: "改为“\($0)”", en: "write '\($0)'") }
                ?? Localized(zh: "可用的类型：\(names.joined(separator: "、"))", en: "the types are \(names.joined(separator: ", "))"),
            mend: Mend(respelling: name, among: names, at: location))
    }

    static func unitOnType(_ type: String, at location: Location) -> Self {
        Self(
            code: "unit-on-type", at: location,
            message: Localized(zh: "类型“\(type)”不带单位", en: "the type '\(type)' has no unit"),
            help: Localized(zh: "单位只用于 integer 和 decimal；占比请用 percent 类型", en: "only integer and decimal have units; a share is of type percent"))
    }

    static func badRange(_ text: String, of type: FieldType, at location: Location) -> Self {
        Self(
            code: "bad-range", at: location,
            message: Localized(zh: "“\(text)”不是取值范围", en: "'\(text)' is not a range"),
            help: type == .percent
                ? Localized(zh: "写成 0%..、..100% 或 0%..100%", en: "write 0%.., ..100% or 0%..100%")
                : Localized(zh: "写成 0..、..100 或 0..100", en: "write 0.., ..100 or 0..100"))
    }

    static func rangeOnType(_ type: String, at location: Location) -> Self {
        Self(
            code: "range-on-type", at: location,
            message: Localized(zh: "类型“\(type)”没有取值范围", en: "the type '\(type)' has no range"),
            help: Localized(zh: "取值范围只用于 integer、decimal 和 percent", en: "only integer, decimal and percent have ranges"))
    }

    static func rangeReversed(_ text: String, at location: Location) -> Self {
        Self(
            code: "range-reversed", at: location,
            message: Localized(zh: "取值范围“\(text)”的下限高于上限", en: "the range '\(text)' begins above its end"),
            help: Localized(zh: "先写较小的数", en: "write the lower number first"))
    }

    static func badBare(_ text: String, isPercent: Bool, at location: Location) -> Self {
        Self(
            code: "bad-bare", at: location,
            message: isPercent
                ? Localized(zh: "bare 不能是“\(text)”", en: "bare cannot be '\(text)'")
                : Localized(zh: "bare 只用于 percent 类型的字段", en: "bare belongs to fields of type percent"),
            help: Localized(zh: "percent 表示 85 即 85%，fraction 表示 0.85 即 85%", en: "percent means that 85 is 85%, fraction that 0.85 is"))
    }

    static func badBlank(_ text: String, of field: Field, at location: Location) -> Self {
        Self(
            code: "bad-blank", at: location,
            message: field.type.isReference
                ? Localized(zh: "空白单元格不能当作一条记录“\(text)”", en: "a blank cell cannot stand for a record, '\(text)'")
                : Localized(
                    zh: "空白单元格不能当作“\(text)”：它不是“\(field.type.name)”类型的值",
                    en: "a blank cell cannot stand for '\(text)', which is no value of type '\(field.type.name)'"),
            help: field.type.isReference
                ? Localized(zh: "写 missing 或 none", en: "write missing or none")
                : Localized(zh: "写 missing、none 或一个该类型的值", en: "write missing, none, or a value of the type"))
    }

    static func sharedHeader(_ header: String, of field: String, and other: String, at location: Location) -> Self {
        Self(
            code: "shared-header", at: location,
            message: Localized(
                zh: "列名“\(header)”同时属于字段“\(other)”和“\(field)”", en: "the column name '\(header)' belongs to both '\(other)' and '\(field)'"),
            help: Localized(zh: "每个列名只能归一个字段", en: "let each name, title and alias belong to one field"))
    }

    static func badQuantity(_ text: String, fault: QuantityFault, at location: Location) -> Self {
        var (message, help) = fault.wording(text)
        if text.hasPrefix("params.") { help = .parameterAsLimit(text) }
        return Self(code: "bad-quantity", at: location, message: message, help: help)
    }
}

extension QuantityFault {
    /// The code points of the text that are at fault.
    var range: Range<Int> { offset..<offset + max(1, length) }

    func wording(_ text: String) -> (message: Localized, help: Localized?) {
        let form = Localized(zh: "例如 85%、13 min、1000 万元、1 辆/3万人", en: "for example 85%, 13 min, 1000 万元, 1 辆/3万人")
        return switch kind {
        case .empty: (Localized(zh: "这里应有一个数量", en: "a quantity is expected here"), form)
        case .tooLong: (Localized(zh: "数量过长", en: "the quantity is too long"), nil)
        case .noNumber: (Localized(zh: "“\(text)”不以数字开头", en: "'\(text)' does not begin with a number"), form)
        case .badNumber: (Localized(zh: "“\(text)”中的数字无法识别", en: "the number in '\(text)' cannot be read"), form)
        case .thousandsSeparator:
            (Localized(zh: "“\(text)”中有千位分隔符", en: "'\(text)' has a thousands separator"),
             Localized(zh: "去掉逗号", en: "leave the comma out"))
        case .range:
            (Localized(zh: "“\(text)”是一个区间", en: "'\(text)' is a range"),
             Localized(zh: "写 between: [低, 高]", en: "write between: [low, high]"))
        case .unknownUnit(let name):
            (Localized(zh: "“\(name)”不是已知的单位", en: "'\(name)' is not a known unit"),
             NearestName.to(name, among: Unit.knownNames).map { Localized(zh: "改为“\($0)”", en: "write '\($0)'") } ?? form)
        case .emptyTerm: (Localized(zh: "“\(text)”的单位不完整", en: "the unit in '\(text)' is not complete"), form)
        case .numberInUnit:
            (Localized(zh: "“\(text)”的单位中有数字", en: "there is a number in the unit of '\(text)'"), form)
        case .zeroDenominator: (Localized(zh: "“\(text)”的分母为零", en: "the denominator in '\(text)' is zero"), nil)
        case .scaledSign:
            (Localized(zh: "“\(text)”把万、亿等与百分号连用", en: "'\(text)' scales a percent sign"), form)
        }
    }
}
