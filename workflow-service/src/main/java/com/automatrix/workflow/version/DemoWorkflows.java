package com.automatrix.workflow.version;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.workflow.demo.DemoSeeds;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Publishes a few workflows for somebody who wants to look around. */
@Component
@Profile("demo")
class DemoWorkflows implements ApplicationRunner {

    private static final Author AUTHOR = new Author("system", "Demo data");

    private final DemoSeeds seeds;
    private final WorkflowService workflows;
    private final PublicationService publications;

    DemoWorkflows(DemoSeeds seeds, WorkflowService workflows, PublicationService publications) {
        this.seeds = seeds;
        this.workflows = workflows;
        this.publications = publications;
    }

    @Override
    public void run(ApplicationArguments args) {
        seeds.once("workflows", () -> seeds.files("demo/workflows/*.json").forEach(this::publish));
    }

    private void publish(String file) {
        SaveWorkflowRequest request = ContractJson.definitions().readValue(file, SaveWorkflowRequest.class);
        WorkflowResponse created = workflows.create(request, AUTHOR);
        publications.publish(created.summary().id(), "Comes with the demo.", AUTHOR);
    }
}
