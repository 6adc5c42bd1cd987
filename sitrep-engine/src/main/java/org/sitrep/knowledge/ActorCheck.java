package org.sitrep.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sitrep.flow.Issue;

/** Finds in the packs' actors what reads well row by row but cannot be meant: one name for two, ids that nobody has. */
final class ActorCheck {

  /** A name of a party and when it was in use. */
  private record Use(String id, Affiliations.Period period) {}

  private final Actors actors;
  private final Set<String> placeNames;
  private final List<Issue> issues = new ArrayList<>();

  /**
   * A check.
   *
   * @param actors of the packs
   * @param placeNames names of countries and cities, which are not to be names of armed groups
   */
  ActorCheck(Actors actors, Set<String> placeNames) {
    this.actors = actors;
    this.placeNames = placeNames.stream().map(ActorCheck::key).collect(Collectors.toSet());
  }

  List<Issue> run() {
    names();
    affiliations();
    contradictions();
    for (String id : actors.meant()) {
      require(id, "contexts.csv or persons.csv", 0);
    }
    return List.copyOf(issues);
  }

  List<Issue> contradictory() {
    contradictions();
    return List.copyOf(issues);
  }

  private void names() {
    Map<String, List<Use>> uses = new TreeMap<>();
    Map<String, String> written = new HashMap<>();
    actors.forEachName(
        (id, name, period) -> {
          String key = key(name);
          written.putIfAbsent(key, name);
          uses.computeIfAbsent(key, k -> new ArrayList<>()).add(new Use(id, period));
        });
    uses.forEach((key, list) -> name(written.getOrDefault(key, key), key, list));
  }

  private void name(String name, String key, List<Use> uses) {
    for (int i = 0; i < uses.size(); i++) {
      for (int k = i + 1; k < uses.size(); k++) {
        Use a = uses.get(i);
        Use b = uses.get(k);
        if (!a.id().equals(b.id()) && a.period().overlaps(b.period())) {
          add("actors", 0, "\"" + name + "\" names both " + a.id() + " and " + b.id() + " on the same days");
        }
      }
    }
    String id = uses.getFirst().id();
    if (placeNames.contains(key) && !actors.isState(id)) {
      add("actors", 0, "\"" + name + "\" (" + id + ") is also the name of a country or city");
    }
  }

  private static String key(String name) {
    Words words = Words.of(name);
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      if (i == 0 || !words.isArticle(i) && !words.isPossessive(i)) {
        key.append(words.size() == 1 ? words.plain(i) : Words.sound(words.plain(i))).append(' ');
      }
    }
    return key.toString().strip();
  }

  private void affiliations() {
    for (Affiliations.Tie tie : actors.affiliations().all()) {
      require(tie.actor(), tie.file().toString(), tie.line());
      if (!tie.other().equals(Affiliations.EVERYBODY)) {
        require(tie.other(), tie.file().toString(), tie.line());
      }
    }
  }

  /** Friend and foe on one day; part of each other. What is computed stays defined: a foe counts as a foe. */
  private void contradictions() {
    List<Affiliations.Tie> ties = new ArrayList<>(actors.affiliations().all());
    ties.sort(Comparator.comparing((Affiliations.Tie t) -> t.file().toString()).thenComparing(Affiliations.Tie::line));
    for (Affiliations.Tie foe : ties) {
      if (foe.relation() == Affiliations.Relation.OPPOSED_TO) {
        ties.stream().filter(t -> contradicts(foe, t)).forEach(t -> add(foe.file().toString(), foe.line(),
            foe.actor() + " is opposed to " + foe.other() + " on days on which " + t.actor() + " is "
                + t.relation().name().toLowerCase(Locale.ROOT) + ' ' + t.other() + " (line " + t.line() + ')'));
      }
    }
    for (Affiliations.Tie tie : ties) {
      if (tie.relation() == Affiliations.Relation.PART_OF) {
        cycle(tie, ties);
      }
    }
  }

  private static boolean contradicts(Affiliations.Tie foe, Affiliations.Tie tie) {
    boolean same = foe.actor().equals(tie.actor()) && foe.other().equals(tie.other());
    boolean turned = foe.actor().equals(tie.other()) && foe.other().equals(tie.actor());
    return tie.relation() != Affiliations.Relation.OPPOSED_TO && (same || turned) && tie.period().overlaps(foe.period());
  }

  /** Reported once, at the tie of the party whose id comes first. */
  private void cycle(Affiliations.Tie tie, List<Affiliations.Tie> ties) {
    for (Affiliations.Tie last : ties) {
      boolean back = last.relation() == Affiliations.Relation.PART_OF && last.other().equals(tie.actor());
      if (back && tie.actor().compareTo(last.actor()) <= 0 && isPartOf(tie.other(), last.actor(), tie, last)) {
        add(tie.file().toString(), tie.line(), tie.actor() + " is part of itself by way of " + last.actor() + " (line " + last.line() + ')');
      }
    }
  }

  /** Whether that holds on a day on which some tie begins and both ties hold. */
  private boolean isPartOf(String part, String whole, Affiliations.Tie first, Affiliations.Tie second) {
    return actors.affiliations().turns().stream()
        .filter(day -> first.period().contains(day) && second.period().contains(day))
        .anyMatch(day -> actors.affiliations().wholes(part, day).contains(whole));
  }

  private void require(String id, String file, int line) {
    if (actors.find(id).isEmpty()) {
      add(file, line, "no actor \"" + id + "\"; add it to actors/*.csv");
    }
  }

  private void add(String file, int line, String message) {
    issues.add(new Issue(Issue.Kind.MALFORMED, file, line, message));
  }
}
