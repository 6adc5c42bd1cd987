package org.sitrep.reporting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Participant;
import org.sitrep.entity.Place;
import org.sitrep.knowledge.Actors;
import org.sitrep.knowledge.ReportWording;
import org.sitrep.mention.Location;

/** Says in a clause what one claim tells: kind, parties, place and losses. Immutable and thread-safe. */
final class Clause {

  /** A number that a description holds stands among its first words. */
  private static final int WORDS_TO_NUMBER = 3;

  private final ReportWording wording;
  private final Actors actors;

  Clause(ReportWording wording, Actors actors) {
    this.wording = wording;
    this.actors = actors;
  }

  /** "Rebels and the army fought at Tell A and five soldiers were killed". */
  String full(Claim claim) {
    String losses = losses(claim);
    return happening(claim)
        + (losses.isEmpty() ? "" : Template.fill(wording.losses(), Map.of("losses", losses)));
  }

  /** What happened, without the losses. */
  String happening(Claim claim) {
    return happening(claim, wording.happenings());
  }

  /** What did not happen; of losses alone, that there were none. */
  String notHappening(Claim claim) {
    boolean nobody = !claim.casualties().isEmpty() && claim.casualties().stream().allMatch(c -> c.high().orElse(1) == 0);
    return nobody ? losses(claim) : happening(claim, wording.notHappenings());
  }

  private String happening(Claim claim, Map<String, List<String>> happenings) {
    Map<String, String> slots = slots(claim);
    Optional<String> template =
        Template.first(happenings.getOrDefault(claim.type().id(), List.of()), slots);
    if (template.isEmpty()) {
      return noun(claim);
    }
    String clause = Template.fill(template.get(), slots);
    return template.get().contains("{place}") ? clause : clause + where(claim);
  }

  /** "air strike by Russia concerning rebels in Town": for plans and mere words. */
  String noun(Claim claim) {
    Map<String, String> slots = slots(claim);
    return Template.fill(wording.otherwise(), slots)
        + (claim.actors().isEmpty() ? "" : Template.fill(wording.by(), slots))
        + (claim.targets().isEmpty() ? "" : Template.fill(wording.to(), slots))
        + where(claim);
  }

  /** "five soldiers were killed and two were wounded"; empty where no losses are stated. */
  String losses(Claim claim) {
    List<String> stated = new ArrayList<>();
    for (Casualties c : claim.casualties()) {
      boolean one = c.low() == 1 && c.high().orElse(0) == 1;
      stated.add(
          Template.fill(
              wording.fates().getOrDefault(key(c.fate()), ""),
              Map.of("count", count(c, one), "is", verb("is", one))));
    }
    return stated.stream().filter(s -> !s.isEmpty()).collect(Collectors.joining(wording.join()));
  }

  /** A verb, singular or plural. */
  String verb(String name, boolean singular) {
    List<String> forms = wording.verbs().getOrDefault(name, List.of(name, name));
    return singular ? forms.getFirst() : forms.getLast();
  }

  /** The name of a place, or that none is stated. */
  String place(Optional<Location> place) {
    return place.map(this::name).orElse(wording.noPlace());
  }

  private Map<String, String> slots(Claim claim) {
    Map<String, String> slots = new HashMap<>();
    slots.put("kind", claim.type().label());
    slots.put("actor", parties(claim.actors()));
    slots.put("target", parties(claim.targets()));
    slots.put("place", claim.places().stream().map(this::name).collect(Collectors.joining(wording.join())));
    return slots;
  }

  private String parties(List<Participant> parties) {
    return parties.stream().map(this::party).distinct().collect(Collectors.joining(wording.join()));
  }

  private String party(Participant party) {
    return name(party.name(), party.key());
  }

  /** A name with the article, where the party with that id takes one. */
  String name(String name, String id) {
    boolean article =
        name.indexOf(' ') > 0
            && !name.toLowerCase(Locale.ROOT).startsWith(wording.article())
            && actors.find(id).filter(a -> wording.articleKinds().contains(key(a.kind()))).isPresent();
    return article ? wording.article() + name : name;
  }

  private String where(Claim claim) {
    if (claim.places().isEmpty()) {
      return "";
    }
    if (isDirection(raw(claim.places().getFirst()))) {
      String all = claim.places().stream().map(Clause::raw).collect(Collectors.joining(wording.join()));
      return Template.fill(wording.bare().getOrDefault("toward", " {place}"), Map.of("place", all));
    }
    Optional<Place> place = claim.places().getFirst().place();
    boolean in = place.map(p -> wording.inFeatures().contains(key(p.feature()))).orElse(false);
    return Template.fill(in ? wording.placeIn() : wording.placeAt(), slots(claim));
  }

  /** "the town of X", "the area north of X": as written, with what English asks for where a noun is left bare. */
  private String name(Location location) {
    String words = raw(location);
    String kind = isDirection(words) ? "direction" : isBare(words) ? "noun" : "";
    return Template.fill(wording.bare().getOrDefault(kind, "{place}"), Map.of("place", words));
  }

  /** The words of the place; the name alone where they break off before it. */
  private static String raw(Location location) {
    String surface = location.surface();
    boolean cut = surface.isEmpty() || surface.endsWith(" of");
    return cut ? (surface + " " + location.name()).strip() : surface;
  }

  private boolean isDirection(String words) {
    int of = words.indexOf(" of ");
    return of > 0 && wording.directions().contains(words.substring(0, of).toLowerCase(Locale.ROOT));
  }

  /** Whether the words begin with a common noun before "of", without an article. */
  private static boolean isBare(String words) {
    int of = words.indexOf(" of ");
    return of > 0 && Character.isLowerCase(words.codePointAt(0)) && words.indexOf(' ') == of;
  }

  private String count(Casualties c, boolean one) {
    if (isCounted(c.group())) {
      return withoutCapital(c.group());
    }
    if (one && isName(c.group())) {
      return c.group();
    }
    String people = one ? wording.people().getFirst() : wording.people().getLast();
    return range(c) + " " + (c.group().isEmpty() ? people : c.group());
  }

  /** Whether the words of the group hold the number already ("about 100 of them", "only two officers"). */
  private boolean isCounted(String group) {
    return Arrays.stream(group.toLowerCase(Locale.ROOT).split("\\s+"))
        .limit(WORDS_TO_NUMBER)
        .anyMatch(w -> wording.numbers().contains(w) || w.chars().anyMatch(Character::isDigit));
  }

  /** "some 300 families" of words that began a sentence; abbreviations stay. */
  private static String withoutCapital(String words) {
    return words.length() > 1 && Character.isLowerCase(words.charAt(1))
        ? words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1)
        : words;
  }

  /** Whether every word is a name's: one person who is named needs no number. */
  private static boolean isName(String group) {
    return !group.isEmpty()
        && Arrays.stream(group.split("\\s+")).allMatch(w -> Character.isUpperCase(w.codePointAt(0)));
  }

  private String range(Casualties c) {
    String key =
        c.high().isEmpty()
            ? "at_least"
            : c.high().getAsInt() == c.low() ? "exact" : c.low() == 0 ? "up_to" : "between";
    return Template.fill(
        wording.ranges().getOrDefault(key, ""),
        Map.of("low", number(c.low()), "high", number(c.high().orElse(0))));
  }

  private String number(int n) {
    return n < wording.numbers().size() ? wording.numbers().get(n) : Integer.toString(n);
  }

  static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
