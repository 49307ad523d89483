/// Every built-in kind of target, in the order in which messages list them: adding one is one file
/// and one line here.
public let builtInTargets: [any TargetKind] = [
    AtLeastTarget(), AtMostTarget(), MoreThanTarget(), LessThanTarget(), EqualsTarget(), BetweenTarget(), OneOfTarget(),
    AboutTarget(), MatchesTarget(), ReachesTarget(), ChangeTarget(), GrowthTarget(), ParityTarget(), PeersTarget(), CompositionTarget(),
    UniqueTarget(), SameSetTarget(),
]
