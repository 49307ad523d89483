import CEL
import Diagnostics
import Testing

@Suite("The library network")
struct NetworkLibraryTests {
    private static let environment = Environment(
        libraries: [StandardLibrary(), NetworkLibrary()],
        variables: ["s": .string, "a": IPAddress.expressionType])

    private func value(_ text: String, _ s: String = "", unchecked: Bool = false) throws -> Value {
        let environment = NetworkLibraryTests.environment
        let program =
            unchecked
            ? environment.uncheckedProgram(try environment.parse(text))
            : environment.program(try environment.compile(text))
        return program.evaluate(["s": .string(s), "a": .object(try IPAddress(parsing: "10.0.0.1"))])
    }

    @Test(
        "an address has one canonical text, whatever spelling it was read from",
        arguments: [
            ("192.168.0.1", "192.168.0.1"), ("0.0.0.0", "0.0.0.0"), ("255.255.255.255", "255.255.255.255"),
            ("::", "::"), ("::1", "::1"),
            ("1::", "1::"), ("2001:DB8::68", "2001:db8::68"), ("2001:db8:0:0:0:0:0:1", "2001:db8::1"),
            ("2001:0db8:0000:0001:0000:0000:0000:0001", "2001:db8:0:1::1"), ("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"),
            ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
            ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"),
            ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"),
            ("fe80::", "fe80::"), ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"), ("::1.2.3.4", "::102:304"),
            ("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"), ("::ffff:c0a8:1", "192.168.0.1"),
            ("0:0:0:0:0:FFFF:C0A8:0001", "192.168.0.1"),
            ("::fffe:c0a8:1", "::fffe:c0a8:1"), ("::ffff:0:c0a8:1", "::ffff:0:c0a8:1"), ("::ffff", "::ffff"),
        ])
    func canonicalText(spelling: String, canonical: String) throws {
        #expect(try value("string(ip(s))", spelling) == .string(canonical))
        #expect(try value("isIP(s)", spelling) == .bool(true))
        #expect(try value("ip.isCanonical(s)", spelling) == .bool(spelling == canonical))
        #expect(try value("ip(s) == ip(string(ip(s)))", spelling) == .bool(true))
        #expect(try IPAddress(parsing: spelling).description == canonical)
    }

