package com.automatrix.workflow.version;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The template that a workflow was made of.
 *
 * @param slug names the template
 * @param version which of its versions it was
 */
@Embeddable
record TemplateRef(
        @Column(name = "template_slug") @NotBlank @Size(max = 120)
        String slug,

        @Column(name = "template_version") @Min(1) int version) {}
