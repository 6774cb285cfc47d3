package com.automatrix.execution.lead.adf;

import java.util.List;

/** What came of a document. */
public sealed interface Reading {

    /** What was repaired, whether or not that was enough. */
    List<Repair> repairs();

    /** One lead for each prospect, at least one. */
    record Read(List<Lead> leads, ParseQuality quality, List<Repair> repairs) implements Reading {

        public Read {
            leads = List.copyOf(leads);
            repairs = List.copyOf(repairs);
        }
    }

    /** No lead could be recognised. */
    record Unreadable(String because, List<Repair> repairs) implements Reading {

        public Unreadable {
            repairs = List.copyOf(repairs);
        }
    }
}
