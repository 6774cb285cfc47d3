package com.automatrix.workflow.diagram;

import com.automatrix.workflow.version.WorkflowContent;
import com.automatrix.workflow.version.Workflows;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pictures over HTTP. */
@RestController
class DiagramController {

    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    /** For a browser that opens the picture as a page of its own. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final Workflows workflows;

    DiagramController(Workflows workflows) {
        this.workflows = workflows;
    }

    @GetMapping("/api/workflows/{id}/diagram.svg")
    @PreAuthorize("hasRole('VIEWER')")
    ResponseEntity<byte[]> diagram(@PathVariable UUID id, @RequestParam @Nullable Integer version) {
        WorkflowContent content = workflows.content(id, version);
        String image = Svg.of(content.name(), Diagram.of(content.definition()));
        return ResponseEntity.ok()
                .contentType(SVG)
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .body(image.getBytes(StandardCharsets.UTF_8));
    }
}
