package com.automatrix.template.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.testkit.Http;
import com.automatrix.testkit.Http.Answer;
import com.automatrix.testkit.RealParts;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0"})
@RealParts
class CatalogueIT {

    private static final String TEMPLATES = "/api/templates";
    private static final String LEAD = TEMPLATES + "/new-internet-lead-first-response";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TemplateRules rules;

    @Autowired
    private TemplateService templates;

    private Http builder;

    @BeforeEach
    void signIn() {
        builder = Http.as("BUILDER", port);
    }

    @Test
    void words_are_looked_for_in_name_summary_description_and_tags_and_all_have_to_be_there() {
        save(TemplateJson.greeting("searched").replace("Greets.", "Meets 100%_sure."));

        assertThat(slugs("?q=lead%20INTERNET")).contains("new-internet-lead-first-response");
        assertThat(slugs("?q=100%25_sure")).containsExactly("searched");
        assertThat(slugs("?q=100_sure")).isEmpty();
        assertThat(slugs("?q=hello%20waits%20meets")).containsExactly("searched");
        assertThat(slugs("?q=hello%20nowhere")).isEmpty();
        assertThat(slugs("?q=%00%5C")).isEmpty();
    }

    @Test
    void the_list_is_narrowed_to_a_category_and_a_tag() {
        save(TemplateJson.greeting("tagged").replace("\"hello\"", "\"hello\", \"only-here\""));

        assertThat(slugs("?tag=only-here")).containsExactly("tagged");
        assertThat(slugs("?tag=only-here&category=SALES")).containsExactly("tagged");
        assertThat(slugs("?tag=only-here&category=PARTS")).isEmpty();
        assertThat(slugs("?category=PARTS&limit=200"))
                .contains("low-stock-replenishment")
                .doesNotContain("tagged", "new-internet-lead-first-response");
        assertThat(builder.get(TEMPLATES + "?category=BOATS").status()).isEqualTo(400);
    }

    @Test
    void the_list_is_read_page_by_page() {
        List<String> all = slugs("?limit=200");
        Answer first = builder.get(TEMPLATES + "?limit=2");
        Answer second = builder.get(TEMPLATES + "?limit=198&cursor=" + first.text("/nextCursor"));

        assertThat(Stream.concat(slugs(first).stream(), slugs(second).stream())).isEqualTo(all);
        assertThat(builder.get(TEMPLATES + "?cursor=x").text("/code")).isEqualTo("page.bad-cursor");
        assertThat(builder.get(TEMPLATES + "?limit=0").text("/code")).isEqualTo("page.bad-limit");
    }

    @Test
    void a_template_tells_what_it_needs_and_is_measured_by() {
        JsonNode lead = builder.get(LEAD).json();

        assertThat(lead.at("/needs/eventTypes").valueStream().map(JsonNode::asString))
                .contains("com.automatrix.lead.received.v1");
        assertThat(lead.path("needs").path("requires").isArray()).isTrue();
        assertThat(lead.path("kpi").asString("")).endsWith(".");
        assertThat(lead.path("tags").valueStream().map(JsonNode::asString)).contains("lead");
        assertThat(lead.path("owner").asString("")).isEqualTo("PRODUCT");
        assertThat(lead.path("latestVersion")).isEqualTo(lead.path("version"));
    }

    @Test
    void its_parameters_are_one_schema_and_its_preview_is_a_definition() {
        JsonNode greeting = save(TemplateJson.greeting("previewed")).json();

        SchemaCheck schemas = new SchemaCheck();
        assertThat(schemas.schema(
                        TemplateJson.tree(greeting.path("parametersSchema").toString())))
                .isEmpty();
        assertThat(greeting.at("/parametersSchema/required/0").asString("")).isEqualTo("pause");
        assertThat(schemas.definition(greeting.path("preview"))).isEmpty();
        assertThat(greeting.at("/preview/nodes/1/config/duration").asString("")).isEqualTo("PT5M");
        assertThat(greeting.path("testCount").asInt()).isEqualTo(1);
    }

    @Test
    void a_saved_template_belongs_to_the_dealership_and_its_versions_count_up() {
        String greeting = TemplateJson.greeting("versioned");

        Answer first = save(greeting);
        Answer same = save(greeting);
        Answer second = save(greeting.replace("\"Hello\"", "\"Welcome\""));

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Location")).isEqualTo(TEMPLATES + "/" + first.text("/id"));
        assertThat(first.text("/owner")).isEqualTo("DEALER");
        assertThat(first.text("/createdBy")).isEqualTo("Test User");
        assertThat(same.status()).isEqualTo(200);
        assertThat(same.json()).isEqualTo(first.json());
        assertThat(second.json().path("version").asInt()).isEqualTo(2);
        JsonNode old = builder.get(first.header("Location")).json();
        assertThat(old.path("version").asInt()).isEqualTo(1);
        assertThat(old.path("latestVersion").asInt()).isEqualTo(2);
        assertThat(versions("versioned")).containsExactly(2, 1);
        assertThat(slugs("?limit=200")).containsOnlyOnce("versioned");
        assertThat(audited("template.saved", second.text("/id"))).isEqualTo(1);
    }

