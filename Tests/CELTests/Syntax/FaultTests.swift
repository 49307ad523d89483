import CEL
import Diagnostics
import Testing

@Suite("Faults say what is wrong, where, and how to mend it")
struct FaultTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let code: DiagnosticCode
        /// The text at fault.
        let at: Range<Int>
        let en: String
        let zh: String
        var help: String?

        var testDescription: String { text }
    }

    static let environment = Environment(
        libraries: [StandardLibrary(), AggregateLibrary()],
        variables: [
            "beds": .int, "name": .string, "ok": .bool, "list": .list(.int), "share": .double, "phone": .optional(.string),
            "ward": .record("acme.Ward"),
        ])

    static let cases: [Case] = [
        Case(
            text: "beds = 3", code: "foreign-operator", at: 5..<6, en: "'=' does not compare, and an expression assigns nothing",
            zh: "'=' 不是比较，表达式里也不能赋值", help: "write =="),
        Case(text: "beds <> 3", code: "foreign-operator", at: 5..<7, en: "there is no operator '<>'", zh: "没有 '<>' 这个运算符", help: "write !="),
        Case(text: "ok and ok", code: "foreign-operator", at: 3..<6, en: "'and' is not an operator", zh: "'and' 不是运算符", help: "write &&"),
        Case(text: "ok or ok", code: "foreign-operator", at: 3..<5, en: "'or' is not an operator", zh: "'or' 不是运算符", help: "write ||"),
        Case(text: "ok & ok", code: "foreign-operator", at: 3..<4, en: "there is no operator '&'", zh: "没有 '&' 这个运算符", help: "write &&"),
        Case(text: "not(ok)", code: "undeclared-function", at: 0..<3, en: "there is no function 'not'", zh: "没有名为 'not' 的函数", help: "write !"),
        Case(
            text: "（beds）", code: "full-width-punctuation", at: 0..<1, en: "'（' is a full-width mark, which expressions do not use",
            zh: "'（' 是全角符号，表达式里不能用", help: "write ("),
        Case(
            text: "name == “医院”", code: "full-width-punctuation", at: 8..<9, en: "'“' is a full-width mark, which expressions do not use",
            zh: "'“' 是全角符号，表达式里不能用", help: "write \""),
        Case(
            text: "beds ≥ 3", code: "full-width-punctuation", at: 5..<6, en: "'≥' is a full-width mark, which expressions do not use",
            zh: "'≥' 是全角符号，表达式里不能用", help: "write >="),
        Case(
            text: "床位 > 3", code: "stray-character", at: 0..<1, en: "the character '床' cannot stand in an expression",
            zh: "表达式里不能出现字符 '床'", help: "put text in quotes, as in 'text'; names have letters, digits and _"),
        Case(text: "(beds + 1", code: "unclosed-bracket", at: 0..<1, en: "the bracket '(' is never closed", zh: "括号 '(' 没有配对的 ')'", help: "add ')'"),
        Case(text: "[1, 2", code: "unclosed-bracket", at: 0..<1, en: "the bracket '[' is never closed", zh: "括号 '[' 没有配对的 ']'", help: "add ']'"),
        Case(text: "beds + 1)", code: "unopened-bracket", at: 8..<9, en: "no bracket is open that ')' could close", zh: "')' 前面没有与它配对的括号", help: "remove it, or open the bracket before it"),
        Case(text: "(beds]", code: "unexpected-token", at: 5..<6, en: "')' is expected here, not ']'", zh: "这里应当是 ')'，却是 ']'"),
        Case(text: "name == '医院", code: "unclosed-quote", at: 8..<9, en: "the quote ' is never closed", zh: "引号 ' 没有收尾", help: "add ' where the text ends"),
        Case(text: "beds +", code: "operand-expected", at: 5..<6, en: "something is missing after '+'", zh: "'+' 后面缺少内容"),
        Case(text: "beds + * 2", code: "operand-expected", at: 7..<8, en: "'*' cannot follow '+'", zh: "'+' 后面不能是 '*'"),
        Case(text: "* 2", code: "operand-expected", at: 0..<1, en: "an expression cannot begin with '*'", zh: "表达式不能以 '*' 开头"),
        Case(text: "beds beds", code: "unexpected-token", at: 5..<9, en: "'beds' is out of place here", zh: "这里多出了 'beds'", help: "is an operator missing before it?"),
        Case(text: "3beds", code: "bad-number", at: 0..<5, en: "'3beds' is neither a number nor a name", zh: "'3beds' 既不是数也不是名称", help: "a number is not followed by 'beds'; a name does not begin with a digit"),
        Case(text: "9223372036854775808", code: "number-out-of-range", at: 0..<19, en: "9223372036854775808 does not fit into int", zh: "9223372036854775808 超出整数的范围"),
        Case(text: "1e400", code: "number-out-of-range", at: 0..<5, en: "1e400 does not fit into double", zh: "1e400 超出浮点数的范围"),
        Case(text: "'a\\qb'", code: "bad-escape", at: 2..<4, en: "there is no escape '\\q'", zh: "没有 '\\q' 这个转义", help: "write \\\\ for a backslash, or r'…' for a text taken as it is"),
        Case(text: "'a\\x-0'", code: "bad-escape", at: 2..<6, en: "there is no escape '\\x-0'", zh: "没有 '\\x-0' 这个转义", help: "write \\\\ for a backslash, or r'…' for a text taken as it is"),
        Case(text: "rb'a'", code: "unexpected-token", at: 2..<5, en: "'a' is out of place here", zh: "这里多出了 'a'", help: "is an operator missing before it?"),
        Case(text: "'医院' == '' ? 1", code: "unclosed-conditional", at: 11..<12, en: "'?' has no ':' to go with it", zh: "'?' 后面缺少与它配对的 ':'", help: "write condition ? a : b"),
        Case(text: "list.all(x)", code: "misused-macro", at: 5..<8, en: "'all' is not written like this", zh: "'all' 不是这样写的", help: "write it as in list.all(x, x > 0)"),
        Case(text: "list.map(beds, beds, beds, beds)", code: "misused-macro", at: 5..<8, en: "'map' is not written like this", zh: "'map' 不是这样写的", help: "write it as in list.map(x, x * 2)"),
        Case(text: "has()", code: "misused-macro", at: 0..<3, en: "'has' is not written like this", zh: "'has' 不是这样写的", help: "write it as in has(a.b)"),
        Case(text: "", code: "empty-expression", at: 0..<1, en: "the expression is empty", zh: "表达式是空的"),
        Case(text: "for > 1", code: "reserved-word", at: 0..<3, en: "'for' is a reserved word and no name", zh: "'for' 是保留字，不能作名称"),
        Case(text: "bed > 1", code: "undeclared-name", at: 0..<3, en: "there is no variable 'bed'", zh: "没有名为 'bed' 的变量", help: "did you mean 'beds'?"),
        Case(text: "name.startWith('a')", code: "undeclared-function", at: 5..<14, en: "there is no function 'startWith'", zh: "没有名为 'startWith' 的函数", help: "did you mean 'startsWith'?"),
        Case(text: "name >= 3", code: "no-such-overload", at: 5..<7, en: "'>=' does not compare string with int", zh: "'>=' 不能比较文字与整数", help: "a number has no quotes; int(…), double(…) and string(…) convert"),
        Case(text: "name + 1", code: "no-such-overload", at: 5..<6, en: "'+' does not take string and int", zh: "'+' 不能用于文字与整数", help: "a number has no quotes; int(…), double(…) and string(…) convert"),
        Case(text: "name in 'abc'", code: "no-such-overload", at: 5..<7, en: "'in' does not look for string in string", zh: "不能用 'in' 在文字里找文字", help: "write text.contains(part)"),
        Case(text: "name.contains(1)", code: "no-such-overload", at: 5..<13, en: "'contains()' of string does not take int", zh: "文字的 'contains()' 不接受整数", help: "it is written text.contains(string)"),
        Case(text: "list.name", code: "no-fields", at: 5..<9, en: "list of int has no fields, so '.name' means nothing", zh: "整数的列表没有字段，不能取 '.name'"),
        Case(text: "ok && beds", code: "condition-expected", at: 6..<10, en: "a condition that is true or false is expected here, not int", zh: "这里应当是一个成立或不成立的条件，却是整数"),
        Case(text: "beds ? 1 : 2", code: "condition-expected", at: 0..<4, en: "a condition that is true or false is expected here, not int", zh: "这里应当是一个成立或不成立的条件，却是整数"),
        Case(text: "list.all(x, x)", code: "condition-expected", at: 12..<13, en: "a condition that is true or false is expected here, not int", zh: "这里应当是一个成立或不成立的条件，却是整数"),
        Case(text: "list.filter(x, x + 1)", code: "condition-expected", at: 15..<20, en: "a condition that is true or false is expected here, not int", zh: "这里应当是一个成立或不成立的条件，却是整数"),
        Case(text: "beds.all(x, true)", code: "list-expected", at: 0..<4, en: "a list or a map is expected here, not int", zh: "这里应当是列表或映射，却是整数"),
        Case(text: "list.all(x + 1, true)", code: "loop-variable-expected", at: 9..<14, en: "a plain name is expected here, which stands for each element", zh: "这里应当是一个简单名称，用来代表列表的每一项", help: "write it as in list.all(x, x > 0)"),
        Case(text: "has(name)", code: "field-test-expected", at: 4..<8, en: "has() asks for a field, as in has(a.b)", zh: "has() 里应当是一个字段，如 has(a.b)"),
        Case(text: "ok ? beds : name", code: "no-such-overload", at: 3..<4, en: "the two results of '?:' differ: int and string", zh: "'?:' 的两个结果类型不同：整数与文字", help: "make both of one type, or write dyn(…) around one of them"),
        Case(text: "list.sum(x, name)", code: "no-such-overload", at: 5..<8, en: "'sum()' does not take list of string", zh: "'sum()' 不接受文字的列表"),
        Case(text: "list.ratio(x, x, name)", code: "no-such-overload", at: 5..<10, en: "'ratio()' does not take int and string", zh: "'ratio()' 不接受整数与文字"),
        Case(text: "not ok", code: "foreign-operator", at: 0..<3, en: "'not' is not an operator", zh: "'not' 不是运算符", help: "write !"),
        Case(text: "beds === 3", code: "foreign-operator", at: 5..<8, en: "there is no operator '==='", zh: "没有 '===' 这个运算符", help: "write =="),
        Case(text: "beds => 3", code: "foreign-operator", at: 5..<7, en: "there is no operator '=>'", zh: "没有 '=>' 这个运算符", help: "write >="),
        Case(text: "beds > 1,000", code: "unexpected-token", at: 8..<9, en: "',' is out of place here", zh: "这里多出了 ','", help: "a number has no commas, as in 1000"),
        Case(text: "beds between 1", code: "unexpected-token", at: 5..<12, en: "'between' is out of place here", zh: "这里多出了 'between'", help: "write x >= 1 && x <= 2"),
        Case(text: "name contains 'a'", code: "unexpected-token", at: 5..<13, en: "'contains' is out of place here", zh: "这里多出了 'contains'", help: "write x.contains('…')"),
        Case(text: "share > 85%", code: "operand-expected", at: 10..<11, en: "something is missing after '%'", zh: "'%' 后面缺少内容", help: "'%' gives the remainder of a division; 85 percent is 0.85"),
        Case(text: "ok # so", code: "stray-character", at: 3..<4, en: "the character '#' cannot stand in an expression", zh: "表达式里不能出现字符 '#'", help: "a comment begins with //"),
        Case(text: "if ok", code: "reserved-word", at: 0..<2, en: "'if' is a reserved word and no name", zh: "'if' 是保留字，不能作名称", help: "write condition ? a : b"),
        Case(text: "type(beds) == Int", code: "undeclared-name", at: 14..<17, en: "there is no variable 'Int'", zh: "没有名为 'Int' 的变量", help: "did you mean 'int'?"),
        Case(text: "beds == share", code: "no-such-overload", at: 5..<7, en: "'==' does not compare int with double", zh: "'==' 不能比较整数与浮点数", help: "convert one of them with int(…), uint(…) or double(…)"),
        Case(text: "share % share", code: "no-such-overload", at: 6..<7, en: "'%' does not take double and double", zh: "'%' 不能用于浮点数与浮点数", help: "'%' is for whole numbers; convert with int(…)"),
        Case(text: "phone == name", code: "no-such-overload", at: 6..<8, en: "'==' does not compare optional string with string", zh: "'==' 不能比较可选的文字与文字", help: "take the value out with .orValue(…)"),
        Case(text: "beds == null", code: "no-such-overload", at: 5..<7, en: "'==' does not compare int with null", zh: "'==' 不能比较整数与空值"),
        Case(text: "size(ward)", code: "no-such-overload", at: 0..<4, en: "'size()' does not take acme.Ward", zh: "'size()' 不接受“acme.Ward”", help: "it is written size(list(A)), list.size(), size(map(A, B)), map.size(), …"),
        Case(text: "{[1]: 2}", code: "unsupported-key", at: 1..<4, en: "list of int cannot be the key of a map; keys are string, int, uint or bool", zh: "整数的列表不能作映射的键；键是文字、整数或真假值"),
    ]

    @Test("a fault has its code, its range and its words in both languages", arguments: cases)
    func words(example: Case) throws {
        let faults = try #require(throws: ExpressionFaults.self) { try FaultTests.environment.compile(example.text) }
        #expect(faults.all.count == 1)
        let fault = try #require(faults.all.first)
        #expect(fault.code == example.code)
        #expect(fault.range == example.at)
        #expect(fault.message.en == example.en)
        #expect(fault.message.zh == example.zh)
        #expect(fault.help?.en == example.help)
        #expect((fault.help == nil) == (fault.help?.zh == nil))
    }

    @Test("faults that stand on their own are told together, in the order of the text")
    func severalFaults() throws {
        let faults = try #require(throws: ExpressionFaults.self) {
            try FaultTests.environment.compile("bed > 1 && name > 2 && ok && nam == ''")
        }
        #expect(faults.all.map(\.range.lowerBound) == [0, 16, 29])
    }

    @Test("a fault in a part that a macro repeats is told once, and a hundred faults are enough")
    func toldOnce() throws {
        let once = try #require(throws: ExpressionFaults.self) { try FaultTests.environment.compile("list.ratio(x, y, x)") }
        #expect(once.all.count == 1)
        let many = (0..<300).map { "wrong\($0)" }.joined(separator: " && ")
        let faults = try #require(throws: ExpressionFaults.self) { try FaultTests.environment.compile(many) }
        #expect(faults.all.count == 100)
    }

    @Test("full-width marks inside a text are the text's own")
    func fullWidthInText() throws {
        let checked = try FaultTests.environment.compile("name == '（医院）“，”＝'")
        #expect(checked.type == .bool)
    }
}
