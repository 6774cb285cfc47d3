package com.automatrix.ai.call;

import com.automatrix.ai.call.Privacy.Guarded;
import com.automatrix.ai.call.Reading.Read;
import com.automatrix.ai.call.Requests.Round;
import com.automatrix.ai.provider.Message;
import com.automatrix.ai.provider.ModelAnswer;
import com.automatrix.ai.provider.Provider;
import com.automatrix.ai.provider.ProviderException;
import com.automatrix.ai.provider.Providers;
import com.automatrix.ai.provider.Providers.Target;
import com.automatrix.contracts.message.Usage;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks a model, and lets only checked answers through: guards the messages, asks, puts personal data back, validates the
 * answer, tells the model once what is wrong with it, and asks the call's fallback when that does not help.
 */
public final class AiCalls {

    /** The code of a failure that says: ask again after a while, nothing was asked yet. */
    public static final String THROTTLED = "ai.throttled";

    /** The first answer, and the one after the model was told what is wrong with it. */
    private static final int ROUNDS = 2;

    private final Providers providers;
    private final Privacy privacy;
    private final Requests requests;
    private final Reading reading;

    private AiCalls(Providers providers, Privacy privacy, Requests requests) {
        this.providers = providers;
        this.privacy = privacy;
        this.requests = requests;
        this.reading = new Reading();
    }

    /** The way to these providers through these ports. */
    public static AiCalls of(Providers providers, Ports ports, InstantSource clock, MeterRegistry metrics) {
        return new AiCalls(providers, ports.privacy(), new Requests(ports, clock, metrics));
    }

    /**
     * Asks for an answer. Blocks for as long as the models take.
     *
     * @throws ProviderException when nobody gave a usable answer: the first failure that may pass, else the
     *     first, with the usage of all
     */
    public AiAnswer ask(AiCall call) {
        Guarded guarded = privacy.guard(call);
        List<String> tried = new ArrayList<>();
        Spent spent = new Spent();
        var chain = new ArrayList<Target>();
        chain.add(providers.target(call.model()));
        call.fallback().forEach(model -> chain.add(providers.target(model)));

        List<ProviderException> failures = new ArrayList<>();
        for (Target target : chain) {
            try {
                return converse(new Conversation(call, guarded, target, spent, List.copyOf(tried)));
            } catch (ProviderException e) {
                spent.add(e.usage());
                tried.add(target.text() + ": " + e.code());
                failures.add(e);
            }
        }
        throw worthRetrying(failures).spending(spent.usage()).after(tried);
    }

    /** The failure that the step reports: another attempt helps if it would help any of those that were asked. */
    private static ProviderException worthRetrying(List<ProviderException> failures) {
        return failures.stream()
                .filter(ProviderException::retryable)
                .findFirst()
                .orElseGet(failures::getFirst);
    }

    private record Conversation(AiCall call, Guarded guarded, Target target, Spent spent, List<String> tried) {}

    private AiAnswer converse(Conversation with) {
        AiCall sent = with.call().withMessages(with.guarded().messages());
        for (int number = 1; ; number++) {
            Round round = new Round(
                    sent, with.call(), with.target(), number, !with.tried().isEmpty());
            ModelAnswer answer = requests.make(round);
            with.spent().add(answer.usage());
            Read read = reading.read(with.call(), with.guarded(), answer.text());
            if (read.isGood()) {
                requests.keep(round, answer);
                return answered(with, read);
            }
            // What runs here answers the same however often it is asked.
            if (number == ROUNDS || with.target().provider().name().equals(Provider.LOCAL)) {
                throw ProviderException.lasting(
                        read.verdict().code(), "Expected a usable answer, but " + read.reason(), null);
            }
            sent = sent.withMessages(told(sent, answer, with.guarded(), read));
        }
    }

    private static AiAnswer answered(Conversation with, Read read) {
        Usage usage = with.spent().usage();
        String model = usage.model() == null ? with.target().model() : usage.model();
        return new AiAnswer(
                read.text(), read.json(), usage, with.target().provider().name(), model, with.tried());
    }

    private static List<Message> told(AiCall sent, ModelAnswer answer, Guarded guarded, Read read) {
        var messages = new ArrayList<>(sent.messages());
        messages.add(Message.answer(answer.text()));
        messages.add(Message.correction("Your answer cannot be used. Give the whole answer again, corrected:\n- "
                + guarded.hide(String.join("\n- ", read.verdict().violations()))));
        return messages;
    }
}
