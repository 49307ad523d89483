public import Diagnostics

extension Clause.UncheckableReason {
    /// The reason in words, as reports print it.
    public var title: Localized {
        switch self {
        case .masked: Localized(zh: "公开文本中被遮盖", en: "masked in the published text")
        case .noThreshold: Localized(zh: "没有可衡量的界限", en: "no threshold")
        case .normElsewhere: Localized(zh: "标准在另外的文件中", en: "the norm stands in another document")
        case .noDataKept: Localized(zh: "没有留存相关数据", en: "no data are kept")
        case .aspiration: Localized(zh: "愿景性的表述", en: "an aspiration")
        case .undefinedTerm: Localized(zh: "用语没有定义", en: "an undefined term")
        }
    }
}
