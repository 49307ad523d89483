import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What the command tells the shell. Scripts are written on these numbers; they never change meaning.
///
/// Beside them stand 128 and the signal's number where a signal ends a run, so 130 for Ctrl-C.
enum ExitStatus: Int32, Sendable {
    /// Nothing at or above the gate.
    case clean = 0
    /// Findings at or above the gate, or nothing that could be decided; faults in rules, cases that fail.
    case findings = 1
    /// The command line is wrong.
    case usage = 2
    /// The rules cannot be read, or have faults.
    case rulesDoNotLoad = 3
    /// The data cannot be read.
    case dataUnreadable = 4
    /// A report could not be written to its end, or another inner failure.
    case internalFailure = 5

    /// Ends the process with this answer.
    func end() -> Never { exit(rawValue) }

    /// The table that `--help` prints.
    static let table = Localized(
        zh: """
            退出码：0 无问题；1 有达到门槛的问题，或什么也无法判定；2 命令行有误；
            3 规则无法载入；4 数据无法读取；5 内部错误或报告未能写完；130 被中断。
            """,
        en: """
            Exit codes: 0 clean; 1 findings at or above the gate, or nothing could be decided; \
            2 the command line is wrong; 3 the rules do not load; 4 the data cannot be read; \
            5 an inner failure, or a report that could not be written; 130 interrupted.
            """)
}
