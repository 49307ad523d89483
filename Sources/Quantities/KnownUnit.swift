/// A name that units are built from, with what it stands for.
struct KnownUnit: Sendable {
    /// How the name counts among the pure ones.
    enum Sign: Sendable {
        case none, ratio, shareDifference
    }

    let name: String
    let dimension: Dimension
    let scale: Number
    let sign: Sign

    /// Every name, in the order that suggestions prefer.
    static let all: [KnownUnit] = signs + named

    /// By name, ASCII letters in lower case.
    static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    /// The words that scale the name after them.
    static let magnitudes: [Unicode.Scalar: Number] = [
        "十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000,
    ]
}

extension KnownUnit {
    private static let signs: [KnownUnit] = [
        KnownUnit(name: "%", dimension: .pure, scale: share(of: 100), sign: .ratio),
        KnownUnit(name: "‰", dimension: .pure, scale: share(of: 1_000), sign: .ratio),
        KnownUnit(name: "pp", dimension: .pure, scale: share(of: 100), sign: .shareDifference),
        KnownUnit(name: "个百分点", dimension: .pure, scale: share(of: 100), sign: .shareDifference),
        KnownUnit(name: "百分点", dimension: .pure, scale: share(of: 100), sign: .shareDifference),
        KnownUnit(name: "个千分点", dimension: .pure, scale: share(of: 1_000), sign: .shareDifference),
        KnownUnit(name: "千分点", dimension: .pure, scale: share(of: 1_000), sign: .shareDifference),
    ]

    private static let named: [KnownUnit] = [
        units(Dimension(.person), 1, "人 person persons people"),
        units(Dimension(.visit), 1, "人次 visit visits"),
        units(Dimension(.yuan), 1, "元 cny yuan"),
        units(Dimension(.clock), 1, "s 秒 second seconds"),
        units(Dimension(.clock), 60, "min 分钟 minute minutes"),
        units(Dimension(.clock), 3_600, "h 小时 hour hours"),
        units(Dimension(.clock), 86_400, "天 日 d day days"),
        units(Dimension(.clock), 604_800, "周 星期 week weeks"),
        units(Dimension(.calendar), 1, "个月 月 month months"),
        units(Dimension(.calendar), 3, "季度 季 个季度 quarter quarters"),
        units(Dimension(.calendar), 12, "年 岁 周岁 year years"),
        units(Dimension(.length), 1, "m 米 metre metres meter meters"),
        units(Dimension(.length), 1_000, "km 公里 千米"),
        units(Dimension(.length, exponent: 2), 1, "平方米 ㎡ m² m2"),
        units(Dimension(.length, exponent: 2), 1_000_000, "平方公里 平方千米 km² km2"),
        units(Dimension(.counter), 1, counters),
    ].flatMap { $0 }

    /// Measure words and nouns that count things; they are one dimension, so 家 and 所 compare.
    private static let counters = """
        个 名 家 所 支 辆 台 间 张 种 例 次 项 座 处 床 件 份 套 部 条 户 村 校 院 科 科室 单位 机构 中心 岗位 班 组 期 \
        场 批 篇 册 本 只 架 艘 栋 片 点 站 室 楼 门 类 级 届 队 对 剂 剂次 支次 例次 台次 床位 张床 袋 瓶 盒 人份 笔 分 \
        count counts item items unit units case cases bed beds vehicle vehicles institution institutions \
        hospital hospitals post posts time times place places team teams
        """

    private static func units(_ dimension: Dimension, _ scale: Number, _ names: String) -> [KnownUnit] {
        names.split(separator: " ").map {
            KnownUnit(name: String($0), dimension: dimension, scale: scale, sign: .none)
        }
    }

    private static func share(of whole: Int64) -> Number { Number(numerator: 1, denominator: whole) ?? .one }
}
