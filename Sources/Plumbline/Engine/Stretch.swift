import Quantities

/// How much of the way from a baseline to a due date is gone, in years.
struct Stretch {
    let gone: Number
    let whole: Number

    var left: Number { whole - gone }
    var isWhole: Bool { gone == whole }
}