    @Test(
        "a text that is no address is an error that says why",
        arguments: [
            ("", "the text is empty"), ("localhost", "write it as in 192.168.0.1 or 2001:db8::1"),
            ("医院", "write it as in 192.168.0.1 or 2001:db8::1"),
            ("3232235521", "write it as in 192.168.0.1 or 2001:db8::1"),
            ("192.168.0.1.0", "an IPv4 address has 4 numbers, not 5"),
            ("127.1", "an IPv4 address has 4 numbers, not 2"),
            ("1.2.3.", "'' should be a number from 0 to 255"),
            ("1.2.3.256", "'256' should be a number from 0 to 255"),
            ("1.2.3.+4", "'+4' should be a number from 0 to 255"),
            (" 1.2.3.4", "' 1' should be a number from 0 to 255"),
            ("1.2.3.4\n", "'4\n' should be a number from 0 to 255"),
            ("127.0.0.1:80", "'1:80' should be a number from 0 to 255"),
            ("0x7f.0.0.1", "'0x7f' should be a number from 0 to 255"),
            ("١.2.3.4", "'١' should be a number from 0 to 255"),
            ("10.0.0.0/8", "'0/8' should be a number from 0 to 255"), ("192.168.00.1", "'00' may not begin with 0"),
            ("192.168.010.1", "'010' may not begin with 0"),
            ("fe80::1%en0", "it has a zone; leave out '%' and what follows it"),
            ("1.2.3.4%eth0", "it has a zone; leave out '%' and what follows it"),
            (":", "there is a lone ':' at its beginning or end"),
            (":1:2:3:4:5:6:7", "there is a lone ':' at its beginning or end"),
            ("1:2:3:4:5:6:7:", "there is a lone ':' at its beginning or end"),
            (":::", "'::' may occur only once"), ("1::2::3", "'::' may occur only once"),
            ("1:::2", "'::' may occur only once"),
            ("1:2:3", "an IPv6 address has 8 groups, not 3"),
            ("1:2:3:4:5:6:7:8:9", "an IPv6 address has 8 groups, not 9"),
            ("1:2:3:4::5:6:7:8:9", "an IPv6 address has 8 groups, not 9"),
            ("1:2:3:4:5:6:7:1.2.3.4", "an IPv6 address has 8 groups, not 9"),
            ("1:2:3:4::5:6:7:8", "all 8 groups are there, so '::' stands for nothing"),
            ("::12345", "'12345' should be 1 to 4 hexadecimal digits"),
            ("::g", "'g' should be 1 to 4 hexadecimal digits"),
            ("::1.2.3.4:1", "'1.2.3.4' should be 1 to 4 hexadecimal digits"),
            ("[::1]", "'[' should be 1 to 4 hexadecimal digits"),
            ("::1.2.3.04", "'04' may not begin with 0"), ("::1.2.3", "an IPv4 address has 4 numbers, not 3"),
            ("::ffff:192.168.0.1", "it maps an IPv4 address into IPv6; write it as IPv4, with 192.168.0.1"),
            ("0:0:0:0:0:ffff:1.2.3.4", "it maps an IPv4 address into IPv6; write it as IPv4, with 1.2.3.4"),
        ])
    func badAddress(text: String, reason: String) throws {
        for call in ["ip(s)", "ip.isCanonical(s)", "cidr('::/0').containsIP(s)"] {
            guard case .error(let error) = try value(call, text) else {
                Issue.record("an error is expected of \(call)")
                return
            }
            #expect(error.code == "bad-address")
            #expect(error.message.en == "'\(text)' is no IP address: \(reason)")
            #expect(error.message.zh.hasPrefix("'\(text)' 不是 IP 地址："))
        }
        #expect(try value("isIP(s)", text) == .bool(false))
    }

    @Test("a text that is far too long is not looked at, and not shown whole")
    func longText() throws {
        let text = String(repeating: "1:", count: 100_000)
        guard case .error(let error) = try value("ip(s)", text) else {
            Issue.record("an error is expected")
            return
        }
        #expect(error.message.en.utf8.count < 200)
        #expect(error.message.en.hasSuffix("the text is too long"))
        #expect(try value("isCIDR(s)", text) == .bool(false))
    }

    @Test(
        "an address is in the ranges that the registries say, to the last address",
        arguments: [
            ("0.0.0.0", ["isUnspecified"]), ("::", ["isUnspecified"]), ("0.0.0.1", ["isGlobalUnicast"]),
            ("126.255.255.255", ["isGlobalUnicast"]), ("127.0.0.0", ["isLoopback"]),
            ("127.255.255.255", ["isLoopback"]),
            ("128.0.0.0", ["isGlobalUnicast"]), ("::1", ["isLoopback"]), ("::2", ["isGlobalUnicast"]),
            ("::127.0.0.1", ["isGlobalUnicast"]), ("::ffff:7f00:1", ["isLoopback"]),
            ("10.0.0.1", ["isGlobalUnicast"]),
            ("169.253.255.255", ["isGlobalUnicast"]), ("169.254.0.0", ["isLinkLocalUnicast"]),
            ("169.254.255.255", ["isLinkLocalUnicast"]),
            ("169.255.0.0", ["isGlobalUnicast"]), ("fe7f:ffff::", ["isGlobalUnicast"]),
            ("fe80::", ["isLinkLocalUnicast"]),
            ("febf:ffff::1", ["isLinkLocalUnicast"]), ("fec0::", ["isGlobalUnicast"]),
            ("fd80::1", ["isGlobalUnicast"]),
            ("223.255.255.255", ["isGlobalUnicast"]), ("224.0.0.0", ["isLinkLocalMulticast"]),
            ("224.0.0.255", ["isLinkLocalMulticast"]),
            ("224.0.1.0", []), ("239.255.255.255", []), ("240.0.0.0", ["isGlobalUnicast"]), ("255.255.255.255", []),
            ("ff02::1", ["isLinkLocalMulticast"]), ("ff12::1", ["isLinkLocalMulticast"]), ("ff01::1", []),
            ("ff05::2", []),
            ("feff::1", ["isGlobalUnicast"]),
        ] as [(String, [String])])
    func ranges(address: String, holding: [String]) throws {
        for name in ["isUnspecified", "isLoopback", "isGlobalUnicast", "isLinkLocalUnicast", "isLinkLocalMulticast"] {
            #expect(try value("ip(s).\(name)()", address) == .bool(holding.contains(name)), "\(name) of \(address)")
        }
    }

