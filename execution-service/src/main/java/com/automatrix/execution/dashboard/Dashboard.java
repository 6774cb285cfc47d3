package com.automatrix.execution.dashboard;

import com.automatrix.execution.dashboard.DashboardResponse.ModelLine;
import com.automatrix.execution.dashboard.DashboardResponse.ModelUse;
import com.automatrix.execution.dashboard.DashboardResponse.StepLine;
import com.automatrix.execution.dashboard.DashboardResponse.Totals;
import com.automatrix.execution.trigger.PublishedWorkflows;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts the figures of a range together. */
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
        Names names = new Names(jdbc, workflows);
        Range before = range.before();
        EndedFigures.Figures figures = ended.of(range);
        List<StepLine> all = steps.steps(range, names);
        List<ModelLine> models = steps.models(range, names);
        return new DashboardResponse(
                range.from(),
                range.to(),
                range.zone(),
                range.bucket(),
                totals(range, figures, models),
                totals(before, ended.of(before), steps.models(before, names)),
                figures.parts(range),
                figures.workflows(names),
                StepFigures.slowest(all),
                StepFigures.failing(all),
                models,
                causes.errors(range, names));
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
