package com.automatrix.execution.lead;

import com.automatrix.execution.lead.adf.AdfWriter;
import com.automatrix.execution.lead.adf.LeadReader;
import com.automatrix.execution.lead.adf.Reading;
import com.automatrix.execution.lead.adf.Reading.Read;
import com.automatrix.execution.lead.adf.Surroundings;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Reads and writes ADF for the steps of workflows; nothing is stored. */
@Component
public class LeadDocuments {

    private final StoreSurroundings surroundings;
    private final LeadProperties properties;
    private final InstantSource clock;

    LeadDocuments(StoreSurroundings surroundings, LeadProperties properties, InstantSource clock) {
        this.surroundings = surroundings;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * What a document says.
     *
     * @param country for phone numbers without a country code, ISO 3166-1 alpha-2
     */
    public Reading read(String document, String country) {
        Surroundings here = surroundings.at(clock.instant());
        return new LeadReader(new Surroundings(country, here.zone(), here.receivedAt())).read(document);
    }

    /**
     * The leads as their events would have them.
     *
     * @param seed the same seed gives the same ids of leads
     */
    public List<LeadReceived> events(Read read, String seed) {
        Instant now = clock.instant();
        return IntStream.range(0, read.leads().size())
                .mapToObj(place -> LeadReceived.of(
                        read.leads().get(place),
                        read.quality(),
                        new LeadReceived.Receipt(
                                id(seed, place), properties.dealerId(), now, Channel.ADF_HTTP.name(), null)))
                .toList();
    }

    /**
     * Writes a lead as ADF.
     *
     * @param vendorName the dealership
     */
    public String write(LeadReceived lead, String vendorName) {
        return AdfWriter.write(lead.lead(), vendorName, lead.receivedAt().atOffset(ZoneOffset.UTC));
    }

    private static UUID id(String seed, int place) {
        return UUID.nameUUIDFromBytes((seed + " " + place).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
