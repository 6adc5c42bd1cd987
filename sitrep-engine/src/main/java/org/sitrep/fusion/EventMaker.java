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
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Participant;
import org.sitrep.entity.EventType;
import org.sitrep.event.CasualtyFigure;
import org.sitrep.event.CasualtyPolicy;
import org.sitrep.event.Event;
import org.sitrep.event.Loss;
import org.sitrep.event.Why;
import org.sitrep.mention.Location;
import org.sitrep.time.TimeWindow;

/** Writes out the event that a draft came to be. Immutable and thread-safe. */
final class EventMaker {

  private static final int ID_BYTES = 6;

  private final Comparison comparison;
  private final Contradictions contradictions;
  private final Losses losses;

  EventMaker(Comparison comparison, Losses losses) {
    this.comparison = comparison;
    this.contradictions = new Contradictions(comparison, losses);
    this.losses = losses;
  }

  /** The event, and those that it is possibly the same as, the nearest first. */
  Event make(Draft draft, List<Near> near) {
    List<Account> accounts = draft.members();
    Map<String, Participant> actors = new LinkedHashMap<>();
    Map<String, Participant> targets = new LinkedHashMap<>();
    boolean yields = comparison.yields(type(accounts));
    accounts.forEach(a -> addParties(a, yields, actors, targets));
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
        new Why(links(draft), possible(draft, near), loans(accounts)));
  }

  /** "e" and twelve hexadecimal digits of the digest of the earliest claim's id. */
  static String id(Draft draft) {
    return id("e", draft.members().getFirst().claim());
  }

  /** A letter and twelve hexadecimal digits of the digest of a claim's id. */
  static String id(String letter, Claim first) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(first.id().getBytes(StandardCharsets.UTF_8));
      return letter + HexFormat.of().formatHex(digest, 0, ID_BYTES);
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
      Account a, boolean yields, Map<String, Participant> actors, Map<String, Participant> targets) {
    Claim claim = a.claim();
    boolean turned =
        comparison.yields(claim.type()) != yields
            || comparison.isMutual(a)
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
          accounts.stream()
              .flatMap(a -> a.claim().casualties().stream())
              .filter(c -> c.fate() == figure.fate())
              .map(Casualties::group)
              .distinct()
              .toList();
      ranges.add(
          new Casualties(
              figure.fate(), figure.low(), figure.high(), groups.size() == 1 ? groups.getFirst() : ""));
    }
    return ranges;
  }

  private static List<String> loans(List<Account> accounts) {
    return accounts.stream().flatMap(a -> a.loans().stream()).toList();
  }

  /** Why each account is in the event: the mean, and the strongest link spelt out. */
  private List<Why.Link> links(Draft draft) {
    List<Why.Link> links = new ArrayList<>(draft.members().size() - 1);
    for (Account account : draft.members().subList(1, draft.members().size())) {
      Account nearest = nearest(account, draft);
      double mean = draft.mean(account, comparison);
      links.add(
          mean < comparison.weights().same() && draft.members().stream().anyMatch(m -> m.ruled() != null)
              ? ruled(account, nearest)
              : new Why.Link(account.claim().id(), nearest.claim().id(), rounded(mean), terms(account, nearest)));
    }
    return links;
  }

  /** Only a person joins what the evidence does not; the mean is then not of the evidence. */
  private Why.Link ruled(Account account, Account nearest) {
    double bits = comparison.weights().bits(Level.RULED_SAME.id());
    Why.Term term = new Why.Term(Level.RULED_SAME.field(), Level.RULED_SAME.text(0), bits);
    return new Why.Link(account.claim().id(), nearest.claim().id(), bits, List.of(term));
  }

  private List<Why.Possible> possible(Draft draft, List<Near> near) {
    List<Why.Possible> possible = new ArrayList<>(near.size());
    for (Near n : near) {
      Account first = draft.members().getFirst();
      Account nearest = nearest(first, n.draft());
      possible.add(
          new Why.Possible(
              id(n.draft()),
              rounded(n.mean()),
              first.claim().id(),
              nearest.claim().id(),
              terms(first, nearest)));
    }
    return possible;
  }

  private List<Why.Term> terms(Account a, Account b) {
    return comparison.compare(a, b).stream()
        .filter(f -> f.bits() != 0)
        .map(f -> new Why.Term(f.level().field(), f.text(), rounded(f.bits())))
        .toList();
  }

  private static double rounded(double bits) {
    return Double.isInfinite(bits) ? bits : Math.round(bits * 100) / 100.0;
  }

  /** The one of an event's core that an account is nearest to, the earliest where several are. */
  private Account nearest(Account account, Draft draft) {
    Account nearest = account;
    double most = Bits.VETO;
    for (Account other : draft.core()) {
      if (other.index() != account.index()) {
        double bits = comparison.bits(account, other);
        if (nearest == account || bits > most) {
          nearest = other;
          most = bits;
        }
      }
    }
    return nearest;
  }
}
