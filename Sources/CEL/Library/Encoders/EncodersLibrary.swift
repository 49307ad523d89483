/// `base64.encode(bytes)` and `base64.decode(text)`, in the standard alphabet of RFC 4648.
///
/// A text is decoded with its padding or without it; line ends within it do not count. Anything else is a
/// `bad-base64` error.
///
/// Source: the extension library "encoders" of the Common Expression Language.
public struct EncodersLibrary: FunctionLibrary {
    public let name = "encoders"

    /// The library, ready for the `libraries` of an ``Environment``.
    public init() {}

    public var functions: [Function] {
        [
            Function("base64.encode", [Overload("base64_encode_bytes") { (data: Bytes) in Base64.text(data.bytes) }]),
            Function(
                "base64.decode",
                [
                    Overload("base64_decode_string") { (text: String) throws(EvaluationError) -> Bytes in
                        Bytes(try Base64.bytes(text))
                    }
                ]),
        ]
    }
}
