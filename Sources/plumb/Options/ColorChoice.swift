/// When to colour what is printed.
enum ColorChoice: String, CaseIterable, Sendable {
    /// On terminals that show colours, unless the environment has `NO_COLOR`.
    case auto
    case always
    case never

    func applies(to file: OpenFile) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto: file.isTerminal && Environment.value("NO_COLOR") == nil && Environment.value("TERM") != "dumb"
        }
    }
}
