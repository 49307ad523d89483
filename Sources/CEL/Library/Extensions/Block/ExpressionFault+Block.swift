import Diagnostics

/// The wording of the faults of `cel.block` and what goes with it.
extension ExpressionFault {
    static func blockSlotsExpected(at range: Range<Int>) -> Self {
        Self(
            code: "block-slots-expected",
            message: Localized(zh: "这里应当是写出各项的列表", en: "a list that is written out is expected here"),
            help: Localized(
                zh: "写成 cel.block([1 + 2, cel.index(0) * 3], cel.index(1)) 这样",
                en: "write it as in cel.block([1 + 2, cel.index(0) * 3], cel.index(1))"),
            range: range)
    }

    static func slotNumberExpected(at range: Range<Int>) -> Self {
        Self(
            code: "slot-number-expected",
            message: Localized(zh: "这里应当是从 0 起的整数", en: "a whole number from 0 is expected here"), range: range)
    }
}
