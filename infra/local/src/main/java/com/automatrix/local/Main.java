package com.automatrix.local;

import java.util.List;
import java.util.Map;

/** The commands of ./automatrix that deal with processes. */
public final class Main {
    private static final String SCRIPTED_AI = "--scripted-ai";

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.getenv()));
    }

    static int run(List<String> arguments, Map<String, String> environment) {
        try {
            return command(arguments, Settings.of(environment));
        } catch (Failure failure) {
            System.err.println(failure.getMessage());
            return 1;
        }
    }

    private static List<ServiceName> names(List<String> arguments) {
        return arguments.isEmpty()
                ? List.of(ServiceName.values())
                : arguments.stream()
                        .filter(name -> !name.equals(Postgres.NAME) && !name.equals(Broker.NAME))
                        .map(ServiceName::of)
                        .toList();
    }

    private static int command(List<String> arguments, Settings settings) {
        if (arguments.contains(SCRIPTED_AI)) {
            var others =
                    arguments.stream().filter(word -> !word.equals(SCRIPTED_AI)).toList();
            return command(others, settings.withScriptedAi());
        }
        var system = new LocalSystem(settings, System.out);
        return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
            case "up" -> {
                system.up(names(arguments.subList(1, arguments.size())));
                yield 0;
            }
            case "down" -> {
                system.down();
                yield 0;
            }
            case "status" -> system.status() ? 0 : 1;
            case "train" -> {
                new AotTraining(settings).run();
                yield 0;
            }
            default -> throw new Failure("Expected up, down, status or train, but got " + arguments + ".");
        };
    }
}
