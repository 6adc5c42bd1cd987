package org.sitrep.knowledge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sitrep.claim.Casualties;

/**
 * {@code casualties.yml}: of whom a number of dead or wounded speaks, and how vague words are read cautiously.
 * The file explains itself. Immutable and thread-safe.
 *
 * @param version of the table
 * @param populations from the widest
 * @param ends words that end the part of a description which says who they were
 * @param cautious vague words with their cautious readings
 */
public record Populations(
    int version, List<Population> populations, Set<String> ends, List<Cautious> cautious) {

  /** No population is known: every number speaks of people. */
  public static final Populations NONE =
      new Populations(0, List.of(new Population("people", "", Set.of())), Set.of(), List.of());

  /**
   * Some people.
   *
   * @param id what it is called
   * @param within id of the one that it is a part of; empty for the widest
   * @param words that name such people
   */
  public record Population(String id, String within, Set<String> words) {
    public Population {
      words = Set.copyOf(words);
    }
  }

  /**
   * A vague word of number.
   *
   * @param word the word, for people
   * @param range what it is taken for elsewhere
   * @param reads the cautious reading
   */
  public record Cautious(String word, List<Integer> range, int reads) {
    public Cautious {
      range = List.copyOf(range);
    }
  }

  public Populations {
    populations = List.copyOf(populations);
    ends = Set.copyOf(ends);
    cautious = List.copyOf(cautious);
  }

  static Populations load(Path pack) {
    Path file = pack.resolve("casualties.yml");
    Populations read = YamlRecord.read(file, Populations.class);
    read.check(file);
    return read;
  }

  /** The widest population. */
  public String widest() {
    return populations.getFirst().id();
  }

  /**
   * The population that a description names; the widest where it names none.
   *
   * @param group as worded: "Syrian soldiers", "commanders of the brigade"
   */
  public String of(String group) {
    String found = widest();
    for (String word : group.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
      if (ends.contains(word) && !found.equals(widest())) {
        break;
      }
      String named = byWord(word).orElse(found);
      found = within(found).contains(named) ? found : named;
    }
    return found;
  }

  /** The populations that one is a part of, the nearest first. */
  public List<String> within(String population) {
    List<String> wider = new ArrayList<>();
    for (Population p = find(population).orElse(null); p != null; p = find(p.within()).orElse(null)) {
      if (!p.within().isEmpty()) {
        wider.add(p.within());
      }
    }
    return wider;
  }

  /** The fewest by the cautious reading. */
  public int cautious(Casualties loss) {
    return cautious.stream()
        .filter(c -> c.range().getFirst() == loss.low() && c.range().getLast() == loss.high().orElse(-1))
        .mapToInt(Cautious::reads)
        .findFirst()
        .orElse(loss.low());
  }

  private Optional<Population> find(String id) {
    return populations.stream().filter(p -> p.id().equals(id)).findFirst();
  }

  private Optional<String> byWord(String word) {
    return populations.stream().filter(p -> p.words().contains(word)).map(Population::id).findFirst();
  }

  private void check(Path file) {
    Map<String, Long> ids =
        populations.stream().collect(Collectors.groupingBy(Population::id, Collectors.counting()));
    Set<String> before = new HashSet<>();
    for (Population p : populations) {
      if (ids.getOrDefault(p.id(), 0L) > 1) {
        throw new KnowledgeException(file, 0, "the population " + p.id() + " is there twice");
      }
      if (before.isEmpty() != p.within().isEmpty() || (!p.within().isEmpty() && !before.contains(p.within()))) {
        throw new KnowledgeException(
            file, 0, "the population " + p.id() + " must be within one above it; only the first is within none");
      }
      before.add(p.id());
    }
    if (populations.isEmpty()) {
      throw new KnowledgeException(file, 0, "there is no population");
    }
    for (Cautious c : cautious) {
      if (c.range().size() != 2 || c.reads() > c.range().getFirst()) {
        throw new KnowledgeException(file, 0, "the cautious reading of " + c.word() + " is above its range");
      }
    }
  }
}
