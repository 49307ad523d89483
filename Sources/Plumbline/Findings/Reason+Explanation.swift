public import Diagnostics

extension Reason {
    /// What the reason means to somebody who meets it in a report: when it is given, and what to do about it.
    public var explanation: Localized {
        switch outcome {
        case .notApplicable, .waived: notApplicableExplanation
        case .error: errorExplanation
        case .notMeasured: notMeasuredExplanation
        case .notDue: Localized(
            zh: "要求的日期（条文写明的，或规划的截止日，或期间的末日）还没有到。结果同时写明以今天的数据会得出什么；有基线和期限的，还写明是否跟得上进度。到期前的结果不影响返回码。",
            en: "The day until which the clause allows (its own, the plan's, or the end of the period) has not passed. The finding says what it would be with today's data and, where there is a baseline, whether it is on its way. It never gates.")
        case .fail: failExplanation
        case .pass: passExplanation
        }
    }
}

private extension Reason {
    var notApplicableExplanation: Localized {
        switch self {
        case .excepted: Localized(
            zh: "规则的 except 列出了这条记录：规划条文自己把它排除在外。为了让人看得到，这样的记录总会写进报告。",
            en: "The rule names the record under except: the plan's own text exempts it. Such records are always written, so that nobody overlooks the exemption.")
        case .waived: Localized(
            zh: "所用的 profile 对这条记录豁免了这条规则，豁免仍在有效期内。结果写明豁免理由、到期日，以及没有豁免时的结论；到期后照常判定。",
            en: "The profile in use waives the rule for this record, and the waiver has not expired. The finding says why, until when, and what the outcome would be without it; after that day it is judged as ever.")
        case .otherPeriod: Localized(
            zh: "记录属于规则不考核的期间（见规则的 period 和 due），例如规则考核 2025 年，而这一行是 2023 年的；或者登记册中的记录在所考核的期末并不有效。",
            en: "The record is of a period that the rule does not judge (its period and due), such as a row of 2023 under a rule on 2025; or it is an entry of a register that was not in force at the end of the period judged.")
        case .noLimit: Localized(
            zh: "规则的限值分情形写（when），没有一种情形适用于这条记录。若本应适用，请检查各个 when。",
            en: "The limit is a list of cases (when), and none of them holds for the record. If one should, look at the conditions.")
        case .noTestedGroup: Localized(
            zh: "分组比较（parity）中，被比较的一方没有人，例如机构没有公共卫生科。没有人可比，就不存在达标或不达标。",
            en: "In a comparison of groups (parity) nobody is on the tested side, such as in a hospital without a public-health department. With nobody to compare there is nothing to meet or to miss.")
        case .armNotApplicable: Localized(
            zh: "规则由几项要求组成（any_of、all_of），每一项自己的 where 都不成立，所以没有一项适用。",
            en: "The rule consists of several requirements (any_of, all_of), and each has a where of its own that does not hold.")
        default: Localized(
            zh: "规则的 where 不成立，或者 subjects 没有点到这条记录：条文说的不是它。",
            en: "The rule's where does not hold, or its subjects do not name the record: the clause does not speak of it.")
        }
    }

    var errorExplanation: Localized {
        switch self {
        case .costLimit: Localized(
            zh: "表达式在这条记录上的计算量超过了上限，已中止。通常是列表套列表；请简化规则，或在词汇表中先定义指标。",
            en: "The expression would have taken more steps on this record than the limit allows. Usually lists within lists are to blame: simplify the rule, or define an indicator in the vocabulary.")
        default: Localized(
            zh: "规则本身在这条记录上出错，例如把不是数字的文本转换为数字，或点名的记录不止一条。这是规则的问题，不是数据的问题；结果写明了错在哪里。",
            en: "The rule itself fails on this record, such as by converting a text that is no number, or because a name fits two records. That is a fault of the rule, not of the data; the finding says what went wrong.")
        }
    }

    var notMeasuredExplanation: Localized { causeInFiles ?? causeInFigures }

