import CLibYAML
import Diagnostics

/// Builds nodes from libyaml's events, and counts before it builds.
struct Composer {
    let source: SharedSource
    let limits: YAMLLimits
    let allowsSeveral: Bool
    private(set) var documents: [YAMLNode] = []
    private(set) var diagnostics = Diagnostics()

    private var cursor: CodePointCursor
    private var frames: [Frame] = []
    private var anchors: [String: Anchor] = [:]
    private var nodeCount = 0
    private var recent: RecentEvents
    private var isDone = false

    init(_ source: SharedSource, limits: YAMLLimits, allowsSeveral: Bool) {
        self.source = source
        self.limits = limits
        self.allowsSeveral = allowsSeveral
        let start = source.text.bytes.starts(with: EncodingCheck.byteOrderMark) ? EncodingCheck.byteOrderMark.count : 0
        cursor = CodePointCursor(source.text.bytes, from: start)
        recent = RecentEvents(end: start)
    }

    /// Reads the whole stream, or as far as the first fault that nothing can follow.
    mutating func run() {
        source.text.bytes.withUnsafeBufferPointer { bytes in
            var parser = EventParser(UnsafeBufferPointer(rebasing: bytes[recent.end...]))
            while !isDone {
                guard var event = parser.next() else { return fail(parser.failure) }
                handle(event)
                yaml_event_delete(&event)
            }
        }
    }
}

// MARK: - Events

private extension Composer {
    mutating func handle(_ event: yaml_event_t) {
        let range = bytes(of: event)
        switch event.type {
        case YAML_DOCUMENT_START_EVENT: startDocument(range)
        case YAML_STREAM_END_EVENT: isDone = true
        case YAML_SCALAR_EVENT: addScalar(event.data.scalar, range)
        case YAML_ALIAS_EVENT: addAlias(text(event.data.alias.anchor) ?? "", range)
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            open(.sequence, range, isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE, properties(start.tag, start.anchor))
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            open(.mapping, range, isFlow: start.style == YAML_FLOW_MAPPING_STYLE, properties(start.tag, start.anchor))
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: close(range)
        default: break
        }
    }

    mutating func startDocument(_ range: Range<Int>) {
        anchors = [:]
        recent.note(range, isNode: false)
        guard !allowsSeveral, !documents.isEmpty else { return }
        stop(.yamlSeveralDocuments(place(range)))
    }

    mutating func addScalar(_ scalar: ScalarEvent, _ range: Range<Int>) {
        guard count(1, at: range) else { return }
        let properties = properties(scalar.tag, scalar.anchor)
        let start = properties == nil ? range.lowerBound : PropertySkipper.valueStart(in: source.text.bytes, range)
        let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
        let content = YAMLScalar(
            text: text, style: .init(scalar.style), tag: properties?.tag,
            extent: Extent(start..<max(start, range.upperBound), of: source))
        let node = YAMLNode(.scalar(content), extent: Extent(range, of: source), properties: properties)
        recent.note(range, isNode: true)
        if isInFlow, content.style == .plain { recent.notePlain(range, text: text) }
        if let anchor = properties?.anchor { anchors[anchor] = .complete(node, count: 1, height: 0) }
        attach(node, height: 0)
    }

    mutating func addAlias(_ name: String, _ range: Range<Int>) {
        recent.note(range, isNode: true)
        switch anchors[name] {
        case nil:
            let value = RawValue(from: range.lowerBound, in: source.text, inFlow: isInFlow)
            let isAlone = value.text == "*\(name)"
            stop(isAlone
                ? .yamlUndefinedAlias(name, anchors: anchors.keys.sorted(), value: value, at: place(range))
                : .expressionNeedsQuotes(value, readAs: .alias))
        case .open: stop(.yamlRecursiveAlias(name, at: place(range)))
        case .complete(let node, let count, let height):
            guard self.count(count, at: range) else { return }
            guard frames.count + height <= limits.depth else { return stop(.yamlTooDeep(limits.depth, at: place(range))) }
            let properties = NodeProperties(tag: node.tag, anchor: name, isAlias: true)
            attach(YAMLNode(node.content, extent: Extent(range, of: source), properties: properties), height: height)
        }
    }

