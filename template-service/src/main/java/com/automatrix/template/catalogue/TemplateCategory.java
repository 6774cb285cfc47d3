package com.automatrix.template.catalogue;

/** The part of the dealership that a template is for. */
public enum TemplateCategory {
    SALES,
    SERVICE,
    PARTS,
    FINANCE,
    SYSTEM,
    OTHER
}
