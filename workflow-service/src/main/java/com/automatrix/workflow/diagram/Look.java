package com.automatrix.workflow.diagram;

/** The colours and letters of a diagram, in the light and in the dark; those of the user interface. */
final class Look {

    static final String STYLES = """
            text { font-family: Inter, ui-sans-serif, system-ui, "Segoe UI", Helvetica, Arial, sans-serif }
            .name { font-size: 13.5px; font-weight: 600; fill: #1b202b }
            .small { font-size: 11.5px; fill: #5d6472 }
            .handle { font-size: 11.5px; font-weight: 500; text-anchor: middle; fill: #434a59 }
            .page { fill: #f9fafb }
            .card { fill: #ffffff; stroke: #c9cfda }
            .frame { fill: #f1f3f6; stroke: #c9cfda; stroke-dasharray: 5 4 }
            .line, .failed-line { fill: none; stroke: #8d95a5; stroke-width: 1.5 }
            .tip { fill: #8d95a5 }
            .failed-line { stroke: #c2413b; stroke-dasharray: 5 4 }
            .failed-tip { fill: #c2413b }
            .pill { fill: #ffffff; stroke: #dfe3ea }
            .failed-label .handle { fill: #b3312b }
            .flow .mark { fill: #4d5d80 }
            .data .mark { fill: #0f7278 }
            .ai .mark { fill: #7d3cc4 }
            .human .mark { fill: #a15c0a }
            .message .mark { fill: #1a6aad }
            .http .mark { fill: #1a6aad }
            .automotive .mark { fill: #b02a55 }
            .other .mark { fill: #6b7280 }
            @media (prefers-color-scheme: dark) {
            .name { fill: #eef0f4 }
            .small { fill: #9aa1af }
            .handle { fill: #c0c6d2 }
            .page { fill: #0f1116 }
            .card { fill: #16191f; stroke: #414957 }
            .frame { fill: #13161b; stroke: #414957 }
            .line { stroke: #717a8b }
            .tip { fill: #717a8b }
            .failed-line { stroke: #f08a80 }
            .failed-tip { fill: #f08a80 }
            .pill { fill: #1d2129; stroke: #353c49 }
            .failed-label .handle { fill: #f3a29a }
            .flow .mark { fill: #a9bbe0 }
            .data .mark { fill: #62cfd3 }
            .ai .mark { fill: #cda2ff }
            .human .mark { fill: #f0b95c }
            .message .mark { fill: #79c0f7 }
            .http .mark { fill: #79c0f7 }
            .automotive .mark { fill: #f796ae }
            .other .mark { fill: #9aa1af }
            }
            """;

    private Look() {}
}
