/// The state of one evaluation.
///
/// Variables and locals lie side by side in memory of the caller's, which outlives the frame, as do the source of
/// values and the recorder: so an evaluation need not allocate, nor count references to its own state.
struct Frame {
    /// The variables' values in the order of the program's names, nil for one not asked for yet; after them loop
    /// variables and accumulators.
    private let cells: UnsafeMutablePointer<Value?>
    private let variableCount: Int
    /// Where values come from that are not in their cells; nil where all that there are have been put there.
    private let source: UnsafePointer<VariableSource>?
    private let notes: Unmanaged<Recorder>?
    /// How many steps are left; below zero, the evaluation is over.
    private(set) var remainingCost: Int

    init(
        cells: UnsafeMutablePointer<Value?>, variableCount: Int, source: UnsafePointer<VariableSource>?, cost: Int,
        recorder: Recorder?
    ) {
        self.cells = cells
        self.variableCount = variableCount
        self.source = source
        notes = recorder.map(Unmanaged.passUnretained)
        remainingCost = cost
    }

    /// What the evaluation notes down on its way; nil in programs that were planned without it.
    var recorder: Recorder? { notes?.takeUnretainedValue() }

    var isExhausted: Bool { remainingCost < 0 }

    /// Charges one step.
    @inline(__always)
    mutating func charge() { remainingCost &-= 1 }

    mutating func charge(_ steps: Int) {
        let (rest, overflow) = remainingCost.subtractingReportingOverflow(steps)
        remainingCost = overflow ? -1 : rest
    }

    /// Charges for a value that becomes an element, and gives it back. A list or a map counts with all that it holds,
    /// also where it is shared: so a value that was built never has more parts than the steps it took.
    ///
    /// An error instead where it nests deeper than values may: what releases it goes down level by level.
    @inline(__always)
    mutating func holding(_ element: Value, _ range: Range<Int>) -> Value {
        switch element {
        case .list, .map, .object: holdingParts(element, range)
        default: element
        }
    }

    @inline(never)
    private mutating func holdingParts(_ element: Value, _ range: Range<Int>) -> Value {
        let extent = element.extent(upTo: remainingCost)
        charge(extent.size)
        return extent.depth < Value.maximumDepth ? element : .failed(.tooDeepValue, range)
    }

    /// The value of a variable; nil where it is not bound.
    @inline(__always)
    mutating func variable(_ slot: Int) -> Value? { cells[slot] ?? ask(slot) }

    @inline(never)
    private mutating func ask(_ slot: Int) -> Value? {
        guard let value = source?.pointee.value(slot) else { return nil }
        cells[slot] = value
        return value
    }

    /// The value of a loop variable or an accumulator.
    @inline(__always)
    func local(_ place: Int) -> Value { cells[variableCount &+ place] ?? .null }

    /// The value of a text key of a map that a loop variable stands for, without a copy of the map; nil for all
    /// others.
    @inline(__always)
    func localField(_ place: Int, _ key: MapKey) -> Value? {
        guard case .map(let map)? = cells[variableCount &+ place] else { return nil }
        return map[key]
    }

    @inline(__always)
    mutating func setLocal(_ place: Int, _ value: Value) { cells[variableCount &+ place] = value }

    /// The place is used again by other loops: nothing of this one is held for longer.
    mutating func clearLocal(_ place: Int) { cells[variableCount &+ place] = nil }

    /// Takes a value out of its place, so that the caller holds the only reference and can grow it where it is.
    /// Never inlined: a copy that lingers in the caller would make each growth a copy of the whole.
    @inline(never)
    mutating func takeLocal(_ place: Int) -> Value {
        let cell = cells + variableCount + place
        let value = cell.move()
        cell.initialize(to: nil)
        return value ?? .null
    }
}
