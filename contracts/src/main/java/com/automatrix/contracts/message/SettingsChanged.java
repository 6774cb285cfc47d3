package com.automatrix.contracts.message;

import org.jspecify.annotations.Nullable;

/**
 * A setting has a new value. Key: the setting.
 *
 * @param setting such as {@code dealership}, which expressions see as {@code vars}
 */
public record SettingsChanged(String setting, @Nullable Object value) {}
