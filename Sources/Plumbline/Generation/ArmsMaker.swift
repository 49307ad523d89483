import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Records that meet one of a rule's arms and none of the others, all of them, or none.
struct ArmsMaker {
    private let maker: BoundaryMaker
    private let arms: [BoundaryMaker]
    let boundaries: [Boundary]

    /// nil for a rule without arms.
    init?(_ maker: BoundaryMaker) {
        guard let plan = maker.rule.arms else { return nil }
        self.maker = maker
        arms = plan.arms.compactMap { BoundaryMaker($0.plan, plan: maker.plan) }
        boundaries = plan.arms.enumerated().map { place, arm in
            let number = Localized(zh: "第\(place + 1)项", en: "arm \(place + 1)")
            return .onlyArm(place, arm.name ?? number)
        } + [.everyArm, .noArm]
    }

    func record(_ boundary: Boundary) throws(Unmakeable) -> MadeRecord {
        var record = try maker.base()
        for (place, arm) in arms.enumerated() {
            let before = record
            try arm.meet(boundary.meets(arm: place), &record)
            record.keepLists(of: before)
        }
        return record
    }
}

private extension MadeRecord {
    /// Two arms may look at one list: what the one put into it stays there beside what the other did.
    mutating func keepLists(of before: MadeRecord) {
        for (name, given) in before.fields {
            guard case .list(let earlier) = given.content, case .list(let later)? = content([name]), !earlier.isEmpty,
                  CaseText.content(.list(earlier)) != CaseText.content(.list(later))
            else { continue }
            set([name], to: .list(earlier + later))
        }
    }
}

extension Boundary {
    /// Whether an arm has to be met.
    func meets(arm place: Int) -> Bool {
        switch self {
        case .onlyArm(let wanted, _): place == wanted
        case .noArm: false
        default: true
        }
    }

    /// Whether the case is about a rule's arms.
    var isOfArms: Bool {
        switch self {
        case .onlyArm, .everyArm, .noArm: true
        default: false
        }
    }

    /// Whether the arms came to what the case was made for: arms that rest on the same cells get in each other's way.
    func isShown(by arms: [ArmVerdict]) -> Bool {
        arms.enumerated().allSatisfy { place, arm in (arm.reason.outcome == .pass) == meets(arm: place) }
    }
}
