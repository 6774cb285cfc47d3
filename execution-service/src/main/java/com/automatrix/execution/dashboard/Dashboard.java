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
    private final HistoryFigures history;
    private final JdbcClient jdbc;
    private final PublishedWorkflows workflows;

    Dashboard(
            EndedFigures ended,
            StepFigures steps,
            HistoryFigures history,
            JdbcClient jdbc,
            PublishedWorkflows workflows) {
        this.ended = ended;
        this.steps = steps;
        this.history = history;
        this.jdbc = jdbc;
        this.workflows = workflows;
    }

    DashboardResponse of(Range range) {
        Names names = new Names(jdbc, workflows);
        List<StepLine> all = steps.steps(range, names);
        List<ModelLine> models = steps.models(range, names);
        return new DashboardResponse(
                range.from(),
                range.to(),
                range.zone(),
                range.bucket(),
                totals(range, models),
                totals(range.before(), steps.models(range.before(), names)),
                ended.parts(range),
                ended.workflows(range, names),
                StepFigures.slowest(all),
                StepFigures.failing(all),
                models,
                history.errors(range, names));
    }

    private Totals totals(Range range, List<ModelLine> models) {
        return new Totals(
                ended.ended(range),
                ended.took(range),
                ended.queue(range),
                history.leads(range),
                models.stream().map(ModelLine::use).reduce(ModelUse.NONE, ModelUse::and));
    }
}
