public import Diagnostics

/// A value of a YAML text, with the place where it stands.
///
/// Nodes are values; what an alias repeats is shared and costs nothing.
public struct YAMLNode: Sendable {
    public enum Content: Sendable {
        case scalar(YAMLScalar)
        case sequence([YAMLNode])
        case mapping(YAMLMapping)
    }

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

    public var scalar: YAMLScalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    public var sequence: [YAMLNode]? {
        if case .sequence(let items) = content { items } else { nil }
    }

    public var mapping: YAMLMapping? {
        if case .mapping(let mapping) = content { mapping } else { nil }
    }

    /// Whether the node is `~`, `null` or nothing at all.
    public var isNull: Bool { scalar?.kind == .null }
}
