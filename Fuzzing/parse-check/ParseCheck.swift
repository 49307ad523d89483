import CEL
import Diagnostics
import FuzzingSupport

/// The number of bytes picks the environment, and the bytes are text: they parse, check and plan, or give faults that
/// lie within the text. A tree that was parsed is the same after it was written and parsed again.
@_cdecl("LLVMFuzzerTestOneInput")
public func parseAndCheck(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    let environment = FuzzingEnvironment.all[count % FuzzingEnvironment.all.count]
    do throws(ExpressionFaults) {
        let expression = try environment.parse(text)
        requireSameText(of: expression, environment)
        _ = environment.uncheckedProgram(expression)
        let checked = try environment.check(expression)
        _ = environment.program(checked)
        _ = checked.json
        for part in checked.parts { _ = environment.program(part.expression, of: checked) }
    } catch {
        requireAddresses(of: error, in: text)
    }
    return 0
}

private func requireSameText(of expression: Expression, _ environment: Environment) {
    let written = expression.unparsed()
    do throws(ExpressionFaults) {
        guard try environment.parse(written) == expression else { fatalError("another tree: \(written)") }
    } catch {
        // Brackets that the text had not may nest it too deeply or make it too long.
        let bounds: Set<DiagnosticCode> = ["nesting-too-deep", "expression-too-long"]
        guard error.all.allSatisfy({ bounds.contains($0.code) }) else { fatalError("\(error.all[0].code): \(written)") }
    }
}

private func requireAddresses(of faults: ExpressionFaults, in text: String) {
    precondition(!faults.all.isEmpty, "faults without a fault")
    // The fault of an empty text points at the place where something should stand.
    let length = max(1, text.unicodeScalars.count)
    for fault in faults.all {
        precondition(fault.range.upperBound <= length, "\(fault.code) points behind the text")
        precondition(!fault.message.zh.isEmpty && !fault.message.en.isEmpty, "\(fault.code) has no words")
    }
}
