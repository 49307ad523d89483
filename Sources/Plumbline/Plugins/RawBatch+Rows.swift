extension RawBatch {
    /// The batch with one more column at its end, which says the same of every row.
    func adding(_ header: RawHeader, text: String) -> RawBatch {
        var header = header
        header.isGiven = true
        return adding(header, texts: Array(repeating: text, count: rowCount))
    }

    /// The batch with one more column at its end.
    ///
    /// - Parameter texts: One a row; nil for a row without such a cell.
    func adding(_ header: RawHeader, texts: [String?]) -> RawBatch {
        var column = RawColumnBuilder(headerIndex: headers.count)
        for text in texts { if let text { column.append(text) } else { column.appendAbsent() } }
        return with(headers: headers + [header], columns: columns + [column.finish()])
    }

    /// The batch with other headers, of the same columns unless others are given.
    func with(headers: [RawHeader], columns: [RawColumn]? = nil) -> RawBatch {
        RawBatch(headers: headers, columns: columns ?? self.columns, rows: rows, problems: problems, titles: titles, form: form)
    }

    /// The batch with more problems.
    func adding(_ more: [RowProblem]) -> RawBatch {
        more.isEmpty ? self : RawBatch(headers: headers, columns: columns, rows: rows, problems: problems + more, titles: titles, form: form)
    }

    /// The batch with some of its rows, and the problems of those and of the header.
    ///
    /// - Parameter kept: Places in ``rows``, rising.
    /// - Complexity: O(*n*) in the bytes kept.
    func keeping(_ kept: [Int]) -> RawBatch {
        let left = Set(kept.map { rows[$0].row })
        return RawBatch(
            headers: headers, columns: columns.map { $0.keeping(kept) }, rows: kept.map { rows[$0] },
            problems: problems.filter { $0.address.row == 0 || left.contains($0.address.row) }, titles: titles,
            form: form)
    }
}

extension RawColumn {
    /// Whether a cell holds anything, blanks included.
    func hasText(_ row: Int) -> Bool { !isAbsent(row) && state(row) != .blankWord && !range(row).isEmpty }

    /// The cells of some rows, in the order given.
    func keeping(_ kept: [Int]) -> RawColumn {
        var bytes: [UInt8] = []
        var ends: [Int32] = []
        for row in kept {
            bytes += self.bytes(row)
            ends.append(Int32(bytes.count))
        }
        return RawColumn(
            headerIndex: headerIndex, utf8: bytes, ends: ends, states: states.isEmpty ? [] : kept.map { states[$0] },
            headerIndices: headerIndices.isEmpty ? [] : kept.map { headerIndices[$0] })
    }
}
