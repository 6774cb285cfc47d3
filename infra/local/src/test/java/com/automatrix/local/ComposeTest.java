package com.automatrix.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.message.Topics;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Whatever docker-compose.yml and the files beside it name exists in the code. */
class ComposeTest {
    private static final Ports PORTS = new Ports(8080);
    private static final String COMPOSE = Checkout.read("docker-compose.yml");
    private static final Map<?, ?> SERVICES = map(map(yaml(COMPOSE)).get("services"));
    /** KAFKA_MESSAGE_MAX_BYTES, for topics that do not say it. */
    private static final String BROKER_LIMIT = "8388608";
    /** Read by Spring Boot itself. */
    private static final Set<String> BOOT_VARIABLES = Set.of("SPRING_PROFILES_ACTIVE");

    @Test
    void runs_every_service_of_the_system() {
        assertThat(SERVICES.keySet().stream().map(String::valueOf))
                .contains(Arrays.stream(ServiceName.values())
                        .map(ServiceName::text)
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource
    void health_is_asked_where_the_service_listens(ServiceName name) {
        var check = "" + map(service(name).get("healthcheck")).get("test");

        assertThat(check).contains("http://localhost:" + PORTS.managementOf(name) + "/actuator/health/readiness");
    }

    @ParameterizedTest
    @EnumSource
    void a_service_listens_by_default_where_the_others_look_for_it(ServiceName name) {
        var configuration = map(yaml(configuration(name)));

        assertThat(defaultOf(map(configuration.get("server")).get("port"))).isEqualTo("" + PORTS.of(name));
        assertThat(defaultOf(
                        map(map(configuration.get("management")).get("server")).get("port")))
                .isEqualTo("" + PORTS.managementOf(name));
        assertThat(COMPOSE).contains("http://" + name.text() + ":" + PORTS.of(name));
    }

    @ParameterizedTest
    @EnumSource
    void every_variable_given_to_a_service_is_read_by_one(ServiceName name) {
        var given = map(service(name).get("environment")).keySet().stream()
                .map(String::valueOf)
                .filter(variable -> !BOOT_VARIABLES.contains(variable));
        var read = variables(allConfigurations());

        assertThat(given).allSatisfy(variable -> assertThat(read).contains(variable));
    }

    @Test
    void every_variable_that_a_service_must_have_is_given_to_it() {
        for (var name : ServiceName.values()) {
            var addresses = variables(configuration(name)).stream()
                    .filter(variable -> variable.matches("AUTOMATRIX_(POSTGRES.*|KAFKA|.*_URL)"));

            assertThat(map(service(name).get("environment")).keySet().stream().map(String::valueOf))
                    .as(name.text())
                    .containsAll(addresses.toList());
        }
    }

    @Test
    void the_example_of_the_env_file_names_exactly_the_variables_of_the_compose_file() {
        var example = Checkout.read(".env.example")
                .lines()
                .filter(line -> line.matches("[A-Z_]+=.*"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.toSet());

        assertThat(example).isEqualTo(variables(COMPOSE));
    }

    @Test
    void no_secret_is_in_the_file() {
        assertThat(COMPOSE.lines().filter(line -> line.matches(".*(PASSWORD|SECRET|API_KEY): .*")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).containsPattern("\\$\\{[A-Z_]+:[?-]"));
    }

    @Test
    void every_mounted_file_exists() {
        var mounted = matches("- \\./(infra/[^:]+):", COMPOSE);

        assertThat(mounted)
                .isNotEmpty()
                .allSatisfy(path -> assertThat(Checkout.ROOT.resolve(path)).exists());
    }

    @Test
    void prometheus_asks_every_service_at_its_management_port() {
        var prometheus = Checkout.read("infra/prometheus/prometheus.yml");

        assertThat(matches("\"([a-z-]+:\\d+)\"", prometheus))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ServiceName.values())
                        .map(name -> name.text() + ":" + PORTS.managementOf(name))
                        .toList());
        assertThat(prometheus).contains("metrics_path: /actuator/prometheus");
    }

    @Test
    void the_topics_are_those_of_the_contracts_with_a_dead_letter_topic_each() {
        var expected = Topics.all().stream()
                .flatMap(topic -> Stream.of(topic, Topics.deadLetter(topic)))
                .toList();

        assertThat(TopicList.topics(Checkout.ROOT))
                .extracting(TopicList.Topic::name)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void a_dead_letter_topic_takes_whatever_its_topic_takes_and_64_KiB_of_headers() {
        var topics = TopicList.topics(Checkout.ROOT).stream()
                .collect(Collectors.toMap(TopicList.Topic::name, TopicList.Topic::config));

        assertThat(Topics.all())
                .allSatisfy(topic -> assertThat(limit(config(topics, Topics.deadLetter(topic))))
                        .isEqualTo(limit(config(topics, topic)) + 64 * 1024));
    }

    @Test
    void the_databases_are_those_that_the_services_open() {
        var opened = Arrays.stream(ServiceName.values())
                .flatMap(name -> matches("jdbc:postgresql://[^\\s]+/([a-z]+)", configuration(name)).stream())
                .toList();

        assertThat(TopicList.databases(Checkout.ROOT)).containsExactlyInAnyOrderElementsOf(opened);
    }

    @Test
    void every_metric_of_ours_on_a_dashboard_is_in_the_code() {
        var sources = Stream.of(ServiceName.values())
                        .map(ServiceName::text)
                        .flatMap(module -> sources(module).stream())
                        .collect(Collectors.joining())
                + String.join("", sources("platform/starter"));

        assertThat(Dashboards.metrics().stream().filter(metric -> metric.startsWith("automatrix_")))
                .isNotEmpty()
                .allSatisfy(metric -> assertThat(sources).contains("\"" + meterName(metric) + "\""));
    }

    @Test
    void the_folder_of_dashboards_is_where_grafana_looks() {
        assertThat(COMPOSE).contains("./infra/grafana/dashboards:/var/lib/grafana/dashboards:ro");
        assertThat(Checkout.read("infra/grafana/provisioning/dashboards/automatrix.yml"))
                .contains("path: /var/lib/grafana/dashboards");
        assertThat(Checkout.read("infra/grafana/provisioning/datasources/prometheus.yml"))
                .contains("uid: prometheus")
                .contains("url: http://prometheus:9090");
    }

    private static String meterName(String metric) {
        return metric.replaceFirst("(_seconds)?_(total|count|sum|max)$", "").replace('_', '.');
    }

    private static int limit(Map<String, String> config) {
        return Integer.parseInt(config.getOrDefault("max.message.bytes", BROKER_LIMIT));
    }

    private static Map<String, String> config(Map<String, Map<String, String>> topics, String name) {
        return topics.getOrDefault(name, Map.of());
    }

    private static List<String> sources(String module) {
        return Checkout.files(module + "/src/main/java", ".java").stream()
                .map(Checkout::read)
                .toList();
    }

    private static String configuration(ServiceName name) {
        return Checkout.read(name.text() + "/src/main/resources/application.yaml");
    }

    /** The services' own and what the starter sets for all of them. */
    private static String allConfigurations() {
        var own = Arrays.stream(ServiceName.values()).map(ComposeTest::configuration);
        var starter = Stream.of(".java", ".yaml", ".properties")
                .flatMap(ending -> Checkout.files("platform/starter/src/main", ending).stream())
                .filter(Files::isRegularFile)
                .map(Checkout::read);
        return Stream.concat(own, starter).collect(Collectors.joining("\n"));
    }

    private static Set<String> variables(String text) {
        return new TreeSet<>(matches("\\$\\{([A-Z][A-Z_]+)", text));
    }

    private static List<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** The default of {@code ${VARIABLE:default}}, or the value itself. */
    private static String defaultOf(@Nullable Object value) {
        return ("" + value).replaceFirst("^\\$\\{[A-Z_]+:(.*)}$", "$1");
    }

    private static Map<?, ?> service(ServiceName name) {
        return map(SERVICES.get(name.text()));
    }

    private static Object yaml(String text) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        assertThat(value).isInstanceOf(Map.class);
        return (Map<?, ?>) Objects.requireNonNull(value);
    }
}
