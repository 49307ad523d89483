extension Measurement {
    /// The same with an observed text as the cell has it that it comes from: expressions see texts in their plain form.
    func written(in evidence: [Evidence]) -> Measurement {
        guard case .text(let text)? = observed, !isMasked else { return self }
        let cells = evidence.lazy.filter { $0.state == .measured && !$0.isMasked }.compactMap(\.text)
        guard let cell = cells.first(where: { CellText.comparable($0) == text }) else { return self }
        var measurement = self
        measurement.observed = .text(CellText.trimmed(cell))
        return measurement
    }
}
