package com.automatrix.execution.persistence;

/** An inbox partition as its owner knows it: the next offsets to read, -1 from the beginning. */
public record OwnedPartition(int partition, long epoch, long commandsOffset, long completedOffset) {

    public OwnedPartition withCommandsOffset(long offset) {
        return new OwnedPartition(partition, epoch, offset, completedOffset);
    }

    public OwnedPartition withCompletedOffset(long offset) {
        return new OwnedPartition(partition, epoch, commandsOffset, offset);
    }
}
