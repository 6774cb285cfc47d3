package com.automatrix.execution.message;

import com.automatrix.execution.message.Deliveries.Word;
import com.automatrix.platform.credential.CredentialFailure;
import com.automatrix.platform.problem.Unauthenticated;
import com.automatrix.platform.problem.Unavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes the provider's word on what became of text messages. Whoever calls must sign with the account's secret. */
@RestController
@RequestMapping("/api/messages/receipts")
class ReceiptController {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptController.class);

    private static final Duration LATER = Duration.ofMinutes(1);

    private final Deliveries deliveries;
    private final SmsProperties properties;
    private final SmsAccount account;

    ReceiptController(Deliveries deliveries, SmsProperties properties, SmsAccount account) {
        this.deliveries = deliveries;
        this.properties = properties;
        this.account = account;
    }

    @PostMapping(path = "/twilio", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void twilio(
            @RequestParam MultiValueMap<String, String> form,
            @RequestHeader(name = "X-Twilio-Signature", required = false) @Nullable String signature,
            HttpServletRequest request) {
        String url = properties.receiptsUrl() == null ? request.getRequestURL().toString() : properties.receiptsUrl();
        Map<String, String> fields = form.toSingleValueMap();
        if (!properties.hasAccount() || !TwilioSignature.fits(signature, secret(), url, fields)) {
            LOG.warn("receipt refused because=\"its signature does not fit\" bytes={}", length(fields));
            throw Unauthenticated.token();
        }
        String error = fields.get("ErrorCode");
        switch (fields.getOrDefault("MessageStatus", "")) {
            case "delivered", "read" ->
                tell(fields, MessageState.DELIVERED, null, "The provider says that it arrived.");
            case "undelivered", "failed" ->
                tell(
                        fields,
                        MessageState.FAILED,
                        "sms.undelivered",
                        "Expected the text to arrive, but the provider says that it did not (%s)."
                                .formatted(error == null ? "no code" : error));
            default -> {}
        }
    }

    private void tell(Map<String, String> fields, MessageState state, @Nullable String code, String reason) {
        deliveries.told(fields.getOrDefault("MessageSid", ""), null, state, new Word(code, reason));
    }

    /** Without it nobody can tell whose word it is; the provider tries again. */
    private String secret() {
        try {
            return account.get().secret();
        } catch (CredentialFailure missing) {
            throw new Unavailable(missing.error().code(), missing.error().message(), LATER);
        }
    }

    private static int length(Map<String, String> fields) {
        return fields.values().stream()
                .mapToInt(value -> value.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }
}
