package org.sitrep.reliability;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sitrep.claim.Attribution.Holder;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Interest;
import org.sitrep.claim.Participant;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.knowledge.Words;
import org.sitrep.source.Root;
import org.sitrep.source.Stance;
import org.sitrep.source.Word;
import org.sitrep.time.TimeWindow;

/** Sets out what each independent root says of a happening. */
final class Hearing {

  private final Knowledge knowledge;
  private final Roots roots;

  Hearing(Knowledge knowledge, Roots roots) {
    this.knowledge = knowledge;
    this.roots = roots;
  }

  /** One word for each root; plans are no words. */
  List<Word> words(List<Claim> claims) {
    Map<String, List<Claim>> byRoot = new LinkedHashMap<>();
    claims.stream()
        .filter(c -> c.certainty().isFactual())
        .sorted(Claim.CANONICAL)
        .forEach(c -> byRoot.computeIfAbsent(roots.of(c).key(), k -> new ArrayList<>()).add(c));
    fold(byRoot);
    joinUnnamed(byRoot);
    return byRoot.values().stream().map(own -> word(own, claims)).toList();
  }

  /**
   * An outlet that cites somebody for the same thing in the same document vouches for nothing of its own, nor do those who copy it.
   * Told document by document: what it says elsewhere, citing nobody, is its own word.
   */
  private void fold(Map<String, List<Claim>> byRoot) {
    Map<String, List<Claim>> cited = new HashMap<>();
    byRoot.values().stream()
        .flatMap(List::stream)
        .filter(c -> c.attribution().innermost().isPresent())
        .sorted(Claim.CANONICAL)
        .forEach(c -> cited.computeIfAbsent(c.doc(), d -> new ArrayList<>()).add(c));
    Map<String, List<Claim>> folded = new LinkedHashMap<>();
    for (Map.Entry<String, List<Claim>> root : byRoot.entrySet()) {
      Map<String, List<Claim>> testimonies = new LinkedHashMap<>();
      root.getValue().forEach(c -> testimonies.computeIfAbsent(roots.testimony(c), t -> new ArrayList<>()).add(c));
      for (List<Claim> testimony : testimonies.values()) {
        String key = source(root.getKey(), testimony, cited).orElse(root.getKey());
        folded.computeIfAbsent(key, k -> new ArrayList<>()).addAll(testimony);
      }
    }
    byRoot.clear();
    byRoot.putAll(folded);
    byRoot.values().forEach(own -> own.sort(Claim.CANONICAL));
  }

  /** The root, other than the outlet's own, that a document cites for a testimony in its own voice. */
  private Optional<String> source(String outlet, List<Claim> testimony, Map<String, List<Claim>> cited) {
    if (testimony.stream().anyMatch(c -> c.attribution().innermost().isPresent())) {
      return Optional.empty();
    }
    return testimony.stream()
        .flatMap(o -> cited.getOrDefault(o.doc(), List.of()).stream().filter(c -> isDenial(c) == isDenial(o)))
        .map(c -> roots.of(c).key())
        .filter(k -> !k.equals(outlet))
        .findFirst();
  }

  /** People without a name whose sides are friends may be the same people: they are one root. */
  private void joinUnnamed(Map<String, List<Claim>> byRoot) {
    List<String> unnamed = byRoot.entrySet().stream().filter(e -> !root(e.getValue()).named()).map(Map.Entry::getKey).toList();
    for (int i = 0; i < unnamed.size(); i++) {
      for (int k = i + 1; k < unnamed.size(); k++) {
        List<Claim> first = byRoot.getOrDefault(unnamed.get(i), List.of());
        List<Claim> second = byRoot.getOrDefault(unnamed.get(k), List.of());
        if (!first.isEmpty() && !second.isEmpty() && areFriends(first, second)) {
          List<Claim> joined = new ArrayList<>(first);
          joined.addAll(second);
          byRoot.put(unnamed.get(i), joined);
          byRoot.remove(unnamed.get(k));
        }
      }
    }
  }

  private boolean areFriends(List<Claim> first, List<Claim> second) {
    Optional<String> a = root(first).leaning();
    Optional<String> b = root(second).leaning();
    Optional<LocalDate> day = day(first.getFirst()).or(() -> day(second.getFirst()));
    return a.isPresent() && b.isPresent() && knowledge.beneficiaries().areFriends(a.get(), b.get(), day);
  }

  private Root root(List<Claim> claims) {
    return roots.of(speaker(claims));
  }

  private Word word(List<Claim> claims, List<Claim> all) {
    Root root = root(claims);
    boolean denies = isDenial(claims.stream().max(Claim.CANONICAL).orElseThrow());
    List<Claim> upheld = claims.stream().filter(c -> isDenial(c) == denies).toList();
    double firmness = upheld.stream().mapToDouble(c -> knowledge.reliabilityWeights().firmness(c.certainty())).max().orElse(0);
    boolean loose = upheld.stream().allMatch(c -> c.certainty() == Certainty.POSSIBLE || isRumour(c));
    return new Word(
        root,
        denies ? Stance.DENY : Stance.ASSERT,
        interest(root, upheld.getFirst(), all, denies),
        firmness,
        loose && !root.named() && root.leaning().isEmpty(),
        claims.stream().map(Claim::id).toList(),
        claims.stream().map(Claim::publisher).flatMap(Optional::stream).distinct().toList(),
        claims.stream().map(Hearing::day).flatMap(Optional::stream).min(Comparator.naturalOrder()));
  }

  private boolean isRumour(Claim claim) {
    Words words = Words.of(claim.attribution().innermost().map(Holder::surface).orElse(""));
    for (int i = 0; i < words.size(); i++) {
      if (knowledge.reliabilityWeights().rumours().contains(words.plain(i))) {
        return true;
      }
    }
    return false;
  }

  /** A claim of the root itself, not of an outlet that was folded into it. */
  private static Claim speaker(List<Claim> claims) {
    return claims.stream().filter(c -> c.attribution().innermost().isPresent()).findFirst().orElse(claims.getFirst());
  }

  /** What a root would gain from asserting or denying what a claim tells; parties it leaves out are those of the others. */
  Interest interest(Root root, Claim claim, List<Claim> all, boolean denied) {
    if (root.leaning().isEmpty()) {
      return Interest.NEUTRAL;
    }
    List<Participant> actors = stated(claim, all, Claim::actors);
    List<Participant> targets = stated(claim, all, Claim::targets);
    boolean civilians = denied && all.stream().anyMatch(c -> !isDenial(c) && knowledge.beneficiaries().hitsCivilians(c));
    return knowledge.beneficiaries().interest(root.leaning().get(), claim, actors, targets, civilians, denied);
  }

  private static List<Participant> stated(Claim claim, List<Claim> all, Function<Claim, List<Participant>> slot) {
    List<Participant> own = slot.apply(claim);
    if (!own.isEmpty()) {
      return own;
    }
    return all.stream()
        .filter(c -> c.type().id().equals(claim.type().id()))
        .map(slot)
        .filter(parties -> parties.stream().anyMatch(p -> p.actor().isPresent()))
        .findFirst()
        .orElse(List.of());
  }

  static boolean isDenial(Claim claim) {
    return claim.certainty() == Certainty.DENIED;
  }

  static Optional<LocalDate> day(Claim claim) {
    return claim.time().map(TimeWindow::start).or(claim::published);
  }
}
