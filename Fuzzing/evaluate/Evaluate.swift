import CEL
import FuzzingSupport

/// The first byte picks the environment, the next ones the variables' values, the rest is the expression. Whatever it
/// is, its evaluation ends within its limit; and whichever way it is evaluated, it has the same value where it has one.
@_cdecl("LLVMFuzzerTestOneInput")
public func evaluate(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = UnsafeBufferPointer(start: bytes, count: count)
    guard count > headCount else { return 0 }
    let environment = FuzzingEnvironment.all[Int(input[0]) % FuzzingEnvironment.all.count]
    let values = ChosenValues(input[1..<headCount]).values
    let text = String(decoding: input[headCount...], as: UTF8.self)
    guard let expression = try? environment.parse(text) else { return 0 }
    let unchecked = environment.uncheckedProgram(expression).evaluate(values)
    guard let checked = try? environment.check(expression) else { return 0 }
    let program = environment.program(checked)
    let value = program.evaluate(values)
    compare("unchecked", unchecked, with: value)
    compare("slots", program.evaluate(slots: program.variables.map { values[$0] }), with: value)
    compare("traced", environment.tracingProgram(checked).evaluate(values).value, with: value)
    compare("partial", environment.partialProgram(checked).evaluate(values, unknowns: []).value, with: value)
    return 0
}

private let headCount = 1 + ChosenValues.byteCount

private func compare(_ way: String, _ other: Value, with value: Value) {
    guard value.isKnown, other.isKnown else { return }
    guard value.isIdentical(to: other) else { fatalError("checked: \(value)\n\(way): \(other)") }
}
