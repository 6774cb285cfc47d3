package com.automatrix.platform.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.StepError;
import com.automatrix.platform.credential.Credential.ApiKey;
import com.automatrix.platform.credential.Credential.Basic;
import com.automatrix.platform.credential.Credential.Bearer;
import com.automatrix.platform.credential.Credential.OAuth2Client;
import com.automatrix.platform.credential.Credential.SigningSecret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CredentialTest {

    static List<Credential> one_of_each_kind() {
        return List.of(
                new Basic("anna", "hush-hush"),
                new Bearer("hush-hush"),
                new ApiKey("X-Api-Key", "hush-hush"),
                new OAuth2Client("https://id.example.com/token", "client", "hush-hush", "leads"),
                new SigningSecret("hush-hush"));
    }

    @ParameterizedTest
    @MethodSource("one_of_each_kind")
    void none_prints_its_secret(Credential credential) {
        assertThat(credential.secrets()).containsExactly("hush-hush");
        assertThat(credential.toString()).doesNotContain("hush-hush");
    }

    @ParameterizedTest
    @MethodSource("one_of_each_kind")
    void each_is_read_as_it_was_written(Credential credential) {
        var json = ContractJson.events().writeValueAsString(credential);

        assertThat(json).contains("\"type\"").doesNotContain("\"secrets\"");
        assertThat(ContractJson.events().readValue(json, Credential.class)).isEqualTo(credential);
    }

    @Test
    void a_credential_of_another_kind_is_a_final_error() {
        Credentials credentials = _ -> new Bearer("hush-hush");

        assertThat(credentials.get("crm", Bearer.class)).isEqualTo(new Bearer("hush-hush"));
        assertThatThrownBy(() -> credentials.get("crm", Basic.class))
                .isInstanceOfSatisfying(
                        CredentialFailure.class,
                        failure -> assertThat(failure.error())
                                .isEqualTo(
                                        StepError.permanent(
                                                "credential.wrong-type",
                                                "Expected \"crm\" to be a credential of the kind Basic, but it is of the kind Bearer.")));
    }
}
