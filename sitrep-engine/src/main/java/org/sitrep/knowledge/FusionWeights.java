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
 * @param levels the weight of each finding, by its name
 * @param byHand names of the findings whose bits are set by hand
 * @param when reach of time
 * @param where reach of place
 * @param type weights of the kind of happening
 * @param document reach of a document
 * @param content bounds of what may differ between two versions of one happening
 * @param another words that say that a further happening is meant
 */
public record FusionWeights(
    int version,
    double same,
    double possible,
    double margin,
    int repairPasses,
    Set<String> apart,
    Map<String, Level> levels,
    Set<String> byHand,
    When when,
    Where where,
    Type type,
    Document document,
    Content content,
    Another another) {

  public FusionWeights {
    apart = Set.copyOf(apart);
    levels = Map.copyOf(levels);
    byHand = Set.copyOf(byHand);
  }

  static FusionWeights load(Path pack) {
    return read(pack.resolve("fusion.yml"));
  }

  /**
   * Reads a table of this form.
   *
   * @throws KnowledgeException if it is not of this form
   */
  public static FusionWeights read(Path file) {
    return YamlRecord.read(file, FusionWeights.class);
  }

  /**
   * How much one finding weighs.
   *
   * @param m how often it shows between two claims about one happening
   * @param u how often it shows between two claims about different ones
   * @param bits the weight: log2(m/u), but for findings that the file names as set by hand
   */
  public record Level(double m, double u, double bits) {}

  /** Reach of time, in days. */
  public record When(int toleranceDays, int soonDays, int lateDays) {}

  /** Reach of place, in kilometres, and what its width takes off, in bits. */
  public record Where(
      double exactKm, double perDoubling, double nearKm, double insidePerDoubling, double toleranceKm, double lowest) {}

  /**
   * Weights of the kind of happening, in bits.
   *
   * @param same both claims name one kind
   * @param rarer kinds that weigh otherwise, because few happenings are of them
   * @param pairs kinds that different reports use for one happening
   * @param sameFamily any other two kinds of one family
   * @param general kinds from the most general
   * @param mutual kinds in which either party may be named first
   * @param yielding kinds whose doer is the one to whom the other kinds of their sort are done
   * @param contested kinds whose denial says that the attempt failed
   * @param beaten sub-types of attacks that took place and did not succeed
   * @param taken kinds in which whoever made such an attack cannot have succeeded
   */
  public record Type(
      double same,
      Map<String, Double> rarer,
      List<Pair> pairs,
      double sameFamily,
      List<String> general,
      Set<String> mutual,
      Set<String> yielding,
      Set<String> contested,
      Set<String> beaten,
      Set<String> taken) {

    public Type {
      rarer = Map.copyOf(rarer);
      pairs = List.copyOf(pairs);
      general = List.copyOf(general);
      mutual = Set.copyOf(mutual);
      yielding = Set.copyOf(yielding);
      contested = Set.copyOf(contested);
      beaten = Set.copyOf(beaten);
      taken = Set.copyOf(taken);
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

  /** Reach of a document, in UTF-16 units. */
  public record Document(int adjacentChars, int neighbouringChars) {}

  /** Weights of content; together within plus and minus {@code cap} bits. */
  public record Content(double cap) {}

  /** Words before a noun of attack that say that a further one is meant. */
  public record Another(Set<String> words, Set<String> nouns) {

    public Another {
      words = Set.copyOf(words);
      nouns = Set.copyOf(nouns);
    }
  }

  /** The weight of a finding, in bits. */
  public double bits(String finding) {
    return level(finding).bits();
  }

  /**
   * The weight of a finding.
   *
   * @throws IllegalArgumentException if the table has none
   */
  public Level level(String finding) {
    Level level = levels.get(finding);
    if (level == null) {
      throw new IllegalArgumentException("fusion.yml has no level " + finding);
    }
    return level;
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
    ids.addAll(type.yielding());
    ids.addAll(type.contested());
    ids.addAll(type.taken());
    return ids;
  }
}
