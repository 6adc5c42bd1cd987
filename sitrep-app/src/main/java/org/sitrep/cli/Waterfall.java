package org.sitrep.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.sitrep.claim.Claim;
import org.sitrep.event.Event;
import org.sitrep.event.Why;
import org.sitrep.knowledge.FusionWeights;

/** Why claims are held to be about one happening, for a terminal: bits field by field, with their running sum. */
final class Waterfall {

  private static final int BAR = 24;
  private static final double BITS_TO_CELL = 1.0;

  private final Event event;
  private final FusionWeights weights;
  private final Map<String, Claim> claims;
  private final Map<String, Integer> numbers = new HashMap<>();

  private Waterfall(Event event, FusionWeights weights) {
    this.event = event;
    this.weights = weights;
    claims = Claim.byId(event.claims());
    event.claims().forEach(c -> numbers.putIfAbsent(c.id(), numbers.size() + 1));
  }

  /** One line for all that is held against and for the event. */
  static List<String> brief(Event event) {
    List<String> lines = new ArrayList<>();
    List<Why.Link> links = event.why().links();
    if (!links.isEmpty()) {
      double least = links.stream().mapToDouble(Why.Link::mean).min().orElse(0);
      lines.add(
          String.format(
              Locale.ROOT, "one event: each claim is tied to the others by %.1f bits or more on average; --why spells it out",
              least));
    }
    List<Why.Possible> possible = event.why().possible();
    if (!possible.isEmpty()) {
      lines.add(
          "possibly the same as "
              + possible.stream()
                  .map(p -> p.event() + String.format(Locale.ROOT, " (%.1f bits)", p.mean()))
                  .collect(Collectors.joining(", ")));
    }
    return lines;
  }

  /** The claims by number, each link field by field, and what the event is possibly the same as. */
  static List<String> lines(Event event, FusionWeights weights) {
    return new Waterfall(event, weights).lines();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("claims of " + event.id() + ":");
    for (Claim claim : event.claims()) {
      lines.add(
          String.format(
              Locale.ROOT, "  %2d  %s  %s: %s", numbers.get(claim.id()), claim.id(), claim.doc(),
              Tables.cut(claim.evidence().quote(), 72)));
    }
    for (Why.Link link : event.why().links()) {
      lines.add("");
      lines.add(
          String.format(
              Locale.ROOT, "%s is in this event by %.1f bits on average (at least %.1f are asked); nearest is %s:",
              named(link.claim()), link.mean(), weights.same(), named(link.with())));
      lines.addAll(terms(link.terms()));
    }
    for (Why.Possible p : event.why().possible()) {
      lines.add("");
      lines.add(
          String.format(Locale.ROOT, "possibly the same as %s: %.1f bits on average%s", p.event(), p.mean(), whyApart(p)));
      lines.add("  " + named(p.claim()) + " and " + p.with() + " there:");
      lines.addAll(terms(p.terms()));
    }
    if (!event.why().loans().isEmpty()) {
      lines.add("");
      event.why().loans().forEach(l -> lines.add("lent: " + l));
    }
    if (event.why().equals(Why.NOTHING)) {
      lines.add("");
      lines.add("One claim, and no other event comes near it.");
    }
    return lines;
  }

  private String whyApart(Why.Possible p) {
    return p.mean() < weights.same()
        ? String.format(Locale.ROOT, " (%.1f to %.1f are shown and not joined):", weights.possible(), weights.same())
        : String.format(
            Locale.ROOT, "; enough, but without a place or day a claim joins one event only if ahead of others by %.1f:",
            weights.margin());
  }

  private String named(String id) {
    return claims.containsKey(id) ? "claim " + numbers.get(id) : id;
  }

  private static List<String> terms(List<Why.Term> terms) {
    int width = terms.stream().mapToInt(t -> t.level().length()).max().orElse(0);
    List<String> lines = new ArrayList<>();
    double sum = 0;
    for (Why.Term term : terms) {
      double before = sum;
      sum += term.bits();
      lines.add(
          String.format(
              Locale.ROOT, "    %-9s %-" + Math.max(1, width) + "s  %+6.2f  %6.2f  %s", term.field(),
              term.level(), term.bits(), sum, bar(before, sum)).stripTrailing());
    }
    return lines;
  }

  /** From the sum before to the sum after, on a scale from -8 to 16 bits. */
  private static String bar(double before, double after) {
    int from = cell(Math.min(before, after));
    int to = cell(Math.max(before, after));
    return " ".repeat(from) + (after >= before ? "█" : "░").repeat(Math.max(1, to - from));
  }

  private static int cell(double bits) {
    return (int) Math.max(0, Math.min(BAR, Math.round(bits / BITS_TO_CELL) + BAR / 3));
  }
}
