package com.automatrix.execution.consent;

import com.automatrix.execution.consent.ConsentQueries.Holding;
import com.automatrix.execution.consent.ContactRecords.Blocked;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says by which channel and for what somebody may be contacted, as the steps that send messages decide it. */
@Component
class ConsentDecisions {

    private static final List<Channel> CHANNELS = List.of(Channel.SMS, Channel.VOICE, Channel.EMAIL);

    private final ConsentLedger ledger;
    private final ConsentQueries queries;
    private final ContactRecords records;

    ConsentDecisions(ConsentLedger ledger, ConsentQueries queries, ContactRecords records) {
        this.ledger = ledger;
        this.queries = queries;
        this.records = records;
    }

    /**
     * What holds for somebody.
     *
     * @param personId also the one person to whom the address is known to belong
     * @param address null if it is about a person
     */
    record DecisionsResponse(
            @Nullable String personId, @Nullable String address, List<Line> items) {}

    /**
     * What holds for one channel.
     *
     * @param address null if none of the person's is known
     * @param blocked why nothing is sent to the address, whatever was said; null if something may be
     */
    record Line(
            Channel channel,
            @Nullable String address,
            @Nullable Blocked blocked,
            List<Answer> answers) {}

    /**
     * What holds for messages of one purpose, at a time of day at which they may be sent.
     *
     * @param because what decides of that which was said; null if nothing was
     */
    record Answer(
            Purpose purpose,
            ConsentState state,
            boolean isAllowed,
            @Nullable Holding because) {}

    /** The address in question first, then the others that are known as theirs. */
    DecisionsResponse of(Who asked) {
        List<Holding> said = queries.holdings(asked);
        List<String> owners = owners(asked, said);
        Who who = asked.personId() == null && owners.size() == 1 ? new Who(owners.getFirst(), asked.address()) : asked;
        List<Holding> all = Stream.concat(
                        said.stream(),
                        owners.stream().flatMap(owner -> queries.holdings(new Who(owner, null)).stream()))
                .toList();
        return new DecisionsResponse(who.personId(), who.address(), lines(who, all));
    }

    private static List<String> owners(Who who, List<Holding> said) {
        return said.stream()
                .filter(holding -> who.address() != null && who.address().equals(holding.address()))
                .map(Holding::personId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private List<Line> lines(Who who, List<Holding> said) {
        return CHANNELS.stream()
                .filter(channel -> who.personId() != null || reaches(channel, who.addressOrNothing()))
                .flatMap(channel -> {
                    List<String> addresses = Stream.concat(
                                    who.addresses().stream(), said.stream().map(Holding::address))
                            .filter(Objects::nonNull)
                            .filter(address -> reaches(channel, address))
                            .distinct()
                            .toList();
                    return addresses.isEmpty()
                            ? Stream.of(line(who, channel, null))
                            : addresses.stream().map(address -> line(who, channel, address));
                })
                .toList();
    }

    private static boolean reaches(Channel channel, String address) {
        return Addresses.normal(channel, address).isPresent();
    }

    private Line line(Who who, Channel channel, @Nullable String address) {
        Blocked blocked =
                address == null ? null : records.blocked(channel, address).orElse(null);
        return new Line(
                channel,
                address,
                blocked,
                Arrays.stream(Purpose.values())
                        .map(purpose -> answer(who, channel, address, purpose, blocked != null))
                        .toList());
    }

    private Answer answer(Who who, Channel channel, @Nullable String address, Purpose purpose, boolean isBlocked) {
        Holding because =
                ledger.deciding(who.personId(), address, channel, purpose).orElse(null);
        ConsentState state = because == null ? ConsentState.UNKNOWN : because.state();
        return new Answer(
                purpose,
                state,
                ContactGate.refusal(purpose, channel, state, isBlocked).isEmpty(),
                because);
    }
}
