package com.automatrix.execution.dashboard;

import com.automatrix.execution.dashboard.DashboardResponse.ErrorGroup;
import com.automatrix.execution.dashboard.DashboardResponse.ModelLine;
import com.automatrix.execution.dashboard.DashboardResponse.ModelUse;
import com.automatrix.execution.dashboard.DashboardResponse.StepLine;
import com.automatrix.execution.dashboard.DashboardResponse.Totals;
import com.automatrix.execution.trigger.PublishedWorkflows;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts the figures of a range together; those that read most are read beside the others. */
@Component
class Dashboard {

    private final EndedFigures ended;
    private final StepFigures steps;
    private final CauseFigures causes;
    private final JdbcClient jdbc;
    private final PublishedWorkflows workflows;

    Dashboard(
            EndedFigures ended, StepFigures steps, CauseFigures causes, JdbcClient jdbc, PublishedWorkflows workflows) {
        this.ended = ended;
        this.steps = steps;
        this.causes = causes;
        this.jdbc = jdbc;
        this.workflows = workflows;
    }

    DashboardResponse of(Range range) {
        CompletableFuture<EndedFigures.Figures> counted =
                CompletableFuture.supplyAsync(() -> ended.of(range), Thread::startVirtualThread);
        Names names = new Names(jdbc, workflows);
        Range before = range.before();
        Totals totalsBefore = totals(before, ended.of(before), steps.models(before, names));
        List<StepLine> all = steps.steps(range, names);
        List<ModelLine> models = steps.models(range, names);
        List<ErrorGroup> errors = causes.errors(range, names);
        EndedFigures.Figures figures = got(counted);
        return new DashboardResponse(
                range.from(),
                range.to(),
                range.zone(),
                range.bucket(),
                totals(range, figures, models),
                totalsBefore,
                figures.parts(range),
                figures.workflows(names),
                StepFigures.slowest(all),
                StepFigures.failing(all),
                models,
                errors);
    }

    private static <T> T got(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Totals totals(Range range, EndedFigures.Figures figures, List<ModelLine> models) {
        return new Totals(
                figures.ended(),
                figures.took(),
                figures.queue(),
                causes.leads(range),
                models.stream().map(ModelLine::use).reduce(ModelUse.NONE, ModelUse::and));
    }
}
