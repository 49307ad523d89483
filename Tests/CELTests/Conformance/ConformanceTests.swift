import Foundation
import TestSupport
import Testing

@Suite("The official conformance suite")
struct ConformanceTests {
    /// Themes that pass as a whole: taking one more is one more name here.
    static let wholeThemes = [
        "basic", "comparisons", "conversions", "encoders_ext", "fields", "fp_math", "integer_math", "lists", "logic",
        "macros", "math_ext", "namespace", "network_ext", "parse", "plumbing", "string", "string_ext",
        "timestamps",
    ]

    /// Themes that the language's core answers in part; the rest waits for extension libraries and time zones.
    static let partialThemes: [(theme: String, passing: Int)] = [("type_deduction", 12)]

    @Test(
        "every test of a theme passes", .enabled(if: SharedData.isPresent, "\(SharedData.absence)"),
        arguments: wholeThemes)
    func wholeTheme(theme: String) throws {
        for test in try ConformanceFile(theme: theme).cases {
            let failure = try test.failure()
            #expect(failure == nil, "\(test.name): \(test.text)")
        }
    }

    @Test(
        "no test of a theme that passed before fails", .enabled(if: SharedData.isPresent, "\(SharedData.absence)"),
        arguments: partialThemes)
    func partialTheme(theme: String, passing: Int) throws {
        let cases = try ConformanceFile(theme: theme).cases
        let failures = try cases.compactMap { test in try test.failure().map { "\(test.name): \(test.text) \($0)" } }
        #expect(cases.count - failures.count >= passing, "\(failures.joined(separator: "\n"))")
    }
}
