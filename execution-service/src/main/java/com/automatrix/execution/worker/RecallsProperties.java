package com.automatrix.execution.worker;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where recall campaigns are looked up.
 *
 * @param url of NHTSA's API, or of a server that answers as it does
 */
@ConfigurationProperties("automatrix.recalls")
record RecallsProperties(
        @DefaultValue("https://api.nhtsa.gov") URI url) {}