    mutating func open(_ kind: Frame.Kind, _ range: Range<Int>, isFlow: Bool, _ properties: NodeProperties?) {
        guard count(1, at: range) else { return }
        guard frames.count < limits.depth else {
            return stop(.yamlTooDeep(limits.depth, at: place(range)))
        }
        recent.note(range, isNode: false)
        if let anchor = properties?.anchor { anchors[anchor] = .open(depth: frames.count) }
        frames.append(Frame(
            kind: kind, isFlow: isFlow, range: range, properties: properties, nodesBefore: nodeCount - 1))
    }

    mutating func close(_ range: Range<Int>) {
        guard let frame = frames.popLast() else { return }
        let node = frame.node(end: range.upperBound, in: source)
        if !isInFlow { recent.forgetBrokenOff() }
        recent.note(frame.isFlow ? frame.range.lowerBound..<range.upperBound : range, isNode: frame.isFlow)
        if let anchor = frame.properties?.anchor, case .open(depth: frames.count) = anchors[anchor] {
            anchors[anchor] = .complete(node, count: nodeCount - frame.nodesBefore, height: frame.height + 1)
        }
        attach(node, height: frame.height + 1)
    }

    mutating func fail(_ failure: ParserFailure) {
        let problem = failure.badByte.map { $0 + startByte } ?? cursor.byte(ofCodePoint: failure.problemIndex)
        let context = cursor.byte(ofCodePoint: failure.contextIndex)
        let fault = SyntaxFault(
            failure: failure, problem: problem, context: context, recent: recent,
            inFlow: isInFlow, source: source.text)
        diagnostics.append(fault.diagnostic)
    }
}

// MARK: - Building

private extension Composer {
    typealias ScalarEvent = yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar

    var startByte: Int {
        source.text.bytes.starts(with: EncodingCheck.byteOrderMark) ? EncodingCheck.byteOrderMark.count : 0
    }

    var isInFlow: Bool { frames.last?.isFlow ?? false }

    mutating func attach(_ node: YAMLNode, height: Int) {
        guard !frames.isEmpty else { return documents.append(node) }
        guard let repeated = frames[frames.count - 1].add(node, height: height) else { return }
        guard !diagnostics.isFull else { return diagnostics.leaveOut() }
        diagnostics.append(
            .yamlDuplicateKey(repeated.key, firstLine: repeated.firstLine, at: repeated.place.location))
    }

    /// Counts nodes before they are built; whether they still fit.
    mutating func count(_ nodes: Int, at range: Range<Int>) -> Bool {
        nodeCount += nodes
        if nodeCount > limits.nodes {
            stop(.yamlTooManyNodes(limits.nodes, at: place(range)))
            return false
        }
        return true
    }

    mutating func stop(_ fault: Diagnostic) {
        diagnostics.append(fault)
        isDone = true
    }

    mutating func bytes(of event: yaml_event_t) -> Range<Int> {
        let start = cursor.byte(ofCodePoint: event.start_mark.index)
        let end = cursor.byte(ofCodePoint: event.end_mark.index)
        return start..<max(start, end)
    }

    func place(_ range: Range<Int>) -> Location { source.text.location(ofBytes: range) }

    func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(cString: $0) }
    }

    func properties(
        _ tag: UnsafeMutablePointer<yaml_char_t>?, _ anchor: UnsafeMutablePointer<yaml_char_t>?
    ) -> NodeProperties? {
        tag == nil && anchor == nil ? nil : NodeProperties(tag: text(tag), anchor: text(anchor))
    }
}

/// What an anchor stands for: how many nodes, and how many levels of collections.
private enum Anchor {
    /// The node that stands at this depth and is not complete yet.
    case open(depth: Int)
    case complete(YAMLNode, count: Int, height: Int)
}

private extension YAMLScalar.Style {
    init(_ style: yaml_scalar_style_t) {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: self = .literal
        case YAML_FOLDED_SCALAR_STYLE: self = .folded
        default: self = .plain
        }
    }
}
