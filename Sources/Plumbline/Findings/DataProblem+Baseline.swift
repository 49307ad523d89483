import Diagnostics
import Quantities

extension DataProblem {
    /// The figure from which a rule starts is another in the data.
    ///
    /// - Parameter row: Where the figure stands; nil where it comes from several places.
    static func baselineDiffers(
        rule: String, _ record: RecordReference, row: RecordAddress?, period: CalendarPeriod, stated: Number, found: Number,
        unit: Unit?
    ) -> Self {
        func text(_ number: Number, _ other: Number, _ language: Language) -> String {
            unit?.text(number, distinctFrom: other, in: language) ?? number.text(fractionDigits: 2, distinctFrom: other)
        }
        let address = row ?? record.address
        return Self(
            code: "baseline-differs", table: record.table, file: address?.file ?? "", address: address,
            message: Localized(
                zh: "\(record.name) \(period) 的基数为 \(text(found, stated, .zh))，规则 \(rule) 写的是 \(text(stated, found, .zh))，以规则为准",
                en: "the baseline of \(record.name) in \(period) is \(text(found, stated, .en)), and \(rule) says \(text(stated, found, .en)), which decides"))
    }
}
