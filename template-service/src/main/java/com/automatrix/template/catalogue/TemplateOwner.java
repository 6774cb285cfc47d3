package com.automatrix.template.catalogue;

/** Whose a template is: only its owner adds versions to it. */
enum TemplateOwner {
    /** It comes with the product. */
    PRODUCT,
    /** The dealership has saved or imported it. */
    DEALER
}
