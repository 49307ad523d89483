/// Names of files, whatever strangers call their rulesets: each is given once.
struct FileNames {
    private var given: Set<String> = []

    /// Letters, digits, `-` and `_`; everything else becomes `_`, so that no name leads out of its folder.
    mutating func name(for text: String) -> String {
        let plain = String(text.map { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" ? $0 : "_" }.prefix(100))
        var name = plain.isEmpty ? "_" : plain
        var count = 1
        while !given.insert(name).inserted {
            count += 1
            name = "\(plain)-\(count)"
        }
        return name
    }
}
