/// What is wrong in a line of JSON, and at which byte.
struct JSONFault: Error, Equatable {
    enum Kind: Equatable {
        case notAnObject, unfinished, textAfterObject, tooDeep, tooManyKeys
        case missingKey, missingColon, missingValue, missingComma, trailingComma
        case unknownValue, badNumber, badEscape, loneSurrogate, controlCharacter, unclosedString
    }

    var kind: Kind
    var offset: Int
}
