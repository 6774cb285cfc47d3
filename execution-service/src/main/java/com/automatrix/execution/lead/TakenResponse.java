package com.automatrix.execution.lead;

import com.automatrix.execution.lead.LeadService.Taken;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a sender is told about its document.
 *
 * @param quality CLEAN, REPAIRED, DEGRADED or UNREADABLE
 * @param because why no lead could be recognised
 * @param duplicate whether every lead in it has come before
 */
record TakenResponse(
        UUID id,
        String href,
        String quality,
        @Nullable String because,
        boolean duplicate,
        List<Remark> repairs,
        List<TakenLead> leads) {

    TakenResponse {
        repairs = List.copyOf(repairs);
        leads = List.copyOf(leads);
    }

    /** One lead of it. */
    record TakenLead(UUID id, String href, boolean duplicate, List<Remark> notes) {

        TakenLead {
            notes = List.copyOf(notes);
        }
    }

    static TakenResponse of(List<Taken> taken) {
        Taken first = taken.getFirst();
        return new TakenResponse(
                first.place().id(),
                href(first.place().id()),
                first.lead().quality(),
                first.lead().because(),
                taken.stream().noneMatch(one -> one.place().isNew()),
                Remark.repairs(first.lead().repairs()),
                taken.stream()
                        .filter(one -> one.lead().event() != null)
                        .map(one -> new TakenLead(
                                one.place().id(),
                                href(one.place().id()),
                                !one.place().isNew(),
                                Remark.notes(one.lead().notes())))
                        .toList());
    }

    static String href(UUID id) {
        return "/api/leads/" + id;
    }
}
