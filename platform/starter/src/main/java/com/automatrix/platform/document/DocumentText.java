package com.automatrix.platform.document;

import com.automatrix.contracts.json.ContractJson;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Writes documents with one value a line, so that a change of one is a change of one line. */
public final class DocumentText {

    private static final ObjectWriter JSON = json();
    private static final ObjectWriter YAML = yaml();

    private DocumentText() {}

    /** The text of a plain JSON tree, which ends with a line break. */
    public static String of(Object tree, ExportFormat format) {
        String text = switch (format) {
            case JSON -> JSON.writeValueAsString(tree);
            case YAML -> YAML.writeValueAsString(tree);
        };
        return text.endsWith("\n") ? text : text + "\n";
    }

    private static ObjectWriter json() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        return ContractJson.events()
                .writer()
                .with(new DefaultPrettyPrinter(separators)
                        .withObjectIndenter(indenter)
                        .withArrayIndenter(indenter));
    }

    private static ObjectWriter yaml() {
        return new YAMLMapper(YAMLFactory.builder()
                        .stringQuotingChecker(new PlainText())
                        .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
                        .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
                        .build())
                .writer();
    }
}
