package com.automatrix.platform.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.Errors;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Says which constraint of a request does not hold, and where. */
final class Validations {

    private static final String CODE = "request.invalid";
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private Validations() {}

    static Invalid describe(MethodArgumentNotValidException exception) {
        return invalid(violations(exception.getBindingResult(), isBody(exception.getParameter()), ""));
    }

    static Invalid describe(HandlerMethodValidationException exception) {
        var violations = new ArrayList<Violation>();
        for (var result : exception.getParameterValidationResults()) {
            violations.addAll(violations(result));
        }
        return invalid(violations);
    }

    static String pointer(MethodParameter parameter, String name) {
        if (parameter.hasParameterAnnotation(RequestHeader.class)) {
            return "header:" + name;
        }
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            return "path:" + name;
        }
        return isBody(parameter) ? "" : "?" + name;
    }

    private static List<Violation> violations(ParameterValidationResult result) {
        var parameter = result.getMethodParameter();
        if (result instanceof ParameterErrors bean) {
            var index = bean.getContainerIndex();
            return violations(bean, isBody(parameter), index == null ? "" : "/" + index);
        }
        var pointer = pointer(parameter, name(parameter));
        return result.getResolvableErrors().stream()
                .map(error -> new Violation(pointer, code(error), message(error)))
                .toList();
    }

    private static String name(MethodParameter parameter) {
        var header = parameter.getParameterAnnotation(RequestHeader.class);
        if (header != null && !header.value().isEmpty()) {
            return header.value();
        }
        return Objects.requireNonNullElse(parameter.getParameterName(), "");
    }

    private static List<Violation> violations(Errors errors, boolean body, String prefix) {
        var violations = new ArrayList<Violation>();
        for (var error : errors.getFieldErrors()) {
            var pointer = body ? prefix + fieldPointer(error.getField()) : "?" + error.getField();
            violations.add(new Violation(pointer, code(error), message(error)));
        }
        for (var error : errors.getGlobalErrors()) {
            violations.add(new Violation(prefix, code(error), message(error)));
        }
        return violations;
    }

    private static String fieldPointer(String field) {
        return "/" + field.replace("]", "").replaceAll("[.\\[]+", "/");
    }

    private static boolean isBody(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestBody.class);
    }

    private static String code(MessageSourceResolvable error) {
        var constraint = error instanceof ObjectError object ? object.getCode() : last(error.getCodes());
        return "request."
                + HUMP.matcher(constraint == null ? "invalid" : constraint)
                        .replaceAll("-")
                        .toLowerCase(Locale.ROOT);
    }

    private static @Nullable String last(String @Nullable [] codes) {
        return codes == null || codes.length == 0 ? null : codes[codes.length - 1];
    }

    private static String message(MessageSourceResolvable error) {
        return Objects.requireNonNullElse(error.getDefaultMessage(), "This value is not allowed.");
    }

    private static Invalid invalid(List<Violation> violations) {
        var sorted = violations.stream()
                .sorted((a, b) -> a.pointer().compareTo(b.pointer()))
                .toList();
        return new Invalid(
                CODE,
                "Expected a request that fits its description, but %s."
                        .formatted(sorted.size() == 1 ? "one field does not" : sorted.size() + " fields do not"),
                sorted);
    }
}
