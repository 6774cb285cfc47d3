package com.automatrix.platform.testapp;

import com.automatrix.platform.page.Limit;
import com.automatrix.platform.problem.Conflict;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.NotFound;
import com.automatrix.platform.problem.RateLimited;
import com.automatrix.platform.problem.StaleVersion;
import com.automatrix.platform.problem.TooLarge;
import com.automatrix.platform.problem.Unavailable;
import com.automatrix.platform.security.CurrentUser;
import com.automatrix.platform.trace.Correlation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SampleController {

    record Part(@NotBlank String number, int quantity) {}

    record Order(
            @NotBlank @Size(max = 20) String customer,
            @Nullable Integer priority,
            @Nullable Instant dueAt,
            @Nullable Kind kind,
            List<@Valid Part> parts) {

        Order {
            parts = parts == null ? List.of() : List.copyOf(parts);
        }
    }

    record Vin(String value) {

        Vin {
            if (value.length() != 17) {
                throw new IllegalArgumentException("Expected a VIN of 17 characters, but it has " + value.length());
            }
        }
    }

    record Vehicle(Vin vin) {}

    enum Kind {
        NEW,
        USED
    }

    @PostMapping("/api/orders")
    Order order(@Valid @RequestBody Order order) {
        return order;
    }

    @PostMapping("/api/vehicles")
    Vehicle vehicle(@RequestBody Vehicle vehicle) {
        return vehicle;
    }

    @PostMapping(path = "/api/text", consumes = MediaType.TEXT_PLAIN_VALUE)
    Map<String, Integer> text(@RequestBody String text) {
        return Map.of("length", text.length());
    }

    @GetMapping("/api/orders/{id}")
    Map<String, Object> find(
            @PathVariable UUID id,
            @RequestParam @Max(10) int depth,
            @RequestHeader("If-Match") @Size(min = 3) String revision) {
        return Map.of("id", id, "depth", depth, "revision", revision);
    }

    @GetMapping("/api/list")
    Map<String, Integer> list(@RequestParam(required = false) @Nullable Integer limit) {
        return Map.of("limit", Limit.of(limit).value());
    }

    @GetMapping("/api/refusals/{kind}")
    void refuse(@PathVariable String kind) {
        switch (kind) {
            case "not-found" -> throw new NotFound("order.not-found", "Expected an order, but there is none.");
            case "conflict" -> throw new Conflict("order.already-shipped", "Expected an open order, but it shipped.");
            case "stale" ->
                throw new StaleVersion("order.stale", "Expected revision 3, but it is 4.", Map.of("revision", 4));
            case "too-large" -> throw new TooLarge("order.too-large", "Expected at most 100 parts.");
            case "rate" -> throw new RateLimited("order.rate", "Too many orders.", Duration.ofMillis(1_500));
            case "away" -> throw new Unavailable("order.away", "The warehouse is away.", Duration.ofSeconds(7));
            case "invalid" -> throw new Invalid("order.invalid", "Expected a customer.");
            case "database" ->
                throw new IllegalStateException(
                        "no transaction", new SQLTransientConnectionException("no secret connection is left"));
            default -> throw new IllegalStateException("secret internals of " + kind);
        }
    }

    @GetMapping("/api/me")
    Map<String, Object> me(CurrentUser user) {
        return Map.of("id", user.id(), "email", user.email(), "name", user.name(), "roles", user.roles());
    }

    @GetMapping("/api/builders")
    @PreAuthorize("hasRole('BUILDER')")
    Map<String, String> builders() {
        return Map.of("hello", "builder");
    }

    @GetMapping("/api/viewers")
    @PreAuthorize("hasRole('VIEWER')")
    Map<String, String> viewers() {
        return Map.of("hello", "viewer");
    }

    @GetMapping("/api/public/hello")
    Map<String, String> hello() {
        return Map.of("correlationId", Correlation.current());
    }

    @GetMapping("/api/public/later")
    Callable<Map<String, String>> later() {
        return () -> Map.of("hello", "later");
    }
}
