package com.automatrix.workflow.definition;

import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.contracts.steptype.StepTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with a definition, as far as it can be read. One instance serves all threads; a definition of 300
 * steps takes well under 50 ms.
 */
public final class DefinitionValidator {

    private final Supplier<StepTypes> stepTypes;
    private final Supplier<Optional<Set<String>>> credentials;
    private final Supplier<List<String>> ownHosts;
    private final List<Rule> rules;

    /** A validator that knows neither own event types and hosts nor which credentials and other workflows there are. */
    public DefinitionValidator(StepTypes stepTypes) {
        this(() -> stepTypes, List::of, Optional::empty, List::of, _ -> CalledWorkflows.Found.UNKNOWN);
    }

    /**
     * A validator of what there is at the moment.
     *
     * @param stepTypes asked once for each definition: types come and go
     * @param ownEventTypes what the dealer registered beside the catalogue of events
     * @param credentials the names of all credentials, asked as often; empty while they are not known
     * @param ownHosts the hosts of the dealership's own systems, asked as often
     * @param workflows asked for each workflow that is called
     */
    public DefinitionValidator(
            Supplier<StepTypes> stepTypes,
            Supplier<List<String>> ownEventTypes,
            Supplier<Optional<Set<String>>> credentials,
            Supplier<List<String>> ownHosts,
            CalledWorkflows workflows) {
        this.stepTypes = stepTypes;
        this.credentials = credentials;
        this.ownHosts = ownHosts;
        this.rules = List.of(
                new SchemaRule(new SchemaCheck()),
                new TriggerRule(ownEventTypes),
                new NodeRule(),
                new NoteRule(),
                new StepTypeRule(),
                new FeatureRule(),
                new EdgeRule(),
                new FlowRule(),
                new SoundnessRule(),
                new ExpressionRule(),
                new FixedConditionRule(),
                new BoundsRule(),
                new EndlessWaitRule(),
                new InputRule(),
                new ScheduleInputRule(new SchemaCheck()),
                new InputFieldRule(),
                new UnusedOutputRule(),
                new SecretRule(),
                new CredentialRule(),
                new CallRule(workflows),
                new DataFlowRule(),
                new ConsentRule(),
                new AgentRule());
    }

    /**
     * Returns the problems in the order of the rules, at most one for each place and code.
     *
     * @param definition a plain JSON tree, of any shape
     */
    public List<Problem> problems(@Nullable Object definition) {
        Draft draft = Draft.of(definition);
        List<Problem> tooLarge = DocumentSize.problems(draft);
        if (!tooLarge.isEmpty()) {
            return tooLarge;
        }
        Examined examined = Examined.of(draft, stepTypes.get(), credentials.get(), new KnownHosts(ownHosts.get()));
        Map<List<String>, Problem> found = new LinkedHashMap<>();
        for (Rule rule : rules) {
            rule.check(
                    examined,
                    problem ->
                            found.putIfAbsent(List.of(problem.pointer(), problem.code(), problem.message()), problem));
        }
        return new ArrayList<>(found.values());
    }
}
