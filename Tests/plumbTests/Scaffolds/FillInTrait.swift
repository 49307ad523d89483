import Testing

/// Of a suite that `plumb new` writes: its test fails until somebody fills it in, which is what it is for.
struct FillInTrait: SuiteTrait, TestTrait, TestScoping {
    var isRecursive: Bool { true }

    func provideScope(
        for test: Testing.Test, testCase: Testing.Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        guard testCase != nil else { return try await function() }
        await withKnownIssue { try await function() }
    }
}

extension Trait where Self == FillInTrait {
    static var waitsToBeFilledIn: Self { Self() }
}
