package com.automatrix.ai.call;

import com.automatrix.ai.provider.ModelAnswer;
import com.automatrix.ai.provider.ModelRequest;
import com.automatrix.ai.provider.Provider;
import com.automatrix.ai.provider.ProviderException;
import com.automatrix.contracts.message.Usage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A provider that gives the answers it was told, in their order; an exception is thrown. */
final class Answering implements Provider {

    private final String name;
    private final Deque<Object> answers = new ArrayDeque<>();
    private final List<ModelRequest> requests = new ArrayList<>();

    Answering(String name, Object... answers) {
        this.name = name;
        this.answers.addAll(List.of(answers));
    }

    List<ModelRequest> requests() {
        return requests;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double confidenceMin() {
        return 0.5;
    }

    @Override
    public Limits limits() {
        return new Limits(2, 0);
    }

    @Override
    public ModelAnswer ask(ModelRequest request) {
        requests.add(request);
        Object next = answers.removeFirst();
        if (next instanceof ProviderException failure) {
            throw failure;
        }
        return new ModelAnswer(String.valueOf(next), new Usage("m", 10, 2, null));
    }
}
