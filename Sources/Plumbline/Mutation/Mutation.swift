import CEL

/// A kind of small mistake that the author of a rule could have made.
///
/// Mistakes in expressions and mistakes in everything else of a rule are asked for apart; most kinds make one of them only.
protocol Mutation: Sendable {
    /// The kind's name in reports.
    var kind: MutationKind { get }

    /// The mistakes at one node of an expression, without those at the nodes below.
    func edits(at node: Expression, of expression: MutableExpression) -> [ExpressionEdit]

    /// The mistakes at one part of a rule, without those at the parts below.
    func changes(at part: RulePart, of rule: MutableRule) -> [RuleChange]
}

extension Mutation {
    func edits(at node: Expression, of expression: MutableExpression) -> [ExpressionEdit] { [] }
    func changes(at part: RulePart, of rule: MutableRule) -> [RuleChange] { [] }
}

/// Every kind of mistake, in the order in which reports list them: adding one is one file and one line here.
let builtInMutations: [any Mutation] = [
    OperatorMutation(), ThresholdMutation(), PeriodMutation(), FilterMutation(), ExceptionMutation(), CoverageMutation(),
    EnumerationMutation(), UnitMutation(), MissingMutation(), SidesMutation(), AggregateMutation(), ListMutation(), ChoiceMutation(),
]
