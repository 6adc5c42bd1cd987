package org.sitrep.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.sitrep.claim.Attribution;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.knowledge.ReportWording;

/**
 * Says who says what: one statement for each thing said, the speakers of the same thing together. No statement
 * is firmer than its claims. Immutable and thread-safe.
 */
final class Sentence {

  private final ReportWording wording;
  private final Clause clause;
  private final UnaryOperator<String> titles;

  Sentence(ReportWording wording, Clause clause, UnaryOperator<String> titles) {
    this.wording = wording;
    this.clause = clause;
    this.titles = titles;
  }

  /** What is said, with the speakers left open. */
  private record Statement(String template, String what) {}

  /** All that the claims say, in their order: "A says that ...; B denies it." */
  String of(List<Claim> claims) {
    Map<Statement, List<Claim>> statements = new LinkedHashMap<>();
    String first = clause.happening(claims.getFirst());
    for (Claim claim : claims) {
      boolean again =
          !statements.isEmpty() && clause.happening(claim).equals(first);
      statements.computeIfAbsent(statement(claim, again), s -> new ArrayList<>()).add(claim);
    }
    return Template.capitalise(
        statements.entrySet().stream()
                .map(e -> spoken(e.getKey(), e.getValue()))
                .collect(Collectors.joining("; "))
            + ".");
  }

  /** What a claim adds: of a happening already told, the losses alone. */
  private Statement statement(Claim claim, boolean again) {
    String losses = clause.losses(claim);
    if (claim.certainty() == Certainty.PLANNED) {
      return new Statement(template(claim), clause.noun(claim));
    }
    boolean not = claim.certainty() == Certainty.DENIED && !isDenial(claim);
    if (!wording.happenings().containsKey(claim.type().id())) {
      return new Statement(not ? wording.notSaid() : wording.said(), clause.noun(claim));
    }
    if (not) {
      return again && losses.isEmpty()
          ? new Statement(wording.notSo(), "")
          : new Statement(wording.statements().getOrDefault("not", "{who}: {what}"), clause.notHappening(claim));
    }
    if (again && claim.certainty() == Certainty.DENIED && losses.isEmpty()) {
      return new Statement(wording.deniesIt(), "");
    }
    return new Statement(template(claim), again && !losses.isEmpty() ? losses : clause.full(claim));
  }

  /** Whether a verb of denial tells it: "the army denied that". Else its speaker says himself that it did not happen. */
  private static boolean isDenial(Claim claim) {
    return claim.attribution().innermost().filter(h -> h.stance() == Attribution.Stance.DENIAL).isPresent();
  }

  private String template(Claim claim) {
    return wording.statements().getOrDefault(Clause.key(claim.certainty()), "{who}: {what}");
  }

  private String spoken(Statement statement, List<Claim> claims) {
    Set<String> speakers = new LinkedHashSet<>();
    claims.forEach(c -> speakers.add(speaker(c)));
    boolean singular = speakers.size() == 1 && !isPlural(claims.getFirst());
    return Template.fill(
        statement.template(),
        Map.of(
            "who", through(String.join(wording.join(), speakers), claims),
            "what", statement.what(),
            "says", clause.verb("says", singular),
            "denies", clause.verb("denies", singular),
            "tells", clause.verb("tells", singular)));
  }

  /** The innermost holder, else the outlet, else the document. */
  String speaker(Claim claim) {
    return claim
        .attribution()
        .innermost()
        .map(h -> clause.name(h.name(), h.key()))
        .or(claim::publisher)
        .orElse(Template.fill(wording.reportOf(), Map.of("document", titles.apply(claim.doc()))));
  }

  /** A description of many ("local activists", "activists in the city"), not a name. */
  private boolean isPlural(Claim claim) {
    Optional<Attribution.Holder> holder = claim.attribution().innermost();
    if (holder.isEmpty() || holder.get().source().isPresent()) {
      return false;
    }
    String[] words = holder.get().name().split("\\s+");
    int head = 0;
    while (head + 1 < words.length && !wording.afterHead().contains(words[head + 1])) {
      head++;
    }
    String noun = words[head].toLowerCase(Locale.ROOT);
    if (holder.get().actor().isPresent()) {
      return wording.many().contains(noun);
    }
    boolean description = words.length > 1 || Character.isLowerCase(words[head].codePointAt(0));
    return wording.many().contains(noun) || description && noun.endsWith("s") && !wording.one().contains(noun);
  }

  /** Through whom the word came: outer holders and outlets, each once, where they are not the speaker. */
  private String through(String speakers, List<Claim> claims) {
    Set<String> outlets = new LinkedHashSet<>();
    for (Claim claim : claims) {
      List<Attribution.Holder> chain = claim.attribution().chain();
      if (!chain.isEmpty()) {
        chain.subList(0, chain.size() - 1).forEach(h -> outlets.add(h.name()));
        claim.publisher().ifPresent(outlets::add);
      }
    }
    return outlets.isEmpty()
        ? speakers
        : speakers + Template.fill(wording.through(), Map.of("outlets", String.join(", ", outlets)));
  }
}
