package com.automatrix.ai.call;

import com.automatrix.ai.provider.Message;
import com.automatrix.ai.provider.Task;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model shall do, and what for.
 *
 * @param purpose the step type, or the name of the request such as {@code prompt.try}
 * @param messages instructions are the author's alone; each piece of data is a message of its own
 * @param schema of the answer; null: a text is wanted
 * @param model see {@link com.automatrix.ai.provider.Providers#target}
 * @param maxTokens of the answer; null: the provider's own limit
 * @param temperature from 0 to 2; null: the model's own default
 * @param timeout of one answer; null: the provider's configured one
 * @param check what else must hold of an answer that fits its schema
 * @param fallback who is asked, in this order, when the model does not help
 * @param cached whether an earlier answer to the identical call will do
 */
public record AiCall(
        String purpose,
        Task task,
        List<Message> messages,
        @Nullable Map<String, Object> schema,
        @Nullable String model,
        @Nullable Long maxTokens,
        @Nullable Double temperature,
        @Nullable Duration timeout,
        AnswerCheck check,
        List<String> fallback,
        boolean cached,
        Origin origin) {

    public AiCall {
        messages = List.copyOf(messages);
        fallback = List.copyOf(fallback);
    }

    /** A call for a text by these messages; everything else is added to it. */
    public static AiCall of(String purpose, Origin origin, List<Message> messages) {
        return new AiCall(
                purpose,
                new Task.Write(),
                messages,
                null,
                null,
                null,
                null,
                null,
                AnswerCheck.NONE,
                List.of(),
                false,
                origin);
    }

    /** With a task that a provider without a language model may do as well. */
    public AiCall withTask(Task newTask) {
        return new AiCall(
                purpose,
                newTask,
                messages,
                schema,
                model,
                maxTokens,
                temperature,
                timeout,
                check,
                fallback,
                cached,
                origin);
    }

    public AiCall withMessages(List<Message> newMessages) {
        return new AiCall(
                purpose,
                task,
                newMessages,
                schema,
                model,
                maxTokens,
                temperature,
                timeout,
                check,
                fallback,
                cached,
                origin);
    }

    public AiCall withSchema(@Nullable Map<String, Object> newSchema) {
        return new AiCall(
                purpose,
                task,
                messages,
                newSchema,
                model,
                maxTokens,
                temperature,
                timeout,
                check,
                fallback,
                cached,
                origin);
    }

    public AiCall withModel(@Nullable String newModel) {
        return new AiCall(
                purpose,
                task,
                messages,
                schema,
                newModel,
                maxTokens,
                temperature,
                timeout,
                check,
                fallback,
                cached,
                origin);
    }

    public AiCall withLimits(@Nullable Long newMaxTokens, @Nullable Double newTemperature, @Nullable Duration time) {
        return new AiCall(
                purpose,
                task,
                messages,
                schema,
                model,
                newMaxTokens,
                newTemperature,
                time,
                check,
                fallback,
                cached,
                origin);
    }

    public AiCall withCheck(AnswerCheck newCheck) {
        return new AiCall(
                purpose,
                task,
                messages,
                schema,
                model,
                maxTokens,
                temperature,
                timeout,
                newCheck,
                fallback,
                cached,
                origin);
    }

    public AiCall withFallback(List<String> models) {
        return new AiCall(
                purpose, task, messages, schema, model, maxTokens, temperature, timeout, check, models, cached, origin);
    }

    public AiCall withCache(boolean use) {
        return new AiCall(
                purpose, task, messages, schema, model, maxTokens, temperature, timeout, check, fallback, use, origin);
    }

    public AiCall withOrigin(Origin newOrigin) {
        return new AiCall(
                purpose,
                task,
                messages,
                schema,
                model,
                maxTokens,
                temperature,
                timeout,
                check,
                fallback,
                cached,
                newOrigin);
    }
}
