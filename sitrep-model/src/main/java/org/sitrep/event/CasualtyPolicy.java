package org.sitrep.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sitrep.claim.Casualties.Fate;
import org.sitrep.claim.Claim;

/**
 * How the losses of an event are summed up in a figure. Each policy follows the published practice of one
 * collection as far as claims allow; none takes a mean, and none adds numbers of different claims.
 *
 * <p>What one root says in one document is one account ("five were killed, two of them children"); its largest
 * number stands for it. Figures are then made of the accounts. Thread-safe.
 */
public enum CasualtyPolicy {
  /** From the lowest to the highest that any account states. */
  RANGE {
    @Override
    List<CasualtyFigure> figures(Fate fate, List<Loss> losses, Map<String, String> docs) {
      return List.of(range(fate, CasualtyFigure.ALL, accounts(losses, docs)));
    }
  },
  /**
   * One number, the most cautious one: the lowest that any account states, vague words by their least reading
   * (ten for "tens", twelve for "dozens", a hundred for "hundreds"); deaths only. After the FAQ of ACLED on
   * fatalities, 2024.
   */
  ACLED {
    @Override
    List<CasualtyFigure> figures(Fate fate, List<Loss> losses, Map<String, String> docs) {
      if (fate != Fate.KILLED) {
        return List.of();
      }
      int least = accounts(losses, docs).stream().mapToInt(Loss::cautious).min().orElse(0);
      return List.of(new CasualtyFigure(fate, CasualtyFigure.ALL, least, OptionalInt.of(least), OptionalInt.of(least)));
    }
  },
  /**
   * Low, best and high; deaths only, and none at all where no account speaks of a death. Low and high are those
   * of the accounts. Best is the number that most independent roots give, the lower one of two that tie; UCDP's
   * coders choose it by their trust in a source, which no program can. After the codebook of the UCDP GED.
   */
  UCDP {
    @Override
    List<CasualtyFigure> figures(Fate fate, List<Loss> losses, Map<String, String> docs) {
      List<Loss> accounts = accounts(losses, docs);
      if (fate != Fate.KILLED || accounts.stream().allMatch(l -> l.most() == 0)) {
        return List.of();
      }
      CasualtyFigure range = range(fate, CasualtyFigure.ALL, accounts);
      return List.of(
          new CasualtyFigure(fate, CasualtyFigure.ALL, range.low(), OptionalInt.of(mode(accounts)), range.high()));
    }
  },
  /**
   * From the lowest to the highest of all allegations, civilians, fighters and those of whom neither is said
   * each apart; dead and wounded. After the methodology of Airwars.
   */
  AIRWARS {
    @Override
    List<CasualtyFigure> figures(Fate fate, List<Loss> losses, Map<String, String> docs) {
      List<CasualtyFigure> figures = new ArrayList<>();
      if (fate == Fate.KILLED || fate == Fate.WOUNDED) {
        for (String group : List.of(CIVILIANS, FIGHTERS)) {
          add(figures, fate, group, losses, docs, l -> isOf(l, group));
        }
        add(figures, fate, NOT_STATED, losses, docs, l -> !isOf(l, CIVILIANS) && !isOf(l, FIGHTERS));
      }
      return figures;
    }
  };

  /** Id of the population that takes no part in the fighting. */
  public static final String CIVILIANS = "civilians";
  /** Id of the population that fights. */
  public static final String FIGHTERS = "fighters";
  /** Where the words leave it open. */
  public static final String NOT_STATED = "not stated";

  /** The figures of an event, by fate. */
  public List<CasualtyFigure> of(Event event) {
    return of(event.claims(), event.losses());
  }

  /** The figures of losses that these claims state, by fate. */
  public List<CasualtyFigure> of(List<Claim> claims, List<Loss> losses) {
    Map<String, String> docs =
        claims.stream().collect(Collectors.toMap(Claim::id, Claim::doc, (a, b) -> a));
    Map<Fate, List<Loss>> byFate =
        losses.stream().collect(Collectors.groupingBy(Loss::fate, TreeMap::new, Collectors.toList()));
    List<CasualtyFigure> figures = new ArrayList<>();
    byFate.forEach((fate, these) -> figures.addAll(figures(fate, these, docs)));
    return figures;
  }

  /** Its name on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  abstract List<CasualtyFigure> figures(Fate fate, List<Loss> losses, Map<String, String> docs);

  /** The largest number of each root in each document. */
  private static List<Loss> accounts(List<Loss> losses, Map<String, String> docs) {
    Map<List<String>, Loss> accounts = new LinkedHashMap<>();
    for (Loss loss : losses) {
      List<String> key = List.of(loss.root(), docs.getOrDefault(loss.claim(), ""));
      accounts.merge(key, loss, (a, b) -> LARGER.compare(a, b) >= 0 ? a : b);
    }
    return List.copyOf(accounts.values());
  }

  private static final Comparator<Loss> LARGER =
      Comparator.comparingInt(Loss::low).thenComparingInt(Loss::most);

  private static CasualtyFigure range(Fate fate, String group, List<Loss> accounts) {
    boolean open = accounts.stream().anyMatch(l -> l.high().isEmpty());
    return new CasualtyFigure(
        fate,
        group,
        accounts.stream().mapToInt(Loss::low).min().orElse(0),
        OptionalInt.empty(),
        open ? OptionalInt.empty() : accounts.stream().mapToInt(Loss::most).max());
  }

  private static int mode(List<Loss> accounts) {
    Map<Integer, Long> roots = new TreeMap<>();
    accounts.stream().map(Loss::low).distinct().forEach(
        n -> roots.put(n, accounts.stream().filter(l -> l.low() == n).map(Loss::root).distinct().count()));
    long most = roots.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return roots.entrySet().stream().filter(e -> e.getValue() == most).mapToInt(Map.Entry::getKey).min().orElse(0);
  }

  private static void add(
      List<CasualtyFigure> figures,
      Fate fate,
      String group,
      List<Loss> losses,
      Map<String, String> docs,
      Predicate<Loss> wanted) {
    List<Loss> these = losses.stream().filter(wanted).toList();
    if (!these.isEmpty()) {
      figures.add(range(fate, group, accounts(these, docs)));
    }
  }

  private static boolean isOf(Loss loss, String population) {
    return loss.population().equals(population) || loss.within().contains(population);
  }
}
