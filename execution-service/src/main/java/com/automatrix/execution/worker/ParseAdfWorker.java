package com.automatrix.execution.worker;

import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.execution.lead.LeadDocuments;
import com.automatrix.execution.lead.LeadReceived;
import com.automatrix.execution.lead.adf.Reading.Read;
import com.automatrix.execution.lead.adf.Reading.Unreadable;
import com.automatrix.execution.lead.adf.Repair;
import com.automatrix.platform.worker.StepResult;
import com.automatrix.platform.worker.StepWorker;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Runs {@code auto.parseAdf}. */
@Component
final class ParseAdfWorker implements StepWorker {

    private static final String DEFAULT_COUNTRY = "US";

    private final LeadDocuments documents;
    private final ConfigReader configs;

    ParseAdfWorker(LeadDocuments documents, ConfigReader configs) {
        this.documents = documents;
        this.configs = configs;
    }

    @Override
    public String type() {
        return "auto.parseAdf";
    }

    @Override
    public StepResult execute(StepRequested request) {
        return configs.read(request, ParseAdfConfig.class, config -> parse(config, request.idempotencyKey()));
    }

    private StepResult parse(ParseAdfConfig config, String seed) {
        String country = Objects.requireNonNullElse(config.country(), DEFAULT_COUNTRY);
        return switch (documents.read(config.document(), country)) {
            case Unreadable unreadable ->
                StepResult.failure(StepError.permanent("adf.unreadable", unreadable.because()));
            case Read read -> output(read, documents.events(read, seed));
        };
    }

    private static StepResult output(Read read, List<LeadReceived> leads) {
        return StepResult.success(Map.of(
                "lead", leads.getFirst(),
                "furtherLeads", leads.subList(1, leads.size()),
                "parseQuality", read.quality(),
                "repairs", read.repairs().stream().map(Repair::sentence).toList()));
    }
}
