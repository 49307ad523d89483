/// A record whose reference leads nowhere, and the record that it most likely means.
struct Stray {
    let record: Int
    let meant: Int
}
