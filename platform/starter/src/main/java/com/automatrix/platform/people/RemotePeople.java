package com.automatrix.platform.people;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.platform.credential.AuthDoor;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;

/** Asks auth-service, and remembers each answer for a moment. */
public final class RemotePeople implements People {

    private static final int MOST = 1_000;

    private final AuthDoor door;
    private final Cache<String, List<Person>> known;

    public RemotePeople(AuthDoor door, Duration cachedFor, InstantSource clock) {
        this.door = door;
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(cachedFor)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    private record Answer(List<Person> items) {}

    @Override
    public List<Person> in(String membership) {
        List<Person> recent = known.getIfPresent(membership);
        if (recent != null) {
            return recent;
        }
        List<Person> asked = ask(membership);
        known.put(membership, asked);
        return asked;
    }

    private List<Person> ask(String membership) {
        try {
            AuthDoor.Answer answer = door.get("/internal/people/" + AuthDoor.encoded(membership));
            if (answer.status() != 200) {
                throw new PeopleUnknown("it answered with %d.".formatted(answer.status()));
            }
            return List.copyOf(
                    ContractJson.events().readValue(answer.body(), Answer.class).items());
        } catch (AuthDoor.Closed closed) {
            throw new PeopleUnknown("the way to it is closed: %s.".formatted(closed.getMessage()));
        } catch (IOException | JacksonException away) {
            throw new PeopleUnknown(
                    "it does not answer (%s).".formatted(away.getClass().getSimpleName()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new PeopleUnknown("this service stops.");
        }
    }
}
