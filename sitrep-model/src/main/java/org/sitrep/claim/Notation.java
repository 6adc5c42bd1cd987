package org.sitrep.claim;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A claim on one line, for examples, tests and explanations (codebook, "One line notation"):
 *
 * <pre>[Amaq] certain: ISIS CLASH Syrian Army @ al-Safa (2018-11-08) {killed 5} "evidence"</pre>
 *
 * Empty parts are left out. Names may be any that the claim carries: as written, or the pack's name.
 *
 * @param source innermost holder, or "@publisher"
 * @param certainty certainty
 * @param actor who, or empty
 * @param type id of the event type
 * @param target to whom, or empty
 * @param place where, or empty
 * @param time when, as {@link org.sitrep.time.TimeWindow#toString()} writes it, or empty
 * @param casualties fate and range ("5", "2-9", "5+")
 */
public record Notation(
    String source,
    Certainty certainty,
    String actor,
    String type,
    String target,
    String place,
    String time,
    Map<Casualties.Fate, String> casualties) {

  private static final Pattern LINE =
      Pattern.compile(
          "\\[(?<source>[^]]*)]\\s+(?<certainty>[a-z]+):\\s*(?<actor>.*?)\\s*\\b(?<type>[A-Z]{3,}(?:_[A-Z]+)*)\\b"
              + "\\s*(?<target>[^@({\"]*?)\\s*(?:@\\s*(?<place>[^({\"]*?)\\s*)?(?:\\((?<time>[^)]*)\\)\\s*)?"
              + "(?:\\{(?<counts>[^}]*)}\\s*)?(?:\"[^\"]*\")?");

  public Notation {
    casualties = Map.copyOf(casualties);
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException where it does not follow the notation
   */
  public static Notation parse(String line) {
    Matcher m = LINE.matcher(line.strip());
    if (!m.matches()) {
      throw new IllegalArgumentException(
          "not \"[source] certainty: actor TYPE target @ place (time) {killed n}\": " + line);
    }
    return new Notation(
        m.group("source"),
        Certainty.valueOf(m.group("certainty").toUpperCase(Locale.ROOT)),
        m.group("actor"),
        m.group("type").toLowerCase(Locale.ROOT),
        m.group("target"),
        orEmpty(m.group("place")),
        orEmpty(m.group("time")),
        counts(orEmpty(m.group("counts"))));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  private static Map<Casualties.Fate, String> counts(String text) {
    Map<Casualties.Fate, String> counts = new EnumMap<>(Casualties.Fate.class);
    for (String part : text.split(",")) {
      String[] words = part.strip().split("\\s+");
      if (words.length == 2) {
        counts.put(Casualties.Fate.valueOf(words[0].toUpperCase(Locale.ROOT)), words[1]);
      }
    }
    return counts;
  }

  /** The line for a claim, without its evidence. */
  public static String of(Claim claim) {
    StringBuilder line = new StringBuilder();
    line.append('[').append(claim.attribution().innermost().map(Attribution.Holder::name).orElse("@publisher"));
    line.append("] ").append(claim.certainty().name().toLowerCase(Locale.ROOT)).append(':');
    names(line, claim.actors());
    line.append(' ').append(claim.type().id().toUpperCase(Locale.ROOT));
    names(line, claim.targets());
    if (!claim.places().isEmpty()) {
      line.append(" @ ").append(String.join(", ", claim.places().stream().map(p -> p.name()).toList()));
    }
    claim.time().ifPresent(t -> line.append(" (").append(t).append(')'));
    if (!claim.casualties().isEmpty()) {
      List<String> parts = new ArrayList<>();
      claim.casualties().forEach(c -> parts.add(c.fate().name().toLowerCase(Locale.ROOT) + " " + range(c)));
      line.append(" {").append(String.join(", ", parts)).append('}');
    }
    return line.toString();
  }

  private static void names(StringBuilder line, List<Participant> parties) {
    if (!parties.isEmpty()) {
      line.append(' ').append(String.join(", ", parties.stream().map(Participant::name).distinct().toList()));
    }
  }

  /** "5", "2-9", or "5+" where open. */
  public static String range(Casualties c) {
    if (c.high().isEmpty()) {
      return c.low() + "+";
    }
    return c.low() == c.high().getAsInt() ? Integer.toString(c.low()) : c.low() + "-" + c.high().getAsInt();
  }

  /** What of this line a claim does not bear out; empty where it is that claim. Order of slots. */
  public List<String> differences(Claim claim) {
    List<String> differences = new ArrayList<>();
    differ(differences, "type", type, claim.type().id());
    if (certainty != claim.certainty()) {
      differences.add("certainty is " + claim.certainty().name().toLowerCase(Locale.ROOT));
    }
    Optional<Attribution.Holder> holder = claim.attribution().innermost();
    List<String> holders = holder.map(h -> List.of(h.surface(), h.name())).orElse(List.of("@publisher"));
    among(differences, "source", source, holders);
    among(differences, "actor", actor, partyNames(claim.actors()));
    among(differences, "target", target, partyNames(claim.targets()));
    List<String> places = new ArrayList<>();
    claim.places().forEach(p -> places.addAll(List.of(p.surface(), p.name())));
    among(differences, "place", place, places);
    if (!time.isEmpty()) {
      differ(differences, "time", time, claim.time().map(Object::toString).orElse("none"));
    }
    Map<Casualties.Fate, String> counts = new EnumMap<>(Casualties.Fate.class);
    claim.casualties().forEach(c -> counts.put(c.fate(), range(c)));
    if (!counts.equals(casualties)) {
      differences.add("counts are " + counts);
    }
    return differences;
  }

  private static List<String> partyNames(List<Participant> parties) {
    List<String> names = new ArrayList<>();
    parties.forEach(p -> names.addAll(List.of(p.surface(), p.name())));
    return names;
  }

  private static void differ(List<String> differences, String slot, String wanted, String found) {
    if (!wanted.equals(found)) {
      differences.add(slot + " is " + found);
    }
  }

  private static void among(List<String> differences, String slot, String wanted, List<String> found) {
    boolean fits = wanted.isEmpty() ? found.isEmpty() : found.stream().anyMatch(f -> plain(f).equals(plain(wanted)));
    if (!fits) {
      differences.add(slot + " is " + (found.isEmpty() ? "empty" : String.join(" / ", found)));
    }
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("^(the|a|an) ", "").strip();
  }
}
