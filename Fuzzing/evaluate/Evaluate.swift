import CEL
import FuzzingSupport

/// The first byte picks the environment, the next ones the variables' values, the rest is the expression. Whatever it is, its evaluation ends within
/// its limit; and where it has a value with types checked and one with types found out, they are the same.
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
    compare(environment.program(checked).evaluate(values), unchecked)
    return 0
}

private let headCount = 1 + ChosenValues.byteCount

private func compare(_ checked: Value, _ unchecked: Value) {
    guard checked.isKnown, unchecked.isKnown else { return }
    guard checked.isIdentical(to: unchecked) else {
        fatalError("checked: \(checked)\nunchecked: \(unchecked)")
    }
}
