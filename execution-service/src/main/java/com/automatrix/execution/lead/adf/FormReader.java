package com.automatrix.execution.lead.adf;

import com.automatrix.execution.lead.adf.Reading.Read;
import com.automatrix.execution.lead.adf.Reading.Unreadable;
import java.util.List;
import java.util.Map;

/** Reads leads that come as the fields of a form. */
public final class FormReader {

    private final Surroundings surroundings;

    public FormReader(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * The lead that a form's fields make.
     *
     * @param fields names as people give them, such as {@code firstName} or {@code E-mail}, and their values
     */
    public Reading read(Map<String, String> fields) {
        return LabelledText.read(fields, surroundings)
                .<Reading>map(lead -> new Read(List.of(lead), ParseQuality.CLEAN, List.of()))
                .orElseGet(() -> new Unreadable(
                        "Expected a form with an e-mail address or a phone number, but it has neither.", List.of()));
    }
}
