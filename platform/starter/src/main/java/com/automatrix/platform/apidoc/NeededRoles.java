package com.automatrix.platform.apidoc;

import com.automatrix.platform.security.Role;
import io.swagger.v3.oas.models.Operation;
import java.util.Arrays;
import java.util.Optional;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;

/** Says of each operation which role it needs, as {@value #EXTENSION}. */
final class NeededRoles implements GlobalOperationCustomizer {

    static final String EXTENSION = "x-required-role";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        rule(handler).flatMap(NeededRoles::role).ifPresent(role -> operation.addExtension(EXTENSION, role.name()));
        return operation;
    }

    private static Optional<String> rule(HandlerMethod handler) {
        PreAuthorize ofMethod = handler.getMethodAnnotation(PreAuthorize.class);
        PreAuthorize rule = ofMethod == null
                ? AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), PreAuthorize.class)
                : ofMethod;
        return Optional.ofNullable(rule).map(PreAuthorize::value);
    }

    private static Optional<Role> role(String rule) {
        return Arrays.stream(Role.values())
                .filter(role -> rule.contains("'" + role.name() + "'"))
                .findFirst();
    }
}
