package org.sitrep.fusion;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sitrep.claim.Casualties;
import org.sitrep.entity.EventType;
import org.sitrep.knowledge.FusionWeights;
import org.sitrep.time.TimeWindow;

/**
 * Weighs the evidence that two claims are about one happening. Place, time, kind and "another attack" may
 * rule it out; what is said to have come of it may not. Thread-safe.
 */
final class Comparison {

  private final FusionWeights weights;
  private final Distances distances;
  private final Map<String, Map<String, OptionalDouble>> typeBits = new ConcurrentHashMap<>();

  Comparison(FusionWeights weights) {
    this.weights = weights;
    this.distances = new Distances(weights.where());
  }

  FusionWeights weights() {
    return weights;
  }

  /** Compares; the same whichever of the two is named first. */
  Link compare(Account a, Account b) {
    List<Finding> findings = new ArrayList<>(8);
    for (int field = 0; field < 7; field++) {
      Optional<Finding> found =
          switch (field) {
            case 0 -> Optional.of(type(a, b));
            case 1 -> Optional.of(when(a, b));
            case 2 -> Optional.of(distances.where(a, b));
            case 3 -> further(a, b);
            case 4 -> Optional.of(parties(a, b));
            case 5 -> document(a, b);
            default -> content(a, b);
          };
      if (found.isPresent()) {
        findings.add(found.get());
        if (found.get().isVeto()) {
          break;
        }
      }
    }
    return Link.of(findings);
  }

  private Finding type(Account a, Account b) {
    OptionalDouble bits = typeBits(a.claim().type(), b.claim().type());
    if (bits.isEmpty()) {
      return Finding.veto("type", "kinds of two families");
    }
    boolean same = a.claim().type().id().equals(b.claim().type().id());
    boolean oneSpeaker =
        bits.getAsDouble() < 0 && a.sameDocument(b) && a.root().equals(b.root());
    if (oneSpeaker) {
      return new Finding("type", "one speaker names two kinds", weights.document().oneSpeaker());
    }
    String level = same ? "same kind" : "kinds that go together";
    return new Finding("type", bits.getAsDouble() < 0 ? "two kinds" : level, bits.getAsDouble());
  }

  private OptionalDouble typeBits(EventType a, EventType b) {
    return typeBits
        .computeIfAbsent(a.id(), id -> new ConcurrentHashMap<>())
        .computeIfAbsent(b.id(), id -> weights.type().bits(a, b));
  }

  private Finding when(Account a, Account b) {
    FusionWeights.When w = weights.when();
    if (a.time().isPresent() && b.time().isPresent()) {
      return bothDated(a.time().get(), b.time().get());
    }
    if (a.time().isPresent() || b.time().isPresent()) {
      Account undated = a.time().isPresent() ? b : a;
      TimeWindow dated = a.time().or(b::time).orElseThrow();
      return oneDated(dated, undated.claim().published(), a.sameDocument(b));
    }
    if (a.sameDocument(b)) {
      return new Finding("when", "both undated in one document", w.here());
    }
    if (a.claim().published().isEmpty() || b.claim().published().isEmpty()) {
      return new Finding("when", "undated", w.unknown());
    }
    LocalDate one = a.claim().published().get();
    LocalDate other = b.claim().published().get();
    return reported(Math.abs(ChronoUnit.DAYS.between(one, other)), "days apart when published, both undated");
  }

  private Finding bothDated(TimeWindow a, TimeWindow b) {
    FusionWeights.When w = weights.when();
    long gap = a.gapDays(b);
    if (gap > w.toleranceDays()) {
      return Finding.veto("when", gap, "days apart");
    }
    if (gap > 0) {
      return new Finding("when", "next day", w.nextDay());
    }
    long days = 1 + Math.max(length(a), length(b));
    double bits = Math.max(0, w.sameDay() - Math.log(days) / Math.log(2));
    return days == 1
        ? new Finding("when", "same day", bits)
        : new Finding("when", days, "days that overlap", bits);
  }

  private Finding oneDated(TimeWindow dated, Optional<LocalDate> published, boolean here) {
    FusionWeights.When w = weights.when();
    if (published.isEmpty()) {
      return here
          ? new Finding("when", "one document, one undated", w.here())
          : new Finding("when", "one undated", w.unknown());
    }
    if (dated.start().isAfter(published.get().plusDays(w.toleranceDays()))) {
      return Finding.veto("when", "reported before the day");
    }
    long since = Math.max(0, ChronoUnit.DAYS.between(dated.end(), published.get()));
    if (here) {
      return since <= w.lateDays()
          ? new Finding("when", "one document, one undated", w.here())
          : new Finding("when", "one is long before the document", w.background());
    }
    return reported(since, "days from the day to the other's publication");
  }

