import Diagnostics
import Plumbline
import Quantities
import Testing

@testable import PlumblineReports

@Suite("Closings in words") struct ClosingTextTests {
    private static func text(
        _ role: CountedThings.Role, _ title: String?, _ closings: [Closing], isBelow: Bool = true, unit: String = "个"
    ) throws -> String {
        let counted = CountedThings(role: role, title: title.map { Localized(same: $0) }, unit: try Unit.parse(unit))
        return ClosingText(counted: counted, unit: nil, isBelow: isBelow, language: .zh).text(closings)
    }

    private static func closing(_ kind: Closing.Kind, _ amount: Int) -> Closing {
        Closing(kind: kind, amount: .smallest(Number(amount)))
    }

    @Test("a share says what turns into what") func share() throws {
        let closings = [Self.closing(.convert, 3), Self.closing(.add, 15)]
        let text = try Self.text(.part, "专业技术岗位数", closings)
        #expect(text == "将现有 3 个转为“专业技术岗位”，或新增 15 个“专业技术岗位”")
    }

    @Test("a quotient of unlike things says what rises or falls") func quotient() throws {
        let closings = [Self.closing(.convert, 262)]
        #expect(try Self.text(.numerator, "学生数", closings, isBelow: false, unit: "人") == "“学生数”减少 262 人")
        #expect(try Self.text(.numerator, nil, closings) == "分子增加 262 个")
    }

    @Test("of records is told how many more have to meet it, and not how many to bring into being") func coverage() throws {
        #expect(try Self.text(.members, nil, [Self.closing(.convert, 2), Self.closing(.add, 5)]) == "再有 2 个达标")
        #expect(try Self.text(.members, nil, [Self.closing(.add, 2)]) == "再有 2 个达标")
    }

    @Test("where one way takes all of the closings, they are joined by and") func together() {
        let closings = [Self.closing(.add, 2), Self.closing(.remove, 1)]
        func text(_ closings: [Closing], _ language: Language) -> String {
            ClosingText(counted: nil, unit: nil, isBelow: false, needsAll: true, language: language).text(closings)
        }
        #expect(text(closings, .zh) == "新增 2 个，并减少 1 个")
        #expect(text(closings, .en) == "2 new, and 1 fewer")
        // What takes nothing is not told.
        #expect(text([Self.closing(.add, 2), Self.closing(.remove, 0)], .en) == "2 new")
    }

    @Test("a title that counts something else keeps its last word") func titles() throws {
        #expect(try Self.text(.things, "考核分数", [Self.closing(.add, 1)], unit: "个") == "新增 1 个“考核分数”")
        #expect(try Self.text(.things, "急救车辆数", [Self.closing(.add, 1)], unit: "辆") == "新增 1 辆“急救车辆”")
    }
}
