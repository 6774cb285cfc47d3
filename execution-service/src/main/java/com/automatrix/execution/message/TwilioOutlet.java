package com.automatrix.execution.message;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.StepError;
import com.automatrix.execution.message.SmsAccount.Account;
import com.automatrix.platform.credential.CredentialFailure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Hands text messages to a provider that speaks as Twilio's API does. */
final class TwilioOutlet implements Outlet {

    private static final String PROVIDER = "TWILIO";
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    /** The receiver has answered STOP to the provider. */
    private static final int OBJECTED = 21610;

    /** The number is none, or none that takes texts. */
    private static final Set<Integer> NO_NUMBER = Set.of(21211, 21614, 21217);

    private final SmsProperties properties;
    private final Supplier<Account> account;
    private final HttpClient client;

    /** @param account asked for at each message */
    TwilioOutlet(SmsProperties properties, Supplier<Account> account) {
        this.properties = properties;
        this.account = account;
        this.client = HttpClient.newBuilder()
                .connectTimeout(properties.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Handover handOver(Message message) {
        Account sender;
        try {
            sender = account.get();
        } catch (CredentialFailure missing) {
            return new Handover.Rejected(missing.error(), false);
        }
        try {
            return read(client.send(request(message, sender), HttpResponse.BodyHandlers.ofString()), message);
        } catch (ConnectException | HttpConnectTimeoutException unreachable) {
            return new Handover.Rejected(
                    StepError.passing(
                            "sms.unreachable", "Expected the text message provider to answer, but it is not there."),
                    false);
        } catch (IOException broken) {
            return new Handover.Unknown("the connection to the text message provider broke");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Handover.Unknown("the step was stopped meanwhile");
        }
    }

    private HttpRequest request(Message message, Account sender) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("To", message.to());
        form.put("From", properties.from());
        form.put("Body", message.text());
        if (properties.receiptsUrl() != null) {
            form.put("StatusCallback", properties.receiptsUrl());
        }
        String secret = Base64.getEncoder()
                .encodeToString((sender.sid() + ":" + sender.secret()).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("%s/2010-04-01/Accounts/%s/Messages.json"
                        .formatted(properties.baseUrl(), URLEncoder.encode(sender.sid(), StandardCharsets.UTF_8))))
                .timeout(properties.timeout())
                .header("Authorization", "Basic " + secret)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Handover read(HttpResponse<String> response, Message message) {
        int status = response.statusCode();
        if (status == TOO_MANY) {
            return new Handover.Rejected(
                    new StepError(
                            "sms.rate-limited",
                            "Expected the text message provider to take the text, but it has too much to do.",
                            true,
                            retryAfter(response),
                            null),
                    false);
        }
        if (status >= SERVER_ERROR) {
            return new Handover.Unknown("the text message provider answered with %d".formatted(status));
        }
        JsonNode answer = json(response.body());
        if (status / 100 != 2) {
            int code = answer.path("code").asInt(0);
            return new Handover.Rejected(
                    StepError.permanent(
                            code == OBJECTED ? "message.suppressed" : "sms.refused",
                            "Expected the text message provider to take the text, but it answered with %d (%d)."
                                    .formatted(status, code)),
                    code == OBJECTED || NO_NUMBER.contains(code));
        }
        String sid = answer.path("sid").asString("");
        return sid.isEmpty()
                ? new Handover.Unknown("the text message provider's answer names no message")
                : new Handover.Accepted(MessageState.SENT, PROVIDER, sid, SmsSegments.count(message.text()));
    }

    private static JsonNode json(String body) {
        try {
            return ContractJson.events().readTree(body);
        } catch (JacksonException none) {
            return ContractJson.events().createObjectNode();
        }
    }

    private static Duration retryAfter(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,5}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(Duration.ofSeconds(1));
    }
}