  private Finding reported(long days, String what) {
    FusionWeights.When w = weights.when();
    double bits =
        days <= w.soonDays()
            ? w.reportedSoon()
            : days <= w.lateDays() ? w.reportedLate() : w.reportedFar();
    return new Finding("when", days, what, bits);
  }

  private static long length(TimeWindow window) {
    return ChronoUnit.DAYS.between(window.start(), window.end());
  }

  private static Optional<Finding> further(Account a, Account b) {
    Account later = a.index() > b.index() ? a : b;
    return a.sameDocument(b) && later.further() && a.distance(b) > 0
        ? Optional.of(Finding.veto("words", "a further one is told of"))
        : Optional.empty();
  }

  private Finding parties(Account a, Account b) {
    FusionWeights.Parties w = weights.parties();
    if (a.named().stream().anyMatch(b.named()::contains)) {
      return new Finding("parties", "one name in both", w.sharedName());
    }
    boolean mutual = isMutual(a) || isMutual(b);
    int straight = shared(a.actors(), b.actors()) + shared(a.targets(), b.targets());
    int crossed = shared(a.actors(), b.targets()) + shared(a.targets(), b.actors());
    int shared = mutual ? Math.max(straight, crossed) : straight;
    if (shared == 2) {
      return new Finding("parties", "both sides", w.both());
    }
    if (!mutual && crossed == 2) {
      return new Finding("parties", "attacker and attacked change places", w.reversed());
    }
    boolean doersDiffer = differ(a.actors(), b.actors());
    boolean targetsDiffer = differ(a.targets(), b.targets());
    if (!mutual && doersDiffer && a.sameDocument(b) && a.root().equals(b.root())) {
      return new Finding("parties", "one speaker names two doers", weights.document().oneSpeaker());
    }
    if (shared == 1) {
      boolean otherDiffers = mutual ? full(a) && full(b) : doersDiffer || targetsDiffer;
      return otherDiffers
          ? new Finding("parties", "one side, the other differs", w.oneOtherDiffers())
          : new Finding("parties", "one side", w.one());
    }
    if (a.described().stream().anyMatch(b.described()::contains)) {
      return new Finding("parties", "described alike", w.describedAlike());
    }
    if (doersDiffer && targetsDiffer) {
      return new Finding("parties", "both sides differ", w.neither());
    }
    return doersDiffer || targetsDiffer
        ? new Finding("parties", "one side differs", w.none())
        : new Finding("parties", "not comparable", 0);
  }

  boolean isMutual(Account a) {
    return weights.type().mutual().contains(a.claim().type().id());
  }

  private static int shared(Set<String> a, Set<String> b) {
    return Collections.disjoint(a, b) ? 0 : 1;
  }

  private static boolean differ(Set<String> a, Set<String> b) {
    return !a.isEmpty() && !b.isEmpty() && Collections.disjoint(a, b);
  }

  private static boolean full(Account a) {
    return !a.actors().isEmpty() && !a.targets().isEmpty();
  }

  private Optional<Finding> document(Account a, Account b) {
    FusionWeights.Document w = weights.document();
    if (!a.sameDocument(b)) {
      return a.testimony() == b.testimony()
          ? Optional.of(new Finding("document", "the same words", w.copy()))
          : Optional.empty();
    }
    int distance = a.distance(b);
    String level = "characters apart in one document";
    if (distance <= w.adjacentChars()) {
      return Optional.of(new Finding("document", distance, level, w.adjacent()));
    }
    if (distance <= w.neighbouringChars()) {
      return Optional.of(new Finding("document", distance, level, w.neighbouring()));
    }
    boolean head = isHead(a) || isHead(b);
    return Optional.of(
        head
            ? new Finding("document", "headline and body", w.headline())
            : new Finding("document", distance, level, w.apart()));
  }

  private static boolean isHead(Account a) {
    return a.claim().section().equals("headline") || a.claim().section().equals("standfirst");
  }

  private Optional<Finding> content(Account a, Account b) {
    FusionWeights.Content w = weights.content();
    double bits = 0;
    for (Casualties.Fate fate : Casualties.Fate.values()) {
      Optional<Casualties> one = a.count(fate);
      Optional<Casualties> other = b.count(fate);
      if (one.isPresent() && other.isPresent()) {
        bits += one.get().agreesWith(other.get()) ? w.countsAgree() : w.countsDiffer();
      }
    }
    double capped = Math.max(-w.cap(), Math.min(w.cap(), bits));
    return bits == 0
        ? Optional.empty()
        : Optional.of(new Finding("content", bits > 0 ? "counts agree" : "counts differ", capped));
  }
}
