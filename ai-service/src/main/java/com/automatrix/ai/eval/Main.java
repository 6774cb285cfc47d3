package com.automatrix.ai.eval;

import com.automatrix.ai.call.AiCalls;
import com.automatrix.ai.call.Privacy;
import com.automatrix.ai.provider.Providers;
import com.automatrix.platform.credential.CredentialFailure;
import com.automatrix.platform.credential.Credentials;
import com.automatrix.platform.time.TimeAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * Runs the evaluation from the command line: {@code --set=<folder>}, and optionally {@code --model=<as in a step>} and
 * {@code --misses}. Exits with 1 when a gate does not hold. It needs no database, no broker and no other service.
 */
@ComponentScan({"com.automatrix.ai.provider", "com.automatrix.ai.call", "com.automatrix.ai.privacy"})
@ConfigurationPropertiesScan("com.automatrix.ai")
@Import(TimeAutoConfiguration.class)
final class Main {

    private Main() {}

    @Bean
    static MeterRegistry evaluationMetrics() {
        return new SimpleMeterRegistry();
    }

    @Bean
    static Credentials evaluationCredentials() {
        return name -> {
            throw CredentialFailure.unavailable(name);
        };
    }

    static void main(String[] args) {
        Options options = Options.of(List.of(args));
        boolean holds;
        try (ConfigurableApplicationContext context = start();
                PrintStream out =
                        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            Report report = run(context, options);
            out.print(report.text(options.misses()));
            holds = report.holds();
        }
        if (!holds) {
            System.exit(1);
        }
    }

    static ConfigurableApplicationContext start(String... properties) {
        return new SpringApplicationBuilder(Main.class)
                .web(WebApplicationType.NONE)
                .properties("spring.main.banner-mode=off", "logging.level.root=warn")
                .properties(properties)
                .run();
    }

    static Report run(ConfigurableApplicationContext context, Options options) {
        String name = context.getBean(Providers.class).target(options.model()).text();
        Subject subject = new CallsSubject(
                context.getBean(AiCalls.class),
                context.getBeanProvider(Privacy.class).getIfAvailable(() -> Privacy.NONE),
                name,
                options.model());
        List<Result> results = new EvaluationSet(options.set())
                .groups().stream().map(group -> group.run(subject)).toList();
        return new Report(name, results);
    }

    /** What was asked for on the command line. */
    record Options(Path set, @Nullable String model, boolean misses) {

        static Options of(List<String> args) {
            return new Options(
                    Path.of(value(args, "--set", "ai-service/src/eval")),
                    args.stream().anyMatch(arg -> arg.startsWith("--model")) ? value(args, "--model", "") : null,
                    args.contains("--misses"));
        }

        /** Written as {@code --name=value} or {@code --name value}. */
        private static String value(List<String> args, String name, String otherwise) {
            for (int i = 0; i < args.size(); i++) {
                if (args.get(i).startsWith(name + "=")) {
                    return args.get(i).substring(name.length() + 1);
                }
                if (args.get(i).equals(name) && i + 1 < args.size()) {
                    return args.get(i + 1);
                }
            }
            return otherwise;
        }
    }
}
