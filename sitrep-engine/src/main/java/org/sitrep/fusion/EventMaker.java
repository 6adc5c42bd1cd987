package org.sitrep.fusion;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Participant;
import org.sitrep.entity.EventType;
import org.sitrep.event.CasualtyFigure;
import org.sitrep.event.CasualtyPolicy;
import org.sitrep.event.Event;
import org.sitrep.event.Loss;
import org.sitrep.mention.Location;
import org.sitrep.time.TimeWindow;

/** Writes out the event that a draft came to be. Immutable and thread-safe. */
final class EventMaker {

  private static final int ID_BYTES = 6;
  private static final int POSSIBLE_SHOWN = 3;

  private final Comparison comparison;
  private final Contradictions contradictions;
  private final Losses losses;

  EventMaker(Comparison comparison, Losses losses) {
    this.comparison = comparison;
    this.contradictions = new Contradictions(comparison, losses);
    this.losses = losses;
  }

  Event make(Draft draft, Map<Draft, Double> possiblySame) {
    List<Account> accounts = draft.members();
    Map<String, Participant> actors = new LinkedHashMap<>();
    Map<String, Participant> targets = new LinkedHashMap<>();
    accounts.forEach(a -> addParties(a, actors, targets));
    return new Event(
        id(draft),
        type(accounts),
        place(accounts),
        time(accounts),
        List.copyOf(actors.values()),
        List.copyOf(targets.values()),
        accounts.stream().map(Account::claim).toList(),
        accounts.stream().map(Account::root).distinct().toList(),
        losses.of(accounts),
        casualties(accounts),
        contradictions.among(accounts),
        reasons(draft, possiblySame));
  }

  /** "e" and twelve hexadecimal digits of the digest of the earliest claim's id. */
  static String id(Draft draft) {
    String first = draft.members().getFirst().claim().id();
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(first.getBytes(StandardCharsets.UTF_8));
      return "e" + HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** The kind that most roots name among the most specific; the earliest claim's where they tie. */
  private EventType type(List<Account> accounts) {
    List<String> general = comparison.weights().type().general();
    int most =
        accounts.stream().mapToInt(a -> specificity(general, a.claim().type().id())).max().orElse(0);
    Map<String, Long> roots = new LinkedHashMap<>();
    Map<String, EventType> types = new HashMap<>();
    for (Account a : accounts) {
      EventType type = a.claim().type();
      if (specificity(general, type.id()) == most) {
        types.putIfAbsent(type.id(), type);
        roots.computeIfAbsent(type.id(), id -> roots(accounts, id));
      }
    }
    String best = null;
    for (Map.Entry<String, Long> e : roots.entrySet()) {
      if (best == null || e.getValue() > roots.getOrDefault(best, 0L)) {
        best = e.getKey();
      }
    }
    return types.getOrDefault(best, accounts.getFirst().claim().type());
  }

  private static long roots(List<Account> accounts, String type) {
    return accounts.stream()
        .filter(a -> a.claim().type().id().equals(type))
        .map(Account::root)
        .distinct()
        .count();
  }

  private static int specificity(List<String> general, String type) {
    int at = general.indexOf(type);
    return at < 0 ? general.size() : at;
  }

  private static Optional<Location> place(List<Account> accounts) {
    return accounts.stream()
        .flatMap(a -> a.places().stream().limit(1))
        .min(
            Comparator.comparing((Location l) -> !l.isLocated())
                .thenComparingDouble(l -> l.isLocated() ? l.km() : 0));
  }

  private static Optional<TimeWindow> time(List<Account> accounts) {
    return accounts.stream()
        .flatMap(a -> a.time().stream())
        .min(Comparator.comparingLong(w -> ChronoUnit.DAYS.between(w.start(), w.end())));
  }

  /** Adds the parties of a claim; where either may be named first, as the first claim has them. */
  private void addParties(
      Account a, Map<String, Participant> actors, Map<String, Participant> targets) {
    Claim claim = a.claim();
    boolean turned =
        comparison.isMutual(a)
            && (claim.actors().stream().anyMatch(p -> targets.containsKey(p.key()))
                || claim.targets().stream().anyMatch(p -> actors.containsKey(p.key())));
    (turned ? claim.targets() : claim.actors()).forEach(p -> actors.putIfAbsent(p.key(), p));
    (turned ? claim.actors() : claim.targets()).forEach(p -> targets.putIfAbsent(p.key(), p));
  }

  /** The range of each fate, with who they were where all say the same. */
  private List<Casualties> casualties(List<Account> accounts) {
    List<Loss> stated = losses.of(accounts);
    List<Casualties> ranges = new ArrayList<>();
    for (CasualtyFigure figure : CasualtyPolicy.RANGE.of(accounts.stream().map(Account::claim).toList(), stated)) {
      List<String> groups =
          stated.stream().filter(l -> l.fate() == figure.fate()).map(Loss::group).distinct().toList();
      ranges.add(
          new Casualties(
              figure.fate(), figure.low(), figure.high(), groups.size() == 1 ? groups.getFirst() : ""));
    }
    return ranges;
  }

  private List<String> reasons(Draft draft, Map<Draft, Double> possiblySame) {
    List<Account> accounts = draft.members();
    Stream<String> loans = accounts.stream().flatMap(a -> a.loans().stream());
    Stream<String> links =
        accounts.stream().skip(1).map(a -> reason(draft, a));
    Stream<String> others =
        possiblySame.entrySet().stream()
            .limit(POSSIBLE_SHOWN)
            .map(e -> possibly(draft, e.getKey(), e.getValue()));
    return Stream.of(loans, links, others).flatMap(s -> s).toList();
  }

  /** Why an account is in the event: the mean, and the strongest link spelt out. */
  private String reason(Draft draft, Account account) {
    Account nearest = nearest(account, draft);
    return account.claim().id() + " belongs here by " + Assignment.bits(draft.mean(account, comparison))
        + " on average; with " + nearest.claim().id() + ": " + comparison.compare(account, nearest);
  }

  private String possibly(Draft draft, Draft other, double mean) {
    Account first = draft.members().getFirst();
    return "Possibly the same as " + id(other) + " by " + Assignment.bits(mean) + " on average; "
        + first.claim().id() + " with " + nearest(first, other).claim().id() + ": "
        + comparison.compare(first, nearest(first, other));
  }

  private Account nearest(Account account, Draft draft) {
    return draft.core().stream()
        .filter(m -> m.index() != account.index())
        .max(
            Comparator.comparingDouble((Account m) -> comparison.compare(account, m).bits())
                .thenComparing(Account::index, Comparator.reverseOrder()))
        .orElse(account);
  }
}
