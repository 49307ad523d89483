public import Diagnostics

/// A value of a YAML text, with the place where it stands.
///
/// Nodes are values; what an alias repeats is shared and costs nothing.
public struct YAMLNode: Sendable {
    /// What a node can be.
    public enum Content: Sendable {
        case scalar(YAMLScalar)
        case sequence([YAMLNode])
        case mapping(YAMLMapping)
    }

    /// What the node is.
    public var content: Content
    let extent: Extent
    /// What few nodes have, apart so that the others stay small.
    let properties: NodeProperties?

    init(_ content: Content, extent: Extent, properties: NodeProperties? = nil) {
        self.content = content
        self.extent = extent
        self.properties = properties
    }
}

/// What YAML lets an author put before a node.
final class NodeProperties: Sendable {
    let tag: String?
    let anchor: String?
    /// Whether the node is an alias, `*name`, of one that stands earlier.
    let isAlias: Bool

    init(tag: String?, anchor: String?, isAlias: Bool = false) {
        self.tag = tag
        self.anchor = anchor
        self.isAlias = isAlias
    }
}

extension YAMLNode {
    /// Where the node stands: a scalar whole, as far as its first line goes; a collection in brackets likewise;
    /// a mapping without brackets by its first key, a sequence by its first dash; an alias where it is used.
    ///
    /// - Complexity: O(log *lines* + length of the line).
    public var location: Location { extent.location }

    /// The tag as written and expanded, such as `tag:yaml.org,2002:str`; nil where there is none.
    public var tag: String? { properties?.tag }

    /// Its text; nil where it is none.
    public var scalar: YAMLScalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    /// Its items; nil where it is no sequence.
    public var sequence: [YAMLNode]? {
        if case .sequence(let items) = content { items } else { nil }
    }

    /// Its keys and values; nil where it is no mapping.
    public var mapping: YAMLMapping? {
        if case .mapping(let mapping) = content { mapping } else { nil }
    }

    /// Whether the node is `~`, `null` or nothing at all.
    public var isNull: Bool { scalar?.kind == .null }
}
