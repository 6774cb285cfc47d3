package com.automatrix.execution.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://crm.example.com",
                "http://crm.example.com:8080/a%20b?c=d",
                "https://CRM.Example.com/",
                "http://localhost:1",
                "https://1.example.com",
                "https://xn--mnchen-3ya.de/"
            })
    void the_address_of_a_named_host_is_read(String url) {
        assertThat(TargetAddress.read(url).toString()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Other protocols, and none.
                "ftp://crm.example.com/",
                "file:///etc/passwd",
                "gopher://crm.example.com/",
                "jar:http://crm.example.com!/",
                "javascript:alert(1)",
                "//crm.example.com/",
                "crm.example.com",
                "/path",
                "",
                " ",
                // Addresses in figures, in all their disguises.
                "http://127.0.0.1/",
                "http://127.1/",
                "http://2130706433/",
                "http://017700000001/",
                "http://0177.0.0.1/",
                "http://0x7f000001/",
                "http://0x7f.1/",
                "http://0x7f.0x0.0x0.0x1/",
                "http://[::1]/",
                "http://[::]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[fe80::1%25eth0]/",
                "http://[fd00:ec2::254]/",
                "http://0/",
                "http://169.254.169.254/latest/meta-data/",
                "http://1.1.1.1/",
                "http://example.123/",
                "http://example.0x1f/",
                // A user who is none.
                "http://crm.example.com@evil.example.net/",
                "http://user:password@crm.example.com/",
                "http://@crm.example.com/",
                "http://crm.example.com\\@evil.example.net/",
                "http://crm.example.com%40evil.example.net/",
                // Names that two readers may understand differently.
                "http://crm.example.com./",
                "http://.crm.example.com/",
                "http://crm..example.com/",
                "http://crm_x.example.com/",
                "http://-crm.example.com/",
                "http://crm.example.com%00.evil.example.net/",
                "http://crm.example.com#@evil.example.net\\",
                "http://ｅxample.com/",
                "http://münchen.de/",
                "http://①②⑦.⓪.⓪.①/",
                "http://crm.example.com\r\nX: y/",
                "http://crm.example.com:0/",
                "http://crm.example.com:70000/",
                "http://crm.example.com:80:80/",
                "http:///path",
                "http:crm.example.com",
                "http:/crm.example.com",
                "http://crm.example.com\t/",
                "http://crm example.com/"
            })
    void what_could_be_understood_differently_is_refused(String url) {
        assertThatExceptionOfType(OutgoingFailure.class)
                .isThrownBy(() -> TargetAddress.read(url))
                .satisfies(failure -> {
                    assertThat(failure.error().code()).isEqualTo("http.url-refused");
                    assertThat(failure.error().retryable()).isFalse();
                    assertThat(failure.error().message()).doesNotContain("password");
                });
    }

    @Test
    void a_host_is_allowed_by_its_name_or_by_the_domain_that_it_is_below() {
        var hosts = AllowedHosts.of(List.of("crm.example.com", "*.dms.example.com", "LOCALHOST"));

        assertThat(List.of("crm.example.com", "a.dms.example.com", "a.b.dms.example.com", "localhost"))
                .allMatch(hosts::allow);
        assertThat(List.of(
                        "example.com",
                        "dms.example.com",
                        "evilcrm.example.com",
                        "a.crm.example.com",
                        "xdms.example.com"))
                .noneMatch(hosts::allow);
        assertThat(AllowedHosts.of(null).allow("crm.example.com")).isFalse();
        assertThat(AllowedHosts.of("crm.example.com").allow("crm.example.com")).isFalse();
    }
}
