import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// Why a boundary could not be made.
struct Unmakeable: Error {
    let why: Localized

    static func expression(_ text: String) -> Unmakeable {
        Unmakeable(why: Localized(zh: "表达式 \(text) 太复杂，推不出取值", en: "no values can be told from the expression \(text)"))
    }

    static func figure(_ number: Number) -> Unmakeable {
        Unmakeable(why: Localized(zh: "列表得不出 \(number.description)", en: "no list comes to \(number.description)"))
    }

    static func value(_ text: String, of field: String) -> Unmakeable {
        Unmakeable(why: Localized(zh: "字段“\(field)”写不出 \(text)", en: "the field '\(field)' cannot hold \(text)"))
    }

    static let noFixedLimit = Unmakeable(why: Localized(zh: "限值不是一个固定的数，推不出取值", en: "the limit is no fixed number, so that no value can be told from it"))

    static func noSuchStep(_ text: String) -> Unmakeable {
        Unmakeable(why: Localized(zh: "“\(text)”在这一侧没有相邻的取值", en: "there is no value next to '\(text)' on that side"))
    }

    static func noRecipe(_ kind: String) -> Unmakeable {
        Unmakeable(why: Localized(zh: "还不会为 \(kind) 推算用例", en: "there is no way yet to make cases of \(kind)"))
    }
}
