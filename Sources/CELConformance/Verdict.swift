/// What a test came to.
public struct Verdict: Sendable, Equatable {
    /// What was expected and what came instead.
    public struct Failure: Sendable, Equatable {
        /// What the test asks for, in words.
        public let expected: String
        /// What came instead, in words.
        public let actual: String
    }

    /// A step on the way from an expression to its value.
    public enum Stage: String, Sendable {
        /// Reading the text.
        case parsing
        /// Settling names and types.
        case checking
        /// Computing the value.
        case evaluation
    }

    /// Why the test fails; nil where it passes.
    public let failure: Failure?
    /// Where an error that was expected arose; nil for all other tests.
    public let errorStage: Stage?
    /// What an evaluation without checked types comes to where that is something else; nil where they agree and
    /// where a test asks for one of the two only.
    public let disagreement: String?

    init(failure: Failure? = nil, errorStage: Stage? = nil, disagreement: String? = nil) {
        self.failure = failure
        self.errorStage = errorStage
        self.disagreement = disagreement
    }
}
