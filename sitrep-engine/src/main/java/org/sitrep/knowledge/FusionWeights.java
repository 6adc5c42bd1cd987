package org.sitrep.knowledge;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.sitrep.claim.Claim;
import org.sitrep.entity.EventType;

/**
 * {@code fusion.yml}: how much each finding weighs, in bits, when two claims are compared. The file explains
 * every number. Immutable and thread-safe.
 *
 * @param version of the table
 * @param same mean bits from which a claim joins an event
 * @param possible mean bits from which two happenings are shown as possibly the same
 * @param margin bits by which an incomplete claim must prefer one event
 * @param repairPasses how often the assignment is gone over again
 * @param apart ids of the kinds that never make an event
 * @param when weights of time
 * @param where weights of place
 * @param type weights of the kind of happening
 * @param parties weights of who did it to whom
 * @param document weights of standing in one document, and of copied words
 * @param content weights of what may differ between two versions of one happening
 * @param another words that say that a further happening is meant
 */
public record FusionWeights(
    int version,
    double same,
    double possible,
    double margin,
    int repairPasses,
    Set<String> apart,
    When when,
    Where where,
    Type type,
    Parties parties,
    Document document,
    Content content,
    Another another) {

  public FusionWeights {
    apart = Set.copyOf(apart);
  }

  static FusionWeights load(Path pack) {
    return YamlRecord.read(pack.resolve("fusion.yml"), FusionWeights.class);
  }

  /** Weights of time, in bits; lengths in days. */
  public record When(
      double sameDay,
      double nextDay,
      int toleranceDays,
      double here,
      double background,
      double reportedSoon,
      double reportedLate,
      double reportedFar,
      double unknown,
      int soonDays,
      int lateDays) {}

  /** Weights of place, in bits; lengths in kilometres. */
  public record Where(
      double same,
      double exactKm,
      double perDoubling,
      double namedAlike,
      double namedOtherwise,
      double near,
      double nearKm,
      double within,
      double edge,
      double toleranceKm,
      double unstatedHere,
      double unstated,
      double lowest) {}

  /**
   * Weights of the kind of happening, in bits.
   *
   * @param same both claims name one kind
   * @param rarer kinds that weigh otherwise, because few happenings are of them
   * @param pairs kinds that different reports use for one happening
   * @param sameFamily any other two kinds of one family
   * @param general kinds from the most general
   * @param mutual kinds in which either party may be named first
   * @param contested kinds whose denial says that the attempt failed
   */
  public record Type(
      double same,
      Map<String, Double> rarer,
      List<Pair> pairs,
      double sameFamily,
      List<String> general,
      Set<String> mutual,
      Set<String> contested) {

    public Type {
      rarer = Map.copyOf(rarer);
      pairs = List.copyOf(pairs);
      general = List.copyOf(general);
      mutual = Set.copyOf(mutual);
      contested = Set.copyOf(contested);
    }

    /** The bits of two kinds; empty where they cannot be one happening. */
    public OptionalDouble bits(EventType a, EventType b) {
      if (a.id().equals(b.id())) {
        return OptionalDouble.of(rarer.getOrDefault(a.id(), same));
      }
      Optional<Pair> pair = pairs.stream().filter(p -> p.joins(a.id(), b.id())).findFirst();
      if (pair.isPresent()) {
        return OptionalDouble.of(pair.get().bits());
      }
      return a.family().equals(b.family()) ? OptionalDouble.of(sameFamily) : OptionalDouble.empty();
    }

    /** Whether a kind says no more than that something of a wider sort took place. */
    public boolean isGeneral(String type) {
      return general.contains(type);
    }
  }

  /** Kinds that may stand for each other; it holds both ways. */
  public record Pair(List<String> one, List<String> other, double bits) {

    public Pair {
      one = List.copyOf(one);
      other = List.copyOf(other);
    }

    boolean joins(String a, String b) {
      return (one.contains(a) && other.contains(b)) || (one.contains(b) && other.contains(a));
    }
  }

  /** Weights of who did it to whom, in bits. */
  public record Parties(
      double both,
      double one,
      double oneOtherDiffers,
      double describedAlike,
      double none,
      double neither,
      double reversed,
      double sharedName) {}

  /** Weights of standing in one document, in bits; lengths in UTF-16 units. */
  public record Document(
      double adjacent,
      int adjacentChars,
      double neighbouring,
      int neighbouringChars,
      double headline,
      double apart,
      double oneSpeaker,
      double copy) {}

  /** Weights of content, in bits; together within plus and minus {@code cap}. */
  public record Content(double countsAgree, double countsDiffer, double cap) {}

  /** Words before a noun of attack that say that a further one is meant. */
  public record Another(Set<String> words, Set<String> nouns) {

    public Another {
      words = Set.copyOf(words);
      nouns = Set.copyOf(nouns);
    }
  }

  /** Whether a claim tells of a happening: not a plan, a state, a line drawn or mere words. */
  public boolean makesEvent(Claim claim) {
    return claim.certainty().isFactual() && !apart.contains(claim.type().id());
  }

  /** The kinds named anywhere in the table; for checking against the ontology. */
  public Set<String> typeIds() {
    Set<String> ids = new HashSet<>(apart);
    ids.addAll(type.rarer().keySet());
    type.pairs().forEach(p -> ids.addAll(p.one()));
    type.pairs().forEach(p -> ids.addAll(p.other()));
    ids.addAll(type.general());
    ids.addAll(type.mutual());
    ids.addAll(type.contested());
    return ids;
  }
}
