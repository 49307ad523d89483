import Diagnostics
import Plumbline

extension RowProblem {
    /// A row with fewer cells than the header, or with more, of which those beyond it are blank.
    static func cellCount(_ count: Int, of expected: Int, at address: RowAddress) -> Self {
        Self(
            code: count < expected ? RowProblem.shortRowCode : "row-too-long-blank", at: address, column: min(count, expected) + 1,
            message: counted(count, of: expected))
    }

    /// A row with something beyond the header's last column, so that its cells most likely do not stand under their headers.
    static func shifted(_ count: Int, of expected: Int, at address: RowAddress) -> Self {
        let counted = counted(count, of: expected)
        return Self(
            code: RowProblem.shiftedRowCode, at: address, column: expected + 1,
            message: Localized(
                zh: "\(counted.zh)，内容很可能错位，主键以外的单元格不予采信；请检查是否有数字带了千位逗号而没有加引号",
                en: "\(counted.en), so that its cells are most likely in the wrong columns, and only its key is believed; look for a number with a thousands separator and no quotation marks around it"))
    }

    private static func counted(_ count: Int, of expected: Int) -> Localized {
        Localized(
            zh: "这一行有 \(count) 个单元格，而表头有 \(expected) 列",
            en: "this row has \(count) \(count == 1 ? "cell" : "cells"), but the header has \(expected)")
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
