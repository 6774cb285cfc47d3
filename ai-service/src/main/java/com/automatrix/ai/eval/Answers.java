package com.automatrix.ai.eval;

import com.automatrix.ai.eval.Subject.NoAnswerException;
import com.automatrix.ai.eval.Subject.NotPossibleException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks for all items of a group, several at a time. */
record Answers<I, A>(List<Answer<I, A>> all, @Nullable String notPossible) {

    private static final int AT_A_TIME = 8;

    /** An item with its answer; null when there was none. */
    record Answer<I, A>(I item, @Nullable A answer) {}

    static <I, A> Answers<I, A> of(List<I> items, Function<I, A> ask) {
        try (var threads = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<CompletableFuture<Asked<I, A>>> asked = items.stream()
                    .map(item -> CompletableFuture.supplyAsync(() -> ask(item, ask), threads))
                    .toList();
            List<Answer<I, A>> answers = new ArrayList<>();
            String notPossible = null;
            for (CompletableFuture<Asked<I, A>> one : asked) {
                Asked<I, A> done = one.join();
                answers.add(done.answer());
                notPossible = done.notPossible() == null ? notPossible : done.notPossible();
            }
            return new Answers<>(answers, notPossible);
        }
    }

    int unanswered() {
        return (int) all.stream().filter(answer -> answer.answer() == null).count();
    }

    private static <I, A> Asked<I, A> ask(I item, Function<I, A> ask) {
        try {
            return new Asked<>(new Answer<>(item, ask.apply(item)), null);
        } catch (NotPossibleException e) {
            return new Asked<>(new Answer<>(item, null), e.getMessage());
        } catch (NoAnswerException e) {
            return new Asked<>(new Answer<>(item, null), null);
        }
    }

    private record Asked<I, A>(
            Answer<I, A> answer, @Nullable String notPossible) {}
}
