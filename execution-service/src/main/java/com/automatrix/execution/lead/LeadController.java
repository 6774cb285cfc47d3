package com.automatrix.execution.lead;

import com.automatrix.execution.lead.adf.LeadReader;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.TooLarge;
import com.automatrix.platform.problem.Violation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes leads over HTTP, and publishes them again. */
@RestController
@PreAuthorize("hasRole('OPERATOR')")
class LeadController {

    private static final Pattern DEALER = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final String DEALER_PARAMETER = "dealerId=";
    private static final int LONGEST_TYPE = 200;

    private final LeadIntake intake;
    private final LeadService leads;
    private final LeadQueries queries;
    private final LeadProperties properties;

    LeadController(LeadIntake intake, LeadService leads, LeadQueries queries, LeadProperties properties) {
        this.intake = intake;
        this.leads = leads;
        this.queries = queries;
        this.properties = properties;
    }

    /** What was published again. */
    record ReplayedResponse(UUID id, String eventId) {}

    /** The body is read as bytes, whatever its type: a parameter would make the container read a form's fields. */
    @PostMapping("/api/leads")
    ResponseEntity<TakenResponse> take(HttpServletRequest request) throws IOException {
        String type = Objects.requireNonNullElse(request.getContentType(), "application/octet-stream");
        String dealerId = dealerId(request);
        byte[] content = SentBytes.of(request, LeadReader.LARGEST_DOCUMENT_BYTES + 1);
        if (content.length > LeadReader.LARGEST_DOCUMENT_BYTES) {
            throw new TooLarge(
                    "lead.too-large",
                    "Expected a document of at most %d bytes, but it has more."
                            .formatted(LeadReader.LARGEST_DOCUMENT_BYTES));
        }
        if (content.length == 0) {
            throw new Invalid("lead.empty", "Expected a document with a lead, but the request has no body.");
        }
        String shortType = type.length() > LONGEST_TYPE ? type.substring(0, LONGEST_TYPE) : type;
        TakenResponse taken = TakenResponse.of(intake.take(new IncomingDocument(content, shortType), dealerId));
        return ResponseEntity.accepted().location(URI.create(taken.href())).body(taken);
    }

    @PostMapping("/api/leads/{id}/replay")
    ResponseEntity<ReplayedResponse> replay(@PathVariable UUID id) {
        queries.find(id);
        return ResponseEntity.accepted().body(new ReplayedResponse(id, leads.replay(id)));
    }

    private String dealerId(HttpServletRequest request) {
        String dealer = Stream.of(
                        Objects.requireNonNullElse(request.getQueryString(), "").split("&", -1))
                .filter(parameter -> parameter.startsWith(DEALER_PARAMETER))
                .map(parameter -> decoded(parameter.substring(DEALER_PARAMETER.length())))
                .findFirst()
                .orElse(properties.dealerId());
        if (!DEALER.matcher(dealer).matches()) {
            String message = "Expected a dealer's id of letters, digits and the characters . _ -, but it is another.";
            throw new Invalid(
                    "lead.bad-dealer", message, List.of(new Violation("?dealerId", "lead.bad-dealer", message)));
        }
        return dealer;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }
}
