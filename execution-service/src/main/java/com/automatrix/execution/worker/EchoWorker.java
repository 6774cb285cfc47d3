package com.automatrix.execution.worker;

import com.automatrix.contracts.message.StepRequested;
import com.automatrix.platform.worker.StepResult;
import com.automatrix.platform.worker.StepWorker;
import org.springframework.stereotype.Component;

/** Runs {@code bench.echo}: does nothing, so that only the way there and back is measured. */
@Component
final class EchoWorker implements StepWorker {

    @Override
    public String type() {
        return "bench.echo";
    }

    @Override
    public StepResult execute(StepRequested request) {
        return StepResult.success(request.config());
    }
}
