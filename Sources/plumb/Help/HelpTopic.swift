import Diagnostics

/// What `plumb help` explains besides the commands.
enum HelpTopic: String, CaseIterable {
    case exitCodes = "exit-codes"
    case completions

    /// The topic of a command line such as `help exit-codes --lang zh`; nil where it is another.
    init?(_ arguments: [String]) {
        guard arguments.first == "help", arguments.count > 1 else { return nil }
        self.init(rawValue: arguments[1])
    }

    /// What the help of the whole command says of the topics.
    static let overview = Localized(
        zh: "另见 \(commands.joined(separator: "、"))。", en: "See also \(commands.joined(separator: ", ")).")

    private static let commands = allCases.map { "plumb help \($0.rawValue)" }

    var text: Localized {
        switch self {
        case .exitCodes: Self.exitCodesText
        case .completions: Self.completionsText
        }
    }
}

private extension HelpTopic {
    static let exitCodesText = Localized(
        zh: """
            plumb 的退出码，与报告格式无关：

              0    无问题：没有达到门槛的问题，或使用了 --exit-zero
              1    有达到门槛的问题（规则在记录上出错等同于不达标），或什么也无法判定；
                   使用 --fail-on-data 时还包括数据问题，使用 --require-measured 时还包括无法判定的记录和缺少数据表的规则（无论约束力）；
                   lint 发现规则有误（lint --fix 改过之后仍有误）；test 有用例失败，或没有任何用例；test --mutate 有改动未被任何用例察觉；coverage 发现遗漏的条款
              2    命令行有误，包括 --only、--record 或 --data 表名= 的名称无法对应，以及 coverage 的规则集没有条款登记表
              3    规则无法载入
              4    数据无法读取
              5    内部错误，或报告未能写完
              130  被 Ctrl-C 中断（其他信号为 128 加信号编号）

            门槛由 --fail-on 设定，默认 required：约束力低于此级的问题照常列出，但不影响退出码。

            """,
        en: """
            The exit codes of plumb, whatever the format of the report:

              0    clean: nothing at or above the gate, or --exit-zero was given
              1    findings at or above the gate (a rule that erred on a record counts like one that failed),
                   or nothing could be decided; with --fail-on-data also data problems, with --require-measured
                   also records that could not be decided and rules whose table is missing, of any binding;
                   lint found faults in rules, lint --fix some that it could not mend; test had cases that fail, or no case at all;
                   test --mutate made mistakes that no case noticed;
                   coverage found clauses that were forgotten
              2    the command line is wrong; so are names for --only, --record and --data TABLE= that fit nothing,
                   and rulesets without a register for coverage
              3    the rules do not load
              4    the data cannot be read
              5    an inner failure, or a report that could not be written to its end
              130  interrupted by Ctrl-C (other signals: 128 and the signal's number)

            --fail-on sets the gate, by default required: findings of a softer binding are reported all the same
            and leave the exit code alone.

            """)

    static let completionsText = Localized(
        zh: """
            命令行补全。把脚本写到 shell 读取的位置，然后重新打开终端：

              bash  plumb --generate-completion-script bash > ~/.local/share/bash-completion/completions/plumb
              zsh   plumb --generate-completion-script zsh > ~/.zfunc/_plumb
                    （~/.zshrc 中需有：fpath=(~/.zfunc $fpath); autoload -U compinit; compinit）
              fish  plumb --generate-completion-script fish > ~/.config/fish/completions/plumb.fish

            """,
        en: """
            Completion of command lines. Write the script to where the shell looks for it, then open a new terminal:

              bash  plumb --generate-completion-script bash > ~/.local/share/bash-completion/completions/plumb
              zsh   plumb --generate-completion-script zsh > ~/.zfunc/_plumb
                    (with fpath=(~/.zfunc $fpath); autoload -U compinit; compinit in ~/.zshrc)
              fish  plumb --generate-completion-script fish > ~/.config/fish/completions/plumb.fish

            """)
}
