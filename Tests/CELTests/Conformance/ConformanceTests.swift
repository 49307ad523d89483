import CELConformance
import Foundation
import TestSupport
import Testing

@Suite("The official conformance suite", .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct ConformanceTests {
    static let files: [String] =
        (try? ConformanceFile.urls(in: SharedData.url("cel")).map(\.lastPathComponent)) ?? []

    private func tests(in file: String) throws -> [ConformanceTest] {
        let tests = try ConformanceFile(SharedData.url("cel/\(file)")).tests
        #expect(!tests.isEmpty)
        return tests
    }

    @Test("every test of a file passes", arguments: files)
    func passes(file: String) throws {
        for test in try tests(in: file) {
            let failure = test.verdict().failure
            let (actual, expected) = (failure?.actual ?? "", failure?.expected ?? "")
            #expect(failure == nil, "\(test.identity): \(test.expression) comes to \(actual), not \(expected)")
        }
    }

    @Test("an expression comes to the same with its types checked and without", arguments: files)
    func agrees(file: String) throws {
        for test in try tests(in: file) {
            let other = test.verdict().disagreement
            #expect(other == nil, "\(test.identity): \(test.expression) comes to \(other ?? "") without checked types")
        }
    }
}
