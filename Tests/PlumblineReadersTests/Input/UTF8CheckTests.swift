import TestSupport
import Testing

@testable import PlumblineReaders

@Suite("Checking UTF-8") struct UTF8CheckTests {
    @Test("every scalar but NUL passes, at every place in a word")
    func sound() {
        var bytes: [UInt8] = []
        for value in stride(from: UInt32(1), to: 0x110000, by: 37) {
            if let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) { bytes += encoded }
        }
        #expect(run(bytes) == UTF8Check.Progress(offset: bytes.count, isFault: false))
    }

    @Test("the first byte of what is not UTF-8 is found, whatever stands before it", arguments: [
        [0x00], [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3, 0x28], [0xE0, 0x9F, 0xBF], [0xE4, 0xB8, 0x41],
        [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80],
        [0xFE], [0xFF],
    ] as [[UInt8]])
    func faults(bytes: [UInt8]) {
        for lead in 0..<18 {
            let padded = [UInt8](repeating: 0x61, count: lead) + bytes + [0x61, 0x61, 0x61]
            #expect(run(padded) == UTF8Check.Progress(offset: lead, isFault: true))
        }
    }

    @Test("a character that is cut off waits for the rest", arguments: [
        [0xC3], [0xE4], [0xE4, 0xB8], [0xF0], [0xF0, 0x9F], [0xF0, 0x9F, 0x98],
    ] as [[UInt8]])
    func cutOff(bytes: [UInt8]) {
        #expect(run([0x61] + bytes) == UTF8Check.Progress(offset: 1, isFault: false))
    }

    @Test("random bytes are sound where the standard library says so", arguments: 0..<20)
    func differential(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pool: [UInt8] = [0x61, 0x7F, 0x80, 0xBF, 0xC2, 0xE0, 0xE4, 0xED, 0xF0, 0xF4, 0x9F, 0xA0, 0x8F, 0x90]
        for _ in 0..<500 {
            let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in pool.randomElement(using: &random) ?? 0 }
            let progress = run(bytes)
            let isSound = !progress.isFault && progress.offset == bytes.count
            #expect(isSound == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
        }
    }

    private func run(_ bytes: [UInt8]) -> UTF8Check.Progress { bytes.withUnsafeBufferPointer { UTF8Check.run($0, from: 0) } }
}