    @Test
    void what_somebody_wrote_keeps_its_order() {
        String value = "{\"reached\": \"[[greeting]]\", \"day\": \"MON\", \"channel\": \"SMS\"}";

        Answer saved = save(TemplateJson.greeting("ordered")
                .replace("\"{{ [[greeting]] & ' from ' & vars.storeName }}\"", value)
                .replace("\"outputs\": { \"greet\": \"[[greeting]] from Lakeside\" }", "\"outputs\": {}"));

        JsonNode kept = builder.get(saved.header("Location")).json();
        assertThat(kept.at("/preview/nodes/0/config/value").propertyNames())
                .containsExactly("reached", "day", "channel");
    }

    @Test
    void the_newest_versions_of_several_templates_are_told_at_once() {
        save(TemplateJson.greeting("latest-one"));
        save(TemplateJson.greeting("latest-two"));
        save(TemplateJson.greeting("latest-two").replace("\"Hello\"", "\"Welcome\""));

        JsonNode latest = builder.get(TEMPLATES + "/latest?slugs=latest-two,latest-one,unknown,%00")
                .json()
                .path("items");

        assertThat(latest.valueStream().map(item -> item.path("slug").asString("") + " " + item.path("version")))
                .containsExactly("latest-one 1", "latest-two 2");
        assertThat(builder.get(TEMPLATES + "/latest").status()).isEqualTo(400);
    }

    @Test
    void an_exported_template_is_imported_as_it_was() {
        save(TemplateJson.greeting("moved"));
        Answer exported = builder.get(TEMPLATES + "/moved/export");
        Answer again = save(exported.response().body());
        Answer elsewhere = save(exported.response().body().replace("\"moved\"", "\"moved-on\""));

        assertThat(exported.header("Content-Type")).startsWith("application/json");
        assertThat(exported.header("Content-Disposition")).contains("moved-v1.json");
        assertThat(again.status()).isEqualTo(200);
        assertThat(elsewhere.status()).isEqualTo(201);
        assertThat(builder.get(TEMPLATES + "/moved-on/export").response().body())
                .isEqualTo(exported.response().body().replace("\"moved\"", "\"moved-on\""));
    }

    @Test
    void a_template_in_yaml_says_the_same_as_in_json() throws Exception {
        save(TemplateJson.greeting("moved-in-yaml"));
        Answer yaml = builder.get(TEMPLATES + "/moved-in-yaml/export?format=yaml");

        Answer again = imported(yaml.response().body());
        Answer elsewhere = imported(yaml.response().body().replace("slug: moved-in-yaml", "slug: by-yaml"));

        assertThat(yaml.header("Content-Type")).isEqualTo("application/yaml");
        assertThat(yaml.header("Content-Disposition")).contains("moved-in-yaml-v1.yaml");
        assertThat(again.status()).isEqualTo(200);
        assertThat(elsewhere.text("/slug")).isEqualTo("by-yaml");
        assertThat(builder.get(TEMPLATES + "/moved-in-yaml/export?format=xml").violations())
                .containsExactly("?format request.unknown-format");
    }

    @Test
    void what_cannot_be_read_is_named_with_its_line_and_column() throws Exception {
        assertThat(save("{\n  \"slug\": \"x\",\n  \"tags\": [}\n}").text("/detail"))
                .contains("line 3, column");
        assertThat(imported("slug: x\ntags: [\nname: y\n").text("/detail")).contains("line 4, column 1");
    }

    @Test
    void a_template_of_the_product_is_exported_but_not_written_over() {
        String exported = builder.get(LEAD + "/export").response().body();

        Answer refused = save(exported);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/code")).isEqualTo("template.slug-taken");
        assertThat(save(exported.replace("\"new-internet-lead-first-response\"", "\"our-leads\""))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void what_is_wrong_with_a_template_is_said_at_its_place_and_nothing_is_saved() {
        Answer refused = save(TemplateJson.greeting("wrong")
                .replace("\"name\": \"greeting\"", "\"name\": \"salute\"")
                .replace("\"specVersion\": \"1\"", "\"specVersion\": \"9\""));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/code")).isEqualTo("template.invalid");
        assertThat(refused.violations())
                .contains(
                        "/definition/nodes/0/config/value template.undeclared-parameter",
                        "/definition/specVersion definition.not-allowed");
        assertThat(builder.get(TEMPLATES + "/wrong").status()).isEqualTo(404);
        assertThat(save("[]").status()).isEqualTo(400);
        assertThat(save("{}").violations()).contains("/slug template.missing-field");
    }

    @Test
    void a_template_that_is_too_large_is_refused() {
        Answer refused = save(TemplateJson.greeting("large").replace("from Lakeside", "x".repeat(2 * 1024 * 1024)));

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.text("/code")).isEqualTo("template.too-large");
    }

    @Test
    void saving_at_the_same_moment_gives_each_version_once() throws Exception {
        Callable<Answer> save = () -> save(TemplateJson.greeting("at-once"));

        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers =
                    callers.invokeAll(Stream.generate(() -> save).limit(8).toList());

            assertThat(answers).extracting(answer -> answer.get().status()).isSubsetOf(200, 201, 409);
        }
        assertThat(versions("at-once")).containsExactly(1);
    }

