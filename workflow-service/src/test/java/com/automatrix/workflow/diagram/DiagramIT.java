package com.automatrix.workflow.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.testkit.Http;
import com.automatrix.testkit.Http.Answer;
import com.automatrix.workflow.RunningService;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningService
class DiagramIT {

    @LocalServerPort
    private int port;

    @Test
    void a_draft_and_its_versions_have_a_picture() {
        Http builder = Http.as("BUILDER", port);
        String made = builder.post("/api/workflows", """
                        {"name": "Lead & more", "definition": {"specVersion": "1", "nodes": [
                         {"id": "a", "type": "data.transform", "name": "Before", "config": {"value": 1}}], "edges": []}}""").header("Location");
        builder.post(made + "/publish", "{}");
        builder.put(made, "*", "{\"name\": \"Lead\", \"definition\": {}}");
        Http viewer = Http.as("VIEWER", port);

        Answer version = viewer.get(made + "/diagram.svg?version=1");
        Answer draft = viewer.get(made + "/diagram.svg");

        assertThat(version.status()).isEqualTo(200);
        assertThat(version.header("Content-Type")).isEqualTo("image/svg+xml;charset=UTF-8");
        assertThat(version.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'unsafe-inline'; sandbox");
        assertThat(version.response().body()).startsWith("<svg ").contains("Lead &amp; more", ">Before</text>");
        assertThat(draft.response().body()).contains("There are no steps yet.");
        assertThat(viewer.get(made + "/diagram.svg?version=2").text("/code")).isEqualTo("workflow.unknown-version");
        assertThat(viewer.get("/api/workflows/0190a000-0000-7000-8000-00000000dead/diagram.svg")
                        .status())
                .isEqualTo(404);
    }
}
