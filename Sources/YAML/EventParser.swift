import CLibYAML

/// libyaml's parser over bytes that outlive it; one event at a time.
struct EventParser: ~Copyable {
    /// On the heap, since libyaml keeps a pointer to it.
    private let parser: UnsafeMutablePointer<yaml_parser_t>

    /// - Parameter bytes: Valid UTF-8 without a byte order mark; not copied.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        _ = yaml_parser_initialize(parser)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deinitialize(count: 1)
        parser.deallocate()
    }

    /// The next event, which the caller deletes; nil at a fault, which `failure` then describes.
    mutating func next() -> yaml_event_t? {
        var event = yaml_event_t()
        return yaml_parser_parse(parser, &event) == 1 ? event : nil
    }

    /// What libyaml says after it has given up. Places are code points from the start.
    var failure: ParserFailure {
        let state = parser.pointee
        return ParserFailure(
            problem: state.problem.map { String(cString: $0) } ?? "",
            context: state.context.map { String(cString: $0) } ?? "",
            problemIndex: state.problem_mark.index,
            contextIndex: state.context_mark.index,
            badByte: state.error == YAML_READER_ERROR ? state.problem_offset : nil)
    }
}

/// libyaml's own words for a fault, and where it saw it.
struct ParserFailure {
    var problem: String
    var context: String
    var problemIndex: Int
    var contextIndex: Int
    /// The byte where the reader stopped, for characters that no YAML text may hold.
    var badByte: Int?
}
