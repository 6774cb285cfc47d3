/** The kind of data under which a step type is dragged from the palette. */
export const STEP_MIME = 'application/x-automatrix-step';