    @Test
    void only_builders_save() {
        assertThat(Http.as("OPERATOR", port)
                        .post(TEMPLATES, TemplateJson.greeting("not-mine"))
                        .status())
                .isEqualTo(403);
        assertThat(Http.as("ADMIN", port)
                        .post(TEMPLATES, TemplateJson.greeting("mine"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_template_of_the_dealership_is_deleted_with_all_its_versions_by_its_slug_or_any_id() {
        String first = save(TemplateJson.greeting("deleted")).text("/id");
        String second = save(TemplateJson.greeting("deleted").replace("\"Hello\"", "\"Welcome\""))
                .text("/id");
        String other = save(TemplateJson.greeting("deleted-by-id")).text("/id");

        Answer bySlug = builder.delete(TEMPLATES + "/deleted");
        Answer byId = builder.delete(TEMPLATES + "/" + other);

        assertThat(bySlug.status()).isEqualTo(204);
        assertThat(byId.status()).isEqualTo(204);
        assertThat(Stream.of("deleted", first, second, "deleted-by-id", other)
                        .map(gone -> builder.get(TEMPLATES + "/" + gone).text("/code")))
                .containsOnly("template.not-found");
        assertThat(slugs("?limit=200")).doesNotContain("deleted", "deleted-by-id");
        assertThat(builder.get(TEMPLATES + "/latest?slugs=deleted").json().path("items"))
                .isEmpty();
        assertThat(builder.delete(TEMPLATES + "/deleted").text("/code")).isEqualTo("template.not-found");
        assertThat(audited("template.deleted", second)).isEqualTo(1);
        assertThat(save(TemplateJson.greeting("deleted")).json().path("version").asInt())
                .isEqualTo(1);
    }

    @Test
    void a_template_of_the_product_is_not_deleted() {
        Answer refused = builder.delete(LEAD);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/code")).isEqualTo("template.of-product");
        assertThat(refused.text("/detail")).contains("comes with the product");
        assertThat(builder.get(LEAD).status()).isEqualTo(200);
    }

    @Test
    void only_builders_delete() {
        save(TemplateJson.greeting("kept"));

        assertThat(Http.as("OPERATOR", port).delete(TEMPLATES + "/kept").status())
                .isEqualTo(403);
        assertThat(builder.get(TEMPLATES + "/kept").status()).isEqualTo(200);
    }

    @Test
    void a_broken_file_is_left_out_and_the_others_are_loaded() {
        load();

        assertThat(builder.get(TEMPLATES + "/works-among-broken-ones").status()).isEqualTo(200);
        assertThat(builder.get(TEMPLATES + "/undeclared").status()).isEqualTo(404);
    }

    @Test
    void a_file_whose_slug_the_dealership_has_taken_is_left_out() {
        save(TemplateJson.greeting("works-among-taken-ones"));
        var taken = rules.judge(TemplateJson.greeting("works-among-taken-ones"));

        assertThat(taken)
                .isInstanceOfSatisfying(
                        TemplateRules.Verdict.Usable.class,
                        usable ->
                                assertThat(templates.load(usable.template())).isEqualTo(TemplateService.Loading.TAKEN));
    }

    private void load() {
        new TemplateLoader(new TemplateFiles("classpath:broken-templates/*.json"), rules, templates)
                .run(new DefaultApplicationArguments());
    }

    private Answer imported(String yaml) throws Exception {
        return new Answer(builder.client()
                .send(
                        builder.to(TEMPLATES)
                                .setHeader("Content-Type", "application/yaml")
                                .POST(BodyPublishers.ofString(yaml))
                                .build(),
                        BodyHandlers.ofString()));
    }

    private Answer save(String document) {
        return builder.post(TEMPLATES, document);
    }

    private List<String> slugs(String query) {
        return slugs(builder.get(TEMPLATES + query));
    }

    private static List<String> slugs(Answer list) {
        return list.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("slug").asString(""))
                .toList();
    }

    private List<Integer> versions(String slug) {
        return builder.get(TEMPLATES + "/" + slug + "/versions")
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("version").asInt())
                .toList();
    }

    private long audited(String action, String id) {
        return jdbc.sql("SELECT count(*) FROM audit_log WHERE action = :action AND subject_id = :id")
                .param("action", action)
                .param("id", id)
                .query(Long.class)
                .single();
    }
}
