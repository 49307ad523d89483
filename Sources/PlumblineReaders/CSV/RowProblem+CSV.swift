import Diagnostics
import Plumbline

extension RowProblem {
    /// A row with more or fewer cells than the header.
    static func cellCount(_ count: Int, of expected: Int, at address: RowAddress) -> Self {
        Self(
            code: count < expected ? RowProblem.shortRowCode : "row-too-long", at: address, column: min(count, expected) + 1,
            message: Localized(
                zh: "这一行有 \(count) 个单元格，而表头有 \(expected) 列",
                en: "this row has \(count) \(count == 1 ? "cell" : "cells"), but the header has \(expected)"))
    }

    /// A row of delimiters with nothing between them.
    static func blankRow(at address: RowAddress) -> Self {
        Self(
            code: blankRowCode, at: address,
            message: Localized(zh: "这一行全是空单元格", en: "no cell of this row holds anything"))
    }

    /// A column without a header.
    static func emptyHeader(column: Int, at address: RowAddress) -> Self {
        Self(
            code: "empty-header", at: address, column: column,
            message: Localized(zh: "第 \(column) 列没有表头", en: "column \(column) has no header"))
    }
}
