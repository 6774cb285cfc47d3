package com.automatrix.contracts.testcase;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An event that comes from another system while the execution goes on.
 *
 * @param after how long after the start
 * @param type the CloudEvent's type
 * @param data the CloudEvent's data
 */
public record Arrival(Duration after, String type, @Nullable Object data) {}
