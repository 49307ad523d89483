import Diagnostics

/// A folder with a ruleset, a vocabulary, and a register: one rule whose cases say what they are for, one of them to be
/// filled in.
struct RulesetScaffold: Scaffold {
    let name: String

    var files: [(path: String, text: String)] {
        [
            ("\(name)/ruleset.yaml", ruleset), ("\(name)/vocabulary.yaml", vocabulary), ("\(name)/rules.yaml", rules),
            ("\(name)/register.yaml", register),
        ]
    }

    var nextSteps: Localized {
        Localized(
            zh: "plumb test \(name)：有一个用例失败，等着填写。规则的写法见 plumb help 和 Rules/README.md。",
            en: "plumb test \(name): one case fails until you fill it in. Rules/README.md says what rules can say.")
    }

    private var ruleset: String {
        """
        ruleset: \(name)
        plan:
          title: {zh: 规划名称, en: The plan's title}
          document: 文号
          from: 2021-01-01
          to: 2025-12-31
        # Health plans share a vocabulary, indicators and templates, which Rules/README.md lists: name those in place of one's
        # own, as ../../vocabulary/regions.yaml. 卫生健康规划共用的词汇表、指标和模板见 Rules/README.md，可写在这里代替自己的词汇表
        uses:
          - vocabulary.yaml
        # For the clauses that name no date. 条文没有写明日期时的期限
        due: 2025-12-31

        """
    }

    private var vocabulary: String {
        """
        # The tables and columns that files may have. 文件里有哪些表、哪些列
        vocabulary: \(name)
        tables:
          institution:
            title: {zh: 机构, en: Institution}
            key: [id]
            label: name
            fields:
              id: {type: string, title: {zh: 机构代码, en: Code}}
              name: {type: string, title: {zh: 机构名称, en: Name}, aliases: [单位名称]}
              professional_posts: {type: integer, unit: 个, range: 0.., title: {zh: 专业技术岗位数, en: Professional posts}}
              total_posts: {type: integer, unit: 个, range: 0.., title: {zh: 岗位总量, en: Posts}}

        """
    }

    private var rules: String {
        """
        ruleset: \(name)
        rules:
          - id: professional-posts-below-floor
            title: {zh: 专业技术岗位占比, en: Professional posts}
            source: {section: 一（一）1, clause: C-1}
            for: institution
            observe: professional_posts / total_posts
            target: {at_least: 85%}
            cases:
              - {name: 正好达到, given: {professional_posts: 85, total_posts: 100}, outcome: pass}
              # Fill in: what should it be? 请填写应得的结果
              - {name: 差一个, given: {professional_posts: 84, total_posts: 100}, outcome: error}
              - {name: 没有填报, given: {total_posts: 100}, outcome: not_measured}

        """
    }

    private var register: String {
        """
        # Every testable clause of the plan, and the rules that encode it. 条款登记表
        register: \(name)
        clauses:
          - id: C-1
            section: 一（一）1
            term: {zh: 专业技术岗位占比, en: Professional posts}
            subject: institution
            requires: {at_least: 85%}
            due: {date: 2025-12-31, stated: false}
            binding: required
            rules: [professional-posts-below-floor]

        """
    }
}
