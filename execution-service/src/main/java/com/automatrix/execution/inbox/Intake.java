package com.automatrix.execution.inbox;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.message.ExecutionCommand.ToCorrelation;
import com.automatrix.contracts.message.ExecutionCommand.ToGate;
import com.automatrix.execution.engine.Input;
import com.automatrix.execution.messaging.OutgoingRecord;
import com.automatrix.execution.timer.Timer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One thing for a batch to do. */
sealed interface Intake {

    int partition();

    /** Something read from Kafka, whose offset the batch passes. */
    sealed interface Read extends Intake {

        ConsumerRecord<String, byte[]> message();

        @Override
        default int partition() {
            return message().partition();
        }
    }

    /** Something for the one aggregate that its key names. */
    sealed interface Keyed extends Read {

        String aggregateKey();
    }

    /** An input for an execution. */
    record Received(ConsumerRecord<String, byte[]> message, ExecutionId executionId, Input input) implements Keyed {

        @Override
        public String aggregateKey() {
            return executionId.toString();
        }
    }

    /** A command for a gate. */
    record ForGate(ConsumerRecord<String, byte[]> message, ToGate command) implements Keyed {

        @Override
        public String aggregateKey() {
            return command.aggregateKey();
        }
    }

    /** A command for a correlation. */
    record ForCorrelation(ConsumerRecord<String, byte[]> message, ToCorrelation command) implements Keyed {

        @Override
        public String aggregateKey() {
            return command.aggregateKey();
        }
    }

    /** A record that another client's partitioner put on a wrong partition. */
    record Misplaced(ConsumerRecord<String, byte[]> message, OutgoingRecord copy) implements Read {}

    /** A record that is in the dead-letter topic already. */
    record Skipped(ConsumerRecord<String, byte[]> message) implements Read {}

    /** A timer of this partition that has come due. */
    record Due(Timer timer) implements Intake {

        @Override
        public int partition() {
            return timer.partition();
        }
    }
}
