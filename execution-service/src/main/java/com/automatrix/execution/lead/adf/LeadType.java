package com.automatrix.execution.lead.adf;

/** What a lead is about. */
public enum LeadType {
    SALES,
    TRADE,
    FINANCE,
    SERVICE,
    PARTS,
    OTHER
}
