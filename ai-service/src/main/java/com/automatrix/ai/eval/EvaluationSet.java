package com.automatrix.ai.eval;

import com.automatrix.ai.eval.LabelGroup.LabelItem;
import com.automatrix.ai.eval.Result.Bar;
import com.automatrix.ai.provider.Label;
import com.automatrix.ai.rule.Signal;
import com.automatrix.contracts.json.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.type.TypeReference;

/** The groups, read from the JSON Lines files of a folder. */
final class EvaluationSet {

    private static final TypeReference<Map<String, List<Label>>> LABELS = new TypeReference<>() {};

    private static final LabelGroup.Kind INTENT = new LabelGroup.Kind(
            "intent",
            "opt_out",
            Signal.OPT_OUT,
            false,
            false,
            tally -> List.of(
                    Bar.gate("recall of opt_out", tally.of("opt_out").recall(), 1),
                    Bar.target("macro F1", tally.macroF1(), 0.85)));

    private static final LabelGroup.Kind URGENCY = new LabelGroup.Kind(
            "urgency",
            "emergency_do_not_drive",
            Signal.EMERGENCY,
            true,
            false,
            tally -> List.of(
                    Bar.gate(
                            "recall of emergency_do_not_drive",
                            tally.of("emergency_do_not_drive").recall(),
                            0.98),
                    Bar.target(
                            "precision of emergency_do_not_drive",
                            tally.of("emergency_do_not_drive").precision(),
                            0.7)));

    private static final LabelGroup.Kind ESCALATION = new LabelGroup.Kind(
            "escalation",
            "legal_threat",
            Signal.LEGAL_THREAT,
            true,
            true,
            tally -> List.of(
                    Bar.gate("recall of legal_threat", tally.of("legal_threat").recall(), 1)));

    private final Path folder;

    EvaluationSet(Path folder) {
        this.folder = folder;
    }

    private record Intent(String id, String lang, String text, List<String> labels) {}

    private record Urgency(String id, String lang, String text, String label) {}

    private record Escalation(String id, String lang, String text, String sentiment, boolean legalThreat) {}

    List<Group> groups() {
        return List.of(
                new LabelGroup(INTENT, intents(), labels().getOrDefault("intent", List.of())),
                new LabelGroup(URGENCY, urgencies(), labels().getOrDefault("urgency", List.of())),
                new LabelGroup(ESCALATION, escalations(), labels().getOrDefault("escalation", List.of())),
                new ExtractionGroup(lines("extraction", ExtractionGroup.ExtractionItem.class)),
                new DraftingGroup(lines("drafting", DraftingGroup.DraftingItem.class)),
                new AttackGroup(lines("attacks", AttackGroup.AttackItem.class)),
                new RedactionGroup(lines("redaction", RedactionGroup.RedactionItem.class)));
    }

    /** The labels of each group with example phrases, none of which is an item. */
    Map<String, List<Label>> labels() {
        return ContractJson.events().readValue(text("labels.json"), LABELS);
    }

    List<LabelItem> intents() {
        return lines("intent", Intent.class).stream()
                .map(item -> new LabelItem(item.id(), item.lang(), item.text(), Set.copyOf(item.labels())))
                .toList();
    }

    List<LabelItem> urgencies() {
        return lines("urgency", Urgency.class).stream()
                .map(item -> new LabelItem(item.id(), item.lang(), item.text(), Set.of(item.label())))
                .toList();
    }

    List<LabelItem> escalations() {
        return lines("escalation", Escalation.class).stream()
                .map(item -> {
                    Set<String> labels = new HashSet<>(Set.of(item.sentiment()));
                    if (item.legalThreat()) {
                        labels.add("legal_threat");
                    }
                    return new LabelItem(item.id(), item.lang(), item.text(), labels);
                })
                .toList();
    }

    private <I> List<I> lines(String name, Class<I> type) {
        return text(name + ".jsonl")
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> ContractJson.events().readValue(line, type))
                .toList();
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Expected the evaluation set in " + folder + ", but it has no " + file, e);
        }
    }
}
