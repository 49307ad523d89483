import CEL
import Diagnostics
import Testing

/// Expressions with the standard library and others.
struct LibraryFixture {
    let environment: Environment

    init(_ libraries: any FunctionLibrary..., variables: [String: Type] = [:], limits: Limits = Limits()) {
        environment = Environment(libraries: [StandardLibrary()] + libraries, variables: variables, limits: limits)
    }

    /// What a text comes to, which has to be the same with its types checked and without.
    func value(
        _ text: String, _ variables: [String: Value] = [:], sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Value {
        let value = environment.program(try environment.compile(text)).evaluate(variables)
        let unchecked = try uncheckedValue(text, variables)
        #expect(value == unchecked || value.description == unchecked.description, sourceLocation: sourceLocation)
        return value
    }

    func uncheckedValue(_ text: String, _ variables: [String: Value] = [:]) throws -> Value {
        environment.uncheckedProgram(try environment.parse(text)).evaluate(variables)
    }

    /// The code of the error that a text comes to; nil for a value.
    func errorCode(_ text: String) throws -> String? {
        guard case .error(let error) = try value(text) else { return nil }
        return error.code.rawValue
    }

    /// The codes of a text's faults; empty for none.
    func faultCodes(_ text: String) -> [String] {
        do throws(ExpressionFaults) {
            _ = try environment.compile(text)
            return []
        } catch {
            return error.all.map(\.code.rawValue)
        }
    }

    /// The parts of a text that are at fault, each with its fault's code.
    func faults(_ text: String) -> [String] {
        do throws(ExpressionFaults) {
            _ = try environment.compile(text)
            return []
        } catch {
            let scalars = Array(text.unicodeScalars)
            return error.all.map { fault in
                "\(fault.code.rawValue): \(String(String.UnicodeScalarView(scalars[fault.range])))"
            }
        }
    }
}
