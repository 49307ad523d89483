import Diagnostics
public import YAML

extension Binding: TitledChoice {
    public var words: [String] {
        switch self {
        case .obligatory: [title.zh, "约束性指标", "必须"]
        case .required: [title.zh, "一般", "一般要求"]
        case .expected: [title.zh, "预期性指标", "预期"]
        case .principle: [title.zh, "原则"]
        case .strive: [title.zh, "争取"]
        }
    }
}

extension Severity: TitledChoice {
    public var words: [String] {
        switch self {
        case .error: ["错误"]
        case .warning: ["警告"]
        case .note: ["提示", "提醒"]
        }
    }
}

extension Outcome: TitledChoice {
    public var words: [String] {
        switch self {
        case .pass: [title.zh, "达到", "通过", "合格", "符合"]
        case .fail: [title.zh, "未达标", "未达到", "不通过", "未通过", "不合格", "不符合"]
        case .notDue: [title.zh, "未到期限"]
        case .notApplicable: [title.zh]
        case .notMeasured: [title.zh, "无法判断", "未报送", "缺数据"]
        case .error: [title.zh, "出错", "错误"]
        case .waived: [title.zh, "豁免"]
        }
    }
}

extension Reason: TitledChoice {
    public var words: [String] { [text.zh] }
}

extension Closing.Kind: TitledChoice {
    public var words: [String] {
        switch self {
        case .convert: ["转换", "调整", "改变", "转岗"]
        case .add: ["新增", "增加", "补充"]
        case .remove: ["减少", "核减", "退出"]
        case .raise: ["提高", "合计增加"]
        }
    }
}

extension Track.State: TitledChoice {
    public var words: [String] {
        switch self {
        case .onTrack: ["符合进度", "达到进度"]
        case .offTrack: ["落后于进度", "落后"]
        case .cannotTell: ["无从判断进度", "无法判断"]
        }
    }
}

extension Clause.UncheckableReason: TitledChoice {
    public var words: [String] { [title.zh] }
}

extension Indicator.Better: TitledChoice {
    public var words: [String] {
        switch self {
        case .higher: ["高", "越高越好", "正向"]
        case .lower: ["低", "越低越好", "负向"]
        }
    }
}
