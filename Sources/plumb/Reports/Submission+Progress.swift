import Plumbline

extension Submission {
    /// How much all files hold together; nil where one of them does not tell.
    var byteCount: Int? {
        var sum = 0
        for file in files {
            guard let count = file.source.byteCount else { return nil }
            sum += count
        }
        return sum
    }

    /// Tells of every chunk that is read from now on how many bytes it has.
    mutating func observe(_ observer: @escaping @Sendable (Int) -> Void) {
        for index in files.indices { files[index].source = files[index].source.observed(by: observer) }
    }
}
