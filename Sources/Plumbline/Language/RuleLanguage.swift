import CEL
import OrderedCollections
import Synchronization

/// CEL and what rules add to it, gathered once for a vocabulary and for each policy on missing data.
final class RuleLanguage: Sendable {
    private let vocabulary: Vocabulary
    private let added: [any FunctionLibrary]
    private let environments = Mutex<[MissingPolicy: Environment]>([:])

    /// How dear one evaluation may be: a city's list of lists takes tens of millions of steps.
    private static let costLimit = 200_000_000

    /// - Parameters:
    ///   - vocabulary: Functions are made for its enumerations and its tables, whatever fields these have.
    ///   - functions: Libraries that somebody adds; they come last, and replace overloads of the same id.
    init(_ vocabulary: Vocabulary, functions: [any FunctionLibrary] = []) {
        (self.vocabulary, added) = (vocabulary, functions)
    }

    /// An environment without variables.
    ///
    /// - Complexity: The first one for a policy gathers the functions of all libraries.
    func environment(missing: MissingPolicy) -> Environment {
        environments.withLock { environments in
            if let known = environments[missing] { return known }
            let made = Environment(
                libraries: libraries(missing: missing), types: VocabularyTypes(vocabulary: vocabulary),
                literals: RuleLiterals(enumerations: vocabulary.enumerations), limits: Limits(cost: Self.costLimit))
            environments[missing] = made
            return made
        }
    }

    /// CEL and what rules add to it, with one policy for missing data.
    func libraries(missing: MissingPolicy) -> [any FunctionLibrary] {
        let arithmetic = ExactArithmetic(
            orderedEnumerations: vocabulary.enumerations.values.filter(\.isOrdered), missing: missing)
        return [
            IntervalGuard(StandardLibrary(omitting: RuleFunctions.replacedOverloads), looksInside: false),
            IntervalGuard(StringsLibrary(), looksInside: true), IntervalGuard(SetsLibrary(), looksInside: true),
            AggregateLibrary(arithmetic: arithmetic), RuleFunctions(enumerations: vocabulary.enumerations),
            RecordFunctions(vocabulary: vocabulary), LoopLibrary(arithmetic: arithmetic),
        ] + added.map { IntervalGuard($0, looksInside: true) }
    }
}
