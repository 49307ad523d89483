/// The records of a list, of every record of the parent's table: grouped once, in order.
struct ChildList: Sendable {
    /// What the vocabulary says of the list.
    let list: Vocabulary.List
    /// The place of the child's table in the vocabulary.
    let table: Int
    /// Where each parent's children begin in ``children``; one more than there are parents.
    let starts: [Int32]
    let children: [Int32]
    /// Whether what is in the list of a record is in those of all that it lies in.
    let isCumulative: Bool
    /// Of each parent, the rows that are most likely its own and call it by a name that it does not have.
    private(set) var strays: [Int: [Int32]] = [:]
    /// Rows that may belong to any of some lists; nil where there are none.
    var lost: LostRows?

    /// - Parameters:
    ///   - parents: The parent of each child, or nil.
    ///   - count: How many parents there are.
    ///   - tree: How the parents lie within each other, where a child is in the lists of all that its parent lies in.
    /// - Complexity: O(children + parents), times the depth of the tree.
    init(_ list: Vocabulary.List, table: Int, parents: [Int?], count: Int, _ tree: HierarchyTree? = nil) {
        self.list = list
        isCumulative = tree != nil
        self.table = table
        func forEachParent(of child: Int, _ visit: (Int) -> Void) {
            var parent = parents[child]
            while let next = parent {
                visit(next)
                parent = tree?.parent(of: next)
            }
        }
        var starts = [Int32](repeating: 0, count: count + 1)
        for child in parents.indices { forEachParent(of: child) { starts[$0 + 1] += 1 } }
        for place in 0..<count { starts[place + 1] += starts[place] }
        var next = starts
        var children = [Int32](repeating: 0, count: Int(starts[count]))
        for child in parents.indices {
            forEachParent(of: child) { parent in
                children[Int(next[parent])] = Int32(child)
                next[parent] += 1
            }
        }
        self.starts = starts
        self.children = children
    }

    /// Notes that a row may be in the list of a parent, and in those of all that this lies in.
    mutating func note(_ stray: Stray, _ tree: HierarchyTree?) {
        var parent: Int? = stray.meant
        while let next = parent {
            strays[next, default: []].append(Int32(stray.record))
            parent = tree?.parent(of: next)
        }
    }

    func children(of parent: Int) -> ArraySlice<Int32> { children[Int(starts[parent])..<Int(starts[parent + 1])] }
}
