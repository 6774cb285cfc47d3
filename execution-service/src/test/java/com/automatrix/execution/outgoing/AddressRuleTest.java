package com.automatrix.execution.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {

    private static final AddressRule RULE = new AddressRule(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.254",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255"
            })
    void an_address_that_is_not_of_the_public_internet_is_refused(String address) {
        assertThat(RULE.allows(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "::ffff:0:127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00::1",
                "fd00:ec2::254",
                "fdff:ffff::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1",
                "ff0e::1"
            })
    void so_is_one_of_version_six_and_whatever_hides_an_older_one(String address) {
        assertThat(RULE.allows(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2001:4860:4860::8888",
                "2606:4700::1111",
                "2a00:1450::1"
            })
    void an_address_of_the_public_internet_is_allowed(String address) {
        assertThat(RULE.allows(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void a_private_network_is_allowed_by_name() {
        var rule = new AddressRule(List.of("10.20.0.0/16", "fd12:3456::/32", ""));

        assertThat(rule.allows(InetAddress.ofLiteral("10.20.255.1"))).isTrue();
        assertThat(rule.allows(InetAddress.ofLiteral("10.21.0.1"))).isFalse();
        assertThat(rule.allows(InetAddress.ofLiteral("fd12:3456::1"))).isTrue();
        assertThat(rule.allows(InetAddress.ofLiteral("fd12:3457::1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "168.63.129.16",
                "100.100.100.200",
                "fe80::1",
                "fd00:ec2::254",
                "224.0.0.1",
                "0.0.0.0",
                "::"
            })
    void metadata_and_the_like_stay_refused_whatever_is_allowed(String address) {
        var rule = new AddressRule(List.of("0.0.0.0/0", "::/0"));

        assertThat(rule.allows(InetAddress.ofLiteral("127.0.0.1"))).isTrue();
        assertThat(rule.allows(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "example.com/8", "/8", "fd00::/129"})
    void what_is_no_network_is_told_at_the_start(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AddressRule(List.of(text)))
                .withMessageStartingWith("Expected a network such as 10.20.0.0/16");
    }
}
