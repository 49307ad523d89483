import Diagnostics
import Plumbline
import PlumblineReaders
import Testing

@Suite("The readers that are built in") struct BuiltInReadersTests {
    @Test("names and file extensions are in lower case and stand for one reader each")
    func names() {
        let names = builtInReaders.map(\.name)
        let extensions = builtInReaders.flatMap(\.fileExtensions)
        #expect(Set(names).count == names.count)
        #expect(Set(extensions).count == extensions.count)
        #expect((names + extensions).allSatisfy { $0 == $0.lowercased() && !$0.hasPrefix(".") })
    }

    @Test("a file that is not there, and a folder, are told so", arguments: [
        ("/no/such/file.csv", "there is no such file or folder"), ("/", "it is a folder"),
    ])
    func unreadable(path: String, reason: String) {
        for reader in builtInReaders {
            #expect(throws: (any Error).self) { try open(reader, path) }
            do {
                try open(reader, path)
            } catch {
                #expect((error as? Diagnostic)?.code == "file-unreadable")
                #expect((error as? Diagnostic)?.message.en == "the file 'data' cannot be read: \(reason)")
            }
        }
    }

    @Test("a reader throws what its sink throws")
    func sinkThrows() {
        struct Refusing: BatchSink {
            func receive(_ batch: RawBatch) throws(Diagnostic) -> ReadControl {
                throw Diagnostic(code: "refused", at: nil, message: Localized(same: "no"))
            }
        }
        for reader in builtInReaders {
            var sink = Refusing()
            #expect(throws: Diagnostic.self) {
                try reader.read(ByteSource(name: "t", bytes: Array("{}".utf8)), columns: .all, into: &sink)
            }
        }
    }

    private func open(_ reader: any SubmissionReader, _ path: String) throws {
        _ = try ReadTable(reader, ByteSource(path: path, name: "data"))
    }
}
