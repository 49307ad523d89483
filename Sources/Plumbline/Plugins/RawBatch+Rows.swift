extension RawBatch {
    /// The batch with one more column at its end, which says the same of every row.
    func adding(_ header: RawHeader, text: String) -> RawBatch {
        var column = RawColumnBuilder(headerIndex: headers.count)
        for _ in rows { column.append(text) }
        return RawBatch(
            headers: headers + [header], columns: columns + [column.finish()], rows: rows, problems: problems,
            titles: titles, form: form)
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
    /// The cells of some rows, in the order given.
    func keeping(_ kept: [Int]) -> RawColumn {
        var bytes: [UInt8] = []
        var ends: [Int32] = []
        for row in kept {
            bytes += self.bytes(row)
            ends.append(Int32(bytes.count))
        }
        return RawColumn(headerIndex: headerIndex, utf8: bytes, ends: ends, states: states.isEmpty ? [] : kept.map { states[$0] })
    }
}