    /// What did not come, or cannot be found.
    var causeInFiles: Localized? {
        switch self {
        case .parameterUnset: Localized(
            zh: "规则用到一个没有值的参数，例如公开文本中被遮盖的等次。知道数值的人可以在 profile 的 set 中写上，用 --profile 选用。",
            en: "The rule needs a parameter that has no value, such as a grade that the published text masks. Whoever knows it writes it under set in a profile, chosen with --profile.")
        case .noBenchmark: Localized(
            zh: "规则要与公布的数据（全省平均、同级平均等）比较，而基准表中没有这一项。请取得该数据，连同发布单位写入基准表。",
            en: "The rule compares with a published figure, such as the province's average, and the table of benchmarks does not have it. Obtain it and add it with its publisher.")
        case .scopeUnknown: Localized(
            zh: "规则的 where 用到的单元格空白或无法读取，不能确定规则是否适用。空白不会使记录免于核查。",
            en: "The rule's where rests on a cell that is blank or cannot be read, so that nobody can say whether the rule applies. A blank cell never excuses a record.")
        case .noRecord: Localized(
            zh: "名单（roster）或规则点名的单位在该表中没有记录。请催报。",
            en: "The record is on the roster, or the rule names it, and no row of it came in this table. Ask for the return.")
        case .listNotSubmitted: Localized(
            zh: "规则要看一张明细表（如人员名册、设备台账），而这条记录的这张表没有报送，或可能含有该表的文件未能读取。没有报送不等于一项也没有；确实没有的，请报零报告（nil_returns）。",
            en: "The rule looks at a table of details, such as staff or equipment, that was not submitted for the record, or that may lie in a file that was not read. Not sent is not empty: whoever has nothing to report says so with a nil return.")
        case .noSuchRecord: Localized(
            zh: "记录引用的另一条记录（如所属机构、上级地区）在数据中找不到。请核对代码，或补报被引用的记录。",
            en: "The record refers to another, such as its institution or its county, that the data do not have. Check the code, or send the record that is meant.")
        case .ambiguousRecord: Localized(
            zh: "所指的记录在数据中不止一条，而且内容不一致，不能确定该用哪一条。请先处理重复。",
            en: "More than one record is meant, and they differ, so that nobody can say which one to take. Settle the duplicates first.")
        case .noSuchPeriod: Localized(
            zh: "所考核的期间（或要比较的上一期、基期）没有数据。缺的年份不会用相邻年份代替。",
            en: "There are no data of the period judged, or of the one to compare with. A missing year is never replaced by its neighbour.")
        case .notPublished: Localized(
            zh: "数据有公布日期（expected_on），还没有收到。公布日之前不算未报；之后仍没有，就是无法判定。",
            en: "The figure is published on a known day (expected_on) and has not come. Before that day nobody has failed to report it; after it, the verdict stays open.")
        default: nil
        }
    }

    /// What keeps a figure from being worked out.
    var causeInFigures: Localized {
        switch self {
        case .missing: Localized(
            zh: "需要的单元格空白。空白不算达标，也不算不达标。请补报；确实没有的，词汇表可以用 blank: none 或 blank: 0 说明空白的含义。",
            en: "A cell that is needed is blank: neither met nor missed. Have it reported; where a blank means that there is none, the vocabulary can say so with blank: none or blank: 0.")
        case .unreadable: Localized(
            zh: "需要的单元格有内容，但读不出值，例如数字列中写着“约90”。数据问题一节列出原文和位置。",
            en: "A cell that is needed says something that cannot be read, such as 'about 90' in a column of numbers. The data problems have its text and its place.")
        case .dateMissing: Localized(
            zh: "已经达到规定的等次或进度，但没有填报达到的日期，不能确定是否按期。请补报日期。",
            en: "The step was reached, and nobody said when, so that it cannot be told whether it was in time. Have the date reported.")
        case .zeroDenominator: Localized(
            zh: "比率的分母是零，例如岗位总量为 0，算不出占比。",
            en: "The denominator of a ratio is zero, such as no posts at all: there is no share to work out.")
        case .zeroBase: Localized(
            zh: "增长率的基数是零，算不出百分比。",
            en: "The base of a growth is zero: there is no percentage of nothing.")
        case .emptyGroup: Localized(
            zh: "要对一组记录求平均、最大、最小、占比等，而这一组是空的。空集上没有平均数，也不会被当作达标。",
            en: "A mean, a minimum, a share or the like is asked for of a group that has nobody. It is not taken for met.")
        case .groupTooSmall: Localized(
            zh: "比较的一方人数少于规则的 min_group，结论没有代表性，因此不判定。",
            en: "One side of the comparison has fewer than the rule's min_group: too few to say anything.")
        case .tooFewMeasured: Localized(
            zh: "规则允许略过缺失（missing: skip），但已填报的比例低于 min_measured。",
            en: "The rule passes over what is missing (missing: skip), but fewer than its min_measured were reported.")
        default: Localized(
            zh: "缺失的数据取不同的值会得出不同结论。结果写明还有多少未知、其中多少达到才算达标；补报这些数据即可判定。",
            en: "What is missing could decide either way. The finding says how much is open and how many of it would have to pass; once that is reported, the verdict is plain.")
        }
    }

    var failExplanation: Localized {
        switch self {
        case .late: Localized(
            zh: "达到了规定的等次或进度，但日期在期限之后。差距以天计。",
            en: "The step was reached, but after its date. The gap is in days.")
        case .conditionFalse: Localized(
            zh: "规则的条件（require）不成立。证据列出所依据的单元格；plumb explain 逐步列出每一部分的值。",
            en: "The rule's condition (require) does not hold. The evidence has the cells; plumb explain shows what each part came to.")
        case .coverageShort: Localized(
            zh: "达标的数量或比例不足（coverage）。结果列出没有达标的记录名称，以及还差多少。",
            en: "Too few of the records pass (coverage). The finding names those that fall short, and how many more are needed.")
        default: Localized(
            zh: "实际值没有达到限值。结果写明差距、怎样补足，以及所依据的单元格。",
            en: "The observed value is beyond the limit. The finding says by how much, what would close the gap, and on which cells it rests.")
        }
    }

    var passExplanation: Localized {
        switch self {
        case .conditionTrue: Localized(zh: "规则的条件（require）成立。", en: "The rule's condition (require) holds.")
        case .coverageMet: Localized(
            zh: "达标的数量或比例符合要求（coverage）。没有达标的记录仍然列出。",
            en: "Enough of the records pass (coverage). Those that do not are still named.")
        default: Localized(zh: "实际值符合限值。", en: "The observed value is within the limit.")
        }
    }
}