    @Test(
        "a text that is no block is an error that says why",
        arguments: [
            ("", "the text is empty"), ("192.168.0.0", "the length of the prefix is missing, such as /24"),
            ("192.168.0.0/", "the length of the prefix is 0 to 32, not ''"),
            ("192.168.0.0/33", "the length of the prefix is 0 to 32, not '33'"),
            ("::/129", "the length of the prefix is 0 to 128, not '129'"),
            ("::/0128", "the length of the prefix is 0 to 128, not '0128'"),
            ("10.0.0.0/08", "the length of the prefix is 0 to 32, not '08'"),
            ("10.0.0.0/+8", "the length of the prefix is 0 to 32, not '+8'"),
            ("10.0.0.0/-1", "the length of the prefix is 0 to 32, not '-1'"),
            ("10.0.0.0/八", "the length of the prefix is 0 to 32, not '八'"),
            ("10.0.0.0/255.0.0.0", "the length of the prefix is 0 to 32, not '255.0.0.0'"),
            ("/24", "the text is empty"),
            ("10.0.0/24", "an IPv4 address has 4 numbers, not 3"),
            ("10.0.0.0/8/8", "'0/8' should be a number from 0 to 255"),
            ("fe80::1%en0/24", "it has a zone; leave out '%' and what follows it"),
            ("::ffff:192.168.0.1/24", "it maps an IPv4 address into IPv6; write it as IPv4, with 192.168.0.1"),
            ("::ffff:c0a8:1/120", "it maps an IPv4 address into IPv6; write it as IPv4, with 192.168.0.1"),
        ])
    func badBlock(text: String, reason: String) throws {
        for call in ["cidr(s)", "cidr('::/0').containsCIDR(s)"] {
            guard case .error(let error) = try value(call, text) else {
                Issue.record("an error is expected of \(call)")
                return
            }
            #expect(error.code == "bad-address-block")
            #expect(error.message.en == "'\(text)' is no block of addresses: \(reason)")
            #expect(error.message.zh.hasPrefix("'\(text)' 不是网段："))
        }
        #expect(try value("isCIDR(s)", text) == .bool(false))
    }

