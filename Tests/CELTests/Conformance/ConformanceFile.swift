import CEL
import Diagnostics
import Foundation
import TestSupport

/// One theme of the official suite, as proto3 JSON.
struct ConformanceFile {
    let cases: [ConformanceCase]

    init(theme: String) throws {
        let data = try Data(contentsOf: SharedData.url("cel/\(theme).json"))
        let file = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
        var cases: [ConformanceCase] = []
        var occurrences: [String: Int] = [:]
        for section in file["section"] as? [[String: Any]] ?? [] {
            for test in section["test"] as? [[String: Any]] ?? [] {
                let name = "\(theme)/\(section["name"] ?? "")/\(test["name"] ?? "")"
                occurrences[name, default: 0] += 1
                let count = occurrences[name] ?? 1
                cases.append(ConformanceCase(name: count > 1 ? "\(name)#\(count)" : name, fields: test))
            }
        }
        self.cases = cases
    }
}

/// One test of the suite.
struct ConformanceCase {
    let name: String
    let fields: [String: Any]

    var text: String { fields["expr"] as? String ?? "" }
    var container: String { fields["container"] as? String ?? "" }
    var isUnchecked: Bool { fields["disable_check"] as? Bool ?? false }
    var isCheckOnly: Bool { fields["check_only"] as? Bool ?? false }

    /// The libraries that the suite exercises.
    private static let libraries: [any FunctionLibrary] = [
        StandardLibrary(),
        StringsLibrary(),
        EncodersLibrary(),
        MathLibrary(),
        NetworkLibrary(),
    ]

    /// What is wrong with our answer; nil where the test passes.
    func failure() throws -> String? {
        let declared = try Declarations(fields["type_env"] as? [[String: Any]] ?? [])
        let environment = Environment(
            libraries: ConformanceCase.libraries + [declared], variables: declared.variables, container: container)
        let bindings = try (fields["bindings"] as? [String: [String: Any]] ?? [:]).mapValues {
            try WireValue.value($0["value"] as? [String: Any] ?? [:])
        }
        let result: Value
        var type: Type?
        do throws(ExpressionFaults) {
            if isUnchecked {
                result = environment.uncheckedProgram(try environment.parse(text)).evaluate(bindings)
            } else {
                let checked = try environment.compile(text)
                type = checked.type
                result = isCheckOnly ? .null : environment.program(checked).evaluate(bindings)
            }
        } catch {
            if fields["eval_error"] != nil { return nil }
            return "does not compile: \(error.all.map(\.message.en))"
        }
        return try judge(result, type)
    }

    private func judge(_ result: Value, _ type: Type?) throws -> String? {
        if fields["eval_error"] != nil {
            if case .error = result { return nil }
            return "an error is expected, not \(result)"
        }
        if let typed = fields["typed_result"] as? [String: Any] {
            let expected = try WireType.type(typed["deduced_type"] as? [String: Any] ?? [:])
            if type != expected { return "the type is \(type?.description ?? "?"), not \(expected)" }
            guard !isCheckOnly, let value = typed["result"] as? [String: Any] else { return nil }
            return mismatch(result, try WireValue.value(value))
        }
        guard let value = fields["value"] as? [String: Any] else { return mismatch(result, .bool(true)) }
        return mismatch(result, try WireValue.value(value))
    }

    private func mismatch(_ result: Value, _ expected: Value) -> String? {
        result.isIdentical(to: expected) ? nil : "gives \(result) and not \(expected)"
    }
}

/// The variables and functions that a test declares.
struct Declarations: FunctionLibrary {
    let name = "declared"
    private(set) var variables: [String: Type] = [:]
    private(set) var functions: [Function] = []

    init(_ entries: [[String: Any]]) throws {
        for entry in entries {
            let name = entry["name"] as? String ?? ""
            if let variable = entry["ident"] as? [String: Any] {
                variables[name] = try WireType.type(variable["type"] as? [String: Any] ?? [:])
            } else if let function = entry["function"] as? [String: Any] {
                let overloads = try (function["overloads"] as? [[String: Any]] ?? []).map(Declarations.overload)
                functions.append(Function(name, overloads))
            }
        }
    }

    private static func overload(_ fields: [String: Any]) throws -> Overload {
        let parameters = try (fields["params"] as? [[String: Any]] ?? []).map(WireType.type)
        let result = try WireType.type(fields["result_type"] as? [String: Any] ?? [:])
        return Overload(
            id: fields["overload_id"] as? String ?? "", parameters: parameters, result: result,
            isMember: fields["is_instance_function"] as? Bool ?? false
        ) { _ in .null }
    }
}
