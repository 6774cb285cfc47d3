package com.automatrix.execution.worker;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.contracts.schema.SchemaViolation;
import com.automatrix.execution.lead.LeadDocuments;
import com.automatrix.execution.lead.LeadReceived;
import com.automatrix.platform.worker.StepResult;
import com.automatrix.platform.worker.StepWorker;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Runs {@code auto.writeAdf}. */
@Component
final class WriteAdfWorker implements StepWorker {

    private final LeadDocuments documents;
    private final SchemaCheck schemas;
    private final ConfigReader configs;

    WriteAdfWorker(LeadDocuments documents, SchemaCheck schemas, ConfigReader configs) {
        this.documents = documents;
        this.schemas = schemas;
        this.configs = configs;
    }

    @Override
    public String type() {
        return "auto.writeAdf";
    }

    @Override
    public StepResult execute(StepRequested request) {
        return configs.read(request, WriteAdfConfig.class, this::write);
    }

    private StepResult write(WriteAdfConfig config) {
        List<SchemaViolation> violations = schemas.event("lead.received.v1", config.lead());
        if (!violations.isEmpty()) {
            return StepResult.failure(StepError.permanent(
                    "adf.not-a-lead",
                    "Expected a lead in the form of the event lead.received, but it is not at \"%s\": %s"
                            .formatted(
                                    violations.getFirst().pointer(),
                                    violations.getFirst().message())));
        }
        LeadReceived lead = ContractJson.events().convertValue(config.lead(), LeadReceived.class);
        return StepResult.success(Map.of("document", documents.write(lead, config.vendorName())));
    }
}