    @Test(
        "addresses, blocks and their types do what the definition says, checked or not",
        arguments: [
            "cidr('0.0.0.0/0').containsIP('255.255.255.255')", "!cidr('0.0.0.0/0').containsIP('::1')",
            "!cidr('::/0').containsIP('1.2.3.4')",
            "cidr('10.1.2.3/32').containsIP(ip('10.1.2.3'))", "!cidr('10.1.2.3/32').containsIP('10.1.2.2')",
            "cidr('10.1.2.3/31').containsIP('10.1.2.2')", "cidr('2001:db8::/63').containsIP('2001:db8:0:1:ffff::')",
            "!cidr('2001:db8::/64').containsIP('2001:db8:0:1::')",
            "cidr('2001:db8::/65').containsIP('2001:db8::7fff:0:0:0')",
            "!cidr('2001:db8::/65').containsIP('2001:db8::8000:0:0:0')", "cidr('::1/128').containsIP('::1')",
            "cidr('192.168.0.0/24').containsIP('::ffff:c0a8:1')", "cidr('10.0.0.0/8').containsCIDR('10.1.0.0/16')",
            "!cidr('10.0.0.0/8').containsCIDR('0.0.0.0/4')", "!cidr('10.0.0.0/8').containsCIDR('11.0.0.0/8')",
            "!cidr('10.0.0.0/8').containsCIDR(cidr('::1/128'))", "cidr('10.9.9.9/8').containsCIDR('10.8.8.8/8')",
            "cidr('10.1.2.3/8') != cidr('10.0.0.0/8')", "cidr('10.1.2.3/8').masked() == cidr('10.0.0.0/8')",
            "cidr('10.1.2.3/8') != cidr('10.1.2.3/9')", "cidr('10.1.2.3/0').masked() == cidr('0.0.0.0/0')",
            "string(cidr('2001:DB8:FFFF::1/33').masked()) == '2001:db8:8000::/33'",
            "string(cidr('2001:DB8::1/128')) == '2001:db8::1/128'",
            "string(cidr('::ffff/112').masked()) == '::/112'", "cidr('10.1.2.3/8').ip() == ip('10.1.2.3')",
            "cidr('::/0').prefixLength() == 0",
            "ip('::ffff:c0a8:1').family() == 4", "ip('::').family() == 6", "ip('::') != ip('0.0.0.0')",
            "type(ip('::')) == net.IP", "type(cidr('::/0')) == net.CIDR", "net.IP != net.CIDR",
            "type(net.IP) == type", "type(a) == net.IP",
            "dyn(ip('::')) != '::'", "ip('10.0.0.1') in [a]", "{'一': a}['一'] == ip('10.0.0.1')",
            "[ip('::1')].all(x, x.isLoopback())",
            "['127.0.0.1', 'x'].exists(t, ip(t).isLoopback())", "string(1) == '1'",
        ])
    func holds(text: String) throws {
        #expect(try value(text) == .bool(true))
        #expect(try value(text, unchecked: true) == .bool(true))
    }

    @Test(
        "what is no address is kept out by its type, or is an error of the evaluation",
        arguments: [
            "ip(1)", "cidr(ip('::'))", "a.masked()", "cidr('::/0').containsIP(1)", "'::'.family()", "a < a",
            "a == '10.0.0.1'", "net.Ip",
        ])
    func faults(text: String) throws {
        #expect(throws: ExpressionFaults.self) { try NetworkLibraryTests.environment.compile(text) }
    }

    @Test(
        "a value of another kind has no such function",
        arguments: ["ip(dyn(1))", "dyn(1).family()", "cidr('::/0').containsCIDR(dyn(1))"])
    func dynamicValues(text: String) throws {
        guard case .error(let error) = try value(text) else {
            Issue.record("an error is expected")
            return
        }
        #expect(error.code == "no-such-overload")
    }

    @Test("a message names the types in the reader's language")
    func wording() throws {
        let environment = NetworkLibraryTests.environment
        let faults = try #require(throws: ExpressionFaults.self) { try environment.compile("a.masked()") }
        #expect(faults.all.first?.message.en == "net.IP has no 'masked()'")
        #expect(faults.all.first?.message.zh == "IP 地址没有 'masked()'")
    }

    @Test("hosts read addresses and blocks by the same rules")
    func hosts() throws {
        #expect(IPAddress("10.0.0.1") == (try IPAddress(parsing: "::ffff:a00:1")))
        #expect(IPAddress("10.0.0.01") == nil)
        #expect(CIDRBlock("10.0.0.1/8")?.masked == CIDRBlock("10.0.0.0/8"))
        #expect(CIDRBlock("10.0.0.1") == nil)
        #expect(CIDRBlock("10.0.0.0/8")?.prefixLength == 8)
        #expect(IPAddress("::1")?.family == .version6)
    }
}
