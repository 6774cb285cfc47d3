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
    private final CreationService creation;
    private final PublicationService publications;

    DemoWorkflows(DemoSeeds seeds, CreationService creation, PublicationService publications) {
        this.seeds = seeds;
        this.creation = creation;
        this.publications = publications;
    }

    @Override
    public void run(ApplicationArguments args) {
        seeds.once("workflows", () -> seeds.files("demo/workflows/*.json").forEach(this::publish));
    }

    private void publish(String file) {
        CreateWorkflowRequest request = ContractJson.definitions().readValue(file, CreateWorkflowRequest.class);
        WorkflowResponse created = creation.create(request, AUTHOR);
        publications.publish(created.summary().id(), "Comes with the demo.", AUTHOR, Clearance.UNTESTED);
    }
}
