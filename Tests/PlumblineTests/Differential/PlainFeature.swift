/// What rules say that has to be tried: a kind that is no longer made up fails the test.
enum PlainFeature: String, CaseIterable {
    case anyOf, allOf, readings, readingsThatDiffer, change, growth, againstBaseline, yearlyLinear, yearlyCompound
    case oneYear, eachYear, allYears, anyYear, latestYear, dueYear, expectedOn
    case statedBaseline, baselineOfData, paceStepped, onTrack, offTrack, cannotTell
    case previous, at, baselineInExpression, listOfYear, latestOfList, reaches, late, matches, dates, waived, parameter

    /// How often forty vocabularies have to show it decided at least.
    var least: Int {
        switch self {
        case .yearlyCompound: 4
        case .late, .yearlyLinear, .offTrack: 15
        case .paceStepped, .onTrack, .againstBaseline, .cannotTell, .statedBaseline, .growth: 30
        default: 60
        }
    }
}

extension PlainRule {
    var features: [PlainFeature] {
        var features: [PlainFeature] = readings.isEmpty ? [] : [.readings, .readingsThatDiffer]
        switch requirement {
        case .arms(let arms): features.append(arms.isAny ? .anyOf : .allOf)
        case .change(let change):
            features.append(change.isGrowth ? .growth : .change)
            if change.against == .baseline { features.append(.againstBaseline) }
            if let yearly = change.yearly { features.append(yearly == .linear ? .yearlyLinear : .yearlyCompound) }
        default: break
        }
        switch periods {
        case .one: features.append(.oneYear)
        case .each: features.append(.eachYear)
        case .all: features.append(.allYears)
        case .any: features.append(.anyYear)
        case .latestSince: features.append(.latestYear)
        case nil: if table.period != nil { features.append(.dueYear) }
        }
        if case .target(_, let bound, _) = requirement, bound.kind == .reaches { features += [.reaches, .late] }
        if !waived.isEmpty { features.append(.waived) }
        if expectedOn != nil { features.append(.expectedOn) }
        if let baseline { features.append(baseline.value == nil ? .baselineOfData : .statedBaseline) }
        if pace == .stepped { features.append(.paceStepped) }
        if table.period != nil { features += [.onTrack, .offTrack, .cannotTell] }
        for (word, kind) in [("previous.", PlainFeature.previous), ("at(", .at), ("baseline.", .baselineInExpression), ("s.at(", .listOfYear), ("est(", .latestOfList), ("matches:", .matches), ("date(", .dates), ("params.", .parameter)] {
            if entries.contains(where: { $0.value.contains(word) }) { features.append(kind) }
        }
        return features
    }
}

extension PlainFinding {
    /// Whether the finding shows what its rule says.
    func shows(_ kind: PlainFeature) -> Bool {
        func isTrack(_ state: String) -> Bool { if case .text(let text) = track { text.hasPrefix(state) } else { false } }
        switch kind {
        case .waived: return verdict.reason == .waived
        case .parameter: return verdict.reason == .parameter_unset
        case .late: return verdict.reason == .late
        case .onTrack: return isTrack("on_track")
        case .offTrack: return isTrack("off_track")
        case .cannotTell: return isTrack("cannot_tell")
        case .readingsThatDiffer: return readings.contains { !$0.holds }
        default: return [.pass, .fail].contains(reasonNow.outcome)
        }
    }
}
