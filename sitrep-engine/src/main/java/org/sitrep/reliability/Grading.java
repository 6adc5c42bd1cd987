package org.sitrep.reliability;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sitrep.claim.Interest;
import org.sitrep.event.Contradiction;
import org.sitrep.event.Event;
import org.sitrep.knowledge.Beneficiaries;
import org.sitrep.source.Judgement.Airwars;
import org.sitrep.source.Stance;
import org.sitrep.source.Word;

/** The digit of the Admiralty system and the grade of Airwars, from who says what, and from nothing else. */
final class Grading {

  /** A grade with what it rests on. */
  record Digit(int digit, String why) {}

  /** A grade with what it rests on. */
  record Scale(Airwars grade, String why) {}

  private final Set<String> airwarsKinds;
  private final Beneficiaries beneficiaries;

  Grading(Set<String> airwarsKinds, Beneficiaries beneficiaries) {
    this.airwarsKinds = airwarsKinds;
    this.beneficiaries = beneficiaries;
  }

  Digit digit(List<Word> words) {
    List<Word> upheld = with(words, Stance.ASSERT);
    List<Word> deny = with(words, Stance.DENY);
    String denied = deny.isEmpty() ? "" : "; contradicted by " + names(deny);
    if (upheld.isEmpty()) {
      boolean rumour = words.stream().anyMatch(w -> w.rumour() && w.stance() == Stance.ASSERT);
      return new Digit(6, (rumour ? "rumour: nobody vouches for it" : "no root asserts it") + denied);
    }
    String who = upheld.size() == 1 ? "one root: " + names(upheld) : upheld.size() + " independent roots: " + names(upheld);
    boolean refuted = deny.size() >= 2 && deny.size() >= upheld.size() && deny.stream().anyMatch(w -> w.root().isNeutral());
    if (refuted) {
      return new Digit(5, who + denied);
    }
    boolean disinterested = upheld.stream().anyMatch(w -> w.root().isNeutral() || w.root().named() && w.interest() == Interest.AGAINST_INTEREST);
    if (upheld.size() >= 2 && disinterested && deny.isEmpty()) {
      return new Digit(1, who + "; not all of them gain by it");
    }
    boolean against = upheld.stream().anyMatch(w -> w.interest() == Interest.AGAINST_INTEREST);
    if (against || upheld.size() >= 2) {
      return new Digit(2, who + (against ? "; against the interest of one" : "") + denied);
    }
    return new Digit(deny.isEmpty() ? 3 : 4, who + denied);
  }

  Optional<Scale> airwars(Event event, List<Word> words, Optional<Verdict> verdict) {
    if (!airwarsKinds.contains(event.type().id()) || event.claims().stream().noneMatch(beneficiaries::mayHarmCivilians)) {
      return Optional.empty();
    }
    List<Word> upheld = with(words, Stance.ASSERT);
    boolean ruledOut = verdict.isPresent() && !verdict.get().happened();
    if (ruledOut || digit(words).digit() == 5) {
      return Optional.of(new Scale(Airwars.DISCOUNTED, ruledOut ? verdict.map(Verdict::why).orElse("") : digit(words).why()));
    }
    List<Word> concede = upheld.stream().filter(w -> w.interest() == Interest.AGAINST_INTEREST && w.root().named()).toList();
    Optional<Contradiction> blame = event.contradictions().stream().filter(c -> c instanceof Contradiction.Blame).findFirst();
    if (blame.isPresent()) {
      String doers = blame.get().versions().stream().map(Contradiction.Version::value).collect(Collectors.joining(" or "));
      return Optional.of(new Scale(Airwars.CONTESTED, "different doers: " + doers));
    }
    if (!concede.isEmpty()) {
      return Optional.of(new Scale(Airwars.CONFIRMED, "said against its interest by " + names(concede)));
    }
    if (upheld.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Scale(upheld.size() >= 2 ? Airwars.FAIR : Airwars.WEAK, upheld.size() + (upheld.size() == 1 ? " root" : " independent roots")));
  }

  private static List<Word> with(List<Word> words, Stance stance) {
    return words.stream().filter(w -> w.stance() == stance && !w.rumour()).toList();
  }

  private static String names(List<Word> words) {
    return words.stream().map(w -> w.root().name()).collect(Collectors.joining(", "));
  }
}
