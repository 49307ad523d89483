import Diagnostics
import Quantities

extension DataProblem {
    /// A record's own cell that says otherwise than the long table in which the same is observed.
    ///
    /// - Parameter figures: nil where they are not told.
    static func observedOtherwise(
        _ field: Field, table: String, at address: RecordAddress, column: String?, text: String?,
        figures: (given: Number, observed: Number)?
    ) -> Self {
        let name = field.title ?? Localized(same: field.name)
        let message: Localized
        if let figures {
            let (zh, en) = (field.texts((figures.given, figures.observed), .zh), field.texts((figures.given, figures.observed), .en))
            message = Localized(
                zh: "\(Localized.quoted(name).zh)在本表填报为 \(zh.given)，在观测表中为 \(zh.made)，两者不一致，以本表填报的值为准",
                en: "'\(name.en)' is \(en.given) in the record's own row and \(en.made) among the observations; the record's own row decides")
        } else {
            message = Localized(
                zh: "\(Localized.quoted(name).zh)在本表填报的值与观测表中的值不一致，以本表填报的值为准",
                en: "'\(name.en)' is something else in the record's own row than among the observations; the record's own row decides")
        }
        return Self(
            code: "observed-otherwise", table: table, file: address.file, address: address, column: column ?? field.name,
            text: figures == nil ? nil : text, message: message)
    }
}
