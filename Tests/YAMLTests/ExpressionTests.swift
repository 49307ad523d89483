import Diagnostics
import Testing
import YAML

@Suite("Values that hold expressions") struct ExpressionTests {
    @Test("an expression that YAML leaves alone is taken as it is", arguments: [
        ("x: a && !b", "a && !b"), ("x: \"'a' in b\"", "'a' in b"), ("x: '!(a)'", "!(a)"), ("x: 1", "1"),
        ("x: >-\n  a\n  && b", "a && b"), ("x: |-\n  a", "a"), ("{x: f(a), y: 1}", "f(a)"), ("x: a[0]", "a[0]"),
        ("x: f(a, b)", "f(a, b)"), ("x: -a", "-a"), ("x: true", "true"), ("{x: 'f(a, b)', y: 1}", "f(a, b)"),
        ("x: a == '#b'", "a == '#b'"), ("x: ?a", "?a"),
    ])
    func whole(yaml: String, text: String) throws {
        let (scalar, faults) = try read(yaml)
        #expect(scalar?.text == text)
        #expect(faults.isEmpty)
    }

    @Test("an expression that YAML took for something else is shown with its quotes", arguments: [
        ("x: !a", "1:4", "write '!a'"),
        ("x: !a && b", "1:4", "write '!a && b'"),
        ("x: !(a)", "1:4", "write '!(a)'"),
        ("x: !a == 'b'", "1:4", "write \"!a == 'b'\""),
        ("x: [1, 2]", "1:4", "write '[1, 2]'"),
        ("x: ['a', \"b\"]", "1:4", "write >- after the key, and the whole expression indented on the next line"),
        ("x: {'a': 1}", "1:4", "write \"{'a': 1}\""),
        ("x:\n  a ? b : c", "2:3", "write 'a ? b : c'"),
        ("x: &a b", "1:4", "write '&a b'"),
        ("{x: f(a, b), y: 1}", "1:5", "write 'f(a, b)'"),
        ("{x: f(a, 'b'), y: 1}", "1:5", "write \"f(a, 'b')\""),
        ("{x: a[0], y: 1}", "1:5", "write 'a[0]'"),
        ("{x: !a, y: 1}", "1:5", "write '!a'"),
        ("{x: f(a, @b), y: 1}", "1:5", "write 'f(a, @b)'"),
        ("{x: f(a, [b]), y: 1}", "1:5", "write 'f(a, [b])'"),
        ("{x: m{a: 1}.b, y: 1}", "1:5", "write 'm{a: 1}.b'"),
        ("{x: [1, 2], y: 1}", "1:5", "write '[1, 2]'"),
    ])
    func mistaken(yaml: String, place: String, help: String) throws {
        let (scalar, faults) = try read(yaml)
        #expect(scalar == nil)
        let fault = try #require(faults.all.first)
        #expect(faults.all.count == 1)
        #expect(fault.code == "expression-needs-quotes")
        #expect(fault.location?.description == "a.yaml:\(place)")
        #expect(fault.help?.en == help)
    }

    @Test("an alias is reported where it is used") func alias() throws {
        let (_, faults) = try read("y: &a b\nx: *a")
        #expect(faults.all.first?.location?.description == "a.yaml:2:4")
    }

    @Test("nothing at all is no expression") func nothing() throws {
        #expect(try read("x:").1.all.first?.code == "yaml-wrong-type")
        #expect(try read("x: ~").1.all.first?.message.en == "expected an expression, found nothing")
    }

    @Test("what a comma broke off is one fault, not two") func brokenOff() throws {
        let root = try YAMLReader.document(SourceText(name: "a.yaml", text: "{x: f(a, b, c), y: 1}"))
        var faults = Diagnostics()
        var reader = try #require(MappingReader(root, as: Localized(same: "x"), &faults))
        _ = reader.optional("x")?.expression(&faults)
        _ = reader.optional("y")
        reader.finish(&faults)
        #expect(faults.all.map(\.code) == ["expression-needs-quotes"])
    }

    @Test("a comment that cut an expression off is worded where it stands") func comment() throws {
        let scalar = try #require(try read("x: a == b && # c").0)
        let fault = Diagnostic.expressionCutByComment(scalar, comment: try #require(scalar.comment))
        #expect(fault.location?.description == "a.yaml:1:14")
        #expect(fault.code == "expression-cut-by-comment")
    }

    private func read(_ yaml: String) throws -> (YAMLScalar?, Diagnostics) {
        let root: YAMLNode
        do { root = try YAMLReader.document(SourceText(name: "a.yaml", text: yaml)) } catch { return (nil, error) }
        var faults = Diagnostics()
        return (try #require(root.mapping?["x"]).expression(&faults), faults)
    }
}
