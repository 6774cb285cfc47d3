package com.automatrix.workflow.version;

import com.automatrix.platform.audit.Audit;
import com.automatrix.platform.page.Cursor;
import com.automatrix.platform.page.Limit;
import com.automatrix.platform.page.Page;
import com.automatrix.platform.problem.NotFound;
import com.automatrix.platform.problem.StaleVersion;
import com.automatrix.platform.problem.TooLarge;
import com.automatrix.platform.time.Ids;
import com.automatrix.workflow.definition.DefinitionValidator;
import com.automatrix.workflow.definition.Problem;
import com.automatrix.workflow.definition.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps drafts: anything may be saved, problems and all, but never over somebody else's change. */
@Service
class WorkflowService {

    private static final int MAX_DEFINITION_BYTES = 1024 * 1024;
    private static final Set<WorkflowStatus> IN_USE =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(WorkflowStatus.ARCHIVED)));

    /** Sorts before every workflow. */
    private static final Cursor TOP =
            Cursor.of(Instant.parse("9999-12-31T23:59:59Z"), UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"));

    private final WorkflowRepository workflows;
    private final DefinitionValidator validator;
    private final Audit audit;
    private final Ids ids;
    private final InstantSource clock;

    WorkflowService(
            WorkflowRepository workflows, DefinitionValidator validator, Audit audit, Ids ids, InstantSource clock) {
        this.workflows = workflows;
        this.validator = validator;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Lists workflows, the last changed one first; those that are archived only if they are asked for. */
    @Transactional(readOnly = true)
    Page<WorkflowSummary> list(
            @Nullable String query, @Nullable WorkflowStatus status, @Nullable String cursor, Limit limit) {
        Cursor after = Cursor.read(cursor, 2).orElse(TOP);
        Set<WorkflowStatus> statuses = status == null ? IN_USE : EnumSet.of(status);
        List<WorkflowRow> rows = workflows.list(
                statuses,
                pattern(query),
                after.instant(0),
                after.uuid(1),
                org.springframework.data.domain.Limit.of(limit.rowsToRead()));
        return Page.cut(rows, limit.value(), row -> Cursor.of(row.updatedAt(), row.id()))
                .map(WorkflowSummary::of);
    }

    @Transactional(readOnly = true)
    WorkflowResponse get(UUID id) {
        return response(workflows.findByIdAndDeletedAtIsNull(id).orElseThrow(() -> unknown(id)));
    }

    @Transactional
    WorkflowResponse create(SaveWorkflowRequest request, @Nullable TemplateRef template, Author author) {
        WorkflowEntity workflow =
                workflows.save(new WorkflowEntity(ids.next(), content(request), template, author.name(), now()));
        audit.record("workflow.created", "workflow", workflow.getId().toString(), null, DraftAudit.of(workflow));
        return response(workflow);
    }

    /**
     * Saves over the draft.
     *
     * @param revision the one that the caller's change is based on, or empty to save over whatever is there
     */
    @Transactional
    WorkflowResponse update(UUID id, OptionalLong revision, SaveWorkflowRequest request, Author author) {
        WorkflowEntity workflow = workflows.lock(id).orElseThrow(() -> unknown(id));
        if (revision.isPresent() && revision.getAsLong() != workflow.revision()) {
            throw new StaleVersion(
                    "workflow.stale",
                    "Expected workflow %s to be at revision %d, but it is at %d: somebody else saved it meanwhile."
                            .formatted(id, revision.getAsLong(), workflow.revision()),
                    response(workflow));
        }
        DraftAudit before = DraftAudit.of(workflow);
        workflow.edit(content(request), author.name(), now());
        audit.record("workflow.updated", "workflow", id.toString(), before, DraftAudit.of(workflow));
        return response(workflow);
    }

    @Transactional(readOnly = true)
    void requireExisting(UUID id) {
        if (workflows.findByIdAndDeletedAtIsNull(id).isEmpty()) {
            throw unknown(id);
        }
    }

    /** Keeps everybody else from changing a workflow until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lock(UUID id) {
        if (workflows.lock(id).isEmpty()) {
            throw unknown(id);
        }
    }

    List<Problem> validate(Map<String, Object> definition) {
        text(definition);
        return validator.problems(definition);
    }

    static NotFound unknown(UUID id) {
        return new NotFound("workflow.not-found", "Expected workflow %s to exist, but there is none.".formatted(id));
    }

    private WorkflowResponse response(WorkflowEntity workflow) {
        Map<String, Object> definition = DefinitionJson.tree(workflow.definition());
        return new WorkflowResponse(WorkflowSummary.of(workflow.row()), definition, validator.problems(definition));
    }

    private DraftContent content(SaveWorkflowRequest request) {
        return new DraftContent(
                request.name().strip(),
                request.descriptionOrEmpty(),
                request.categoryOrOther(),
                text(request.definition()),
                DefinitionJson.text(TriggerSummary.of(request.definition())),
                count(validator.problems(request.definition())));
    }

    private static String text(Map<String, Object> definition) {
        String text = DefinitionJson.text(definition);
        int size = text.getBytes(StandardCharsets.UTF_8).length;
        if (size > MAX_DEFINITION_BYTES) {
            throw new TooLarge(
                    "workflow.too-large",
                    "Expected a definition of at most %d bytes, but it has %d.".formatted(MAX_DEFINITION_BYTES, size));
        }
        return text;
    }

    /** A hint is advice, and nothing that is wrong. */
    private static int count(List<Problem> problems) {
        return (int) problems.stream()
                .filter(problem -> problem.severity() != Severity.HINT)
                .count();
    }

    /** The table keeps microseconds; an answer must not show more than will be read again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String pattern(@Nullable String query) {
        String text = Optional.ofNullable(query).orElse("").strip().toLowerCase(Locale.ROOT);
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
