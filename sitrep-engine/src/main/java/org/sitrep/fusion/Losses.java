package org.sitrep.fusion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Participant;
import org.sitrep.event.CasualtyPolicy;
import org.sitrep.event.Loss;
import org.sitrep.knowledge.Actors;
import org.sitrep.knowledge.Populations;
import org.sitrep.time.TimeWindow;

/** Reads off claims whom their losses speak of: whose people, and which of them. Immutable and thread-safe. */
final class Losses {

  private final Populations populations;
  private final Function<Casualties, List<Casualties>> parts;
  private final Sides sides;
  private final Set<String> mutual;

  /**
   * With what is known.
   *
   * @param parts takes apart what is summed up, as {@link Parts} does
   * @param mutual kinds of happenings in which either party may have lost them
   */
  Losses(Populations populations, Function<Casualties, List<Casualties>> parts, Sides sides, Set<String> mutual) {
    this.populations = populations;
    this.parts = parts;
    this.sides = sides;
    this.mutual = mutual;
  }

  /** The losses of all accounts, in their order. */
  List<Loss> of(List<Account> accounts) {
    return accounts.stream().flatMap(a -> of(a).stream()).toList();
  }

  /** The losses of one account; a denial states none but "nobody", a plan none at all. */
  List<Loss> of(Account account) {
    List<Loss> losses = new ArrayList<>();
    for (Casualties stated : account.claim().casualties()) {
      boolean denied = account.claim().certainty() == Certainty.DENIED;
      if (!denied || stated.high().orElse(1) == 0) {
        losses.addAll(rows(account, stated));
      }
    }
    return losses;
  }

  /** What is stated, and first each of its parts, if it is the sum of some. */
  private List<Loss> rows(Account account, Casualties stated) {
    List<Loss> rows = new ArrayList<>();
    parts.apply(stated).forEach(part -> rows.add(loss(account, part)));
    rows.add(rows.isEmpty() ? loss(account, stated) : sum(rows, stated));
    return rows;
  }

  /** The sum: of the people of whom all its parts are some, and of a side only if all are. */
  private Loss sum(List<Loss> rows, Casualties stated) {
    Loss first = rows.getFirst();
    String population =
        Stream.concat(Stream.of(first.population()), first.within().stream())
            .filter(p -> rows.stream().allMatch(l -> l.population().equals(p) || l.within().contains(p)))
            .findFirst()
            .orElse(populations.widest());
    boolean oneSide = rows.stream().map(Loss::side).distinct().count() == 1;
    return new Loss(
        first.root(), first.claim(), stated.fate(), stated.low(), stated.high(), populations.cautious(stated),
        oneSide ? first.side() : Optional.empty(), population, populations.within(population), "");
  }

  private Loss loss(Account account, Casualties stated) {
    String population = populations.of(stated.group());
    List<String> within = populations.within(population);
    boolean fighters =
        population.equals(CasualtyPolicy.FIGHTERS) || within.contains(CasualtyPolicy.FIGHTERS);
    return new Loss(
        account.root(),
        account.claim().id(),
        stated.fate(),
        stated.low(),
        stated.high(),
        populations.cautious(stated),
        side(account.claim(), stated.group(), fighters),
        population,
        within,
        stated.group());
  }

  /**
   * Whose people they are: the side that the description names, else, of fighters, the one side that something
   * is done to. In a clash either side may have lost them.
   */
  private Optional<String> side(Claim claim, String group, boolean fighters) {
    String described = ' ' + group.toLowerCase(Locale.ROOT) + ' ';
    Optional<Participant> named =
        Stream.concat(claim.targets().stream(), claim.actors().stream())
            .filter(p -> p.actor().isPresent())
            .filter(p -> isNamed(p.name(), described) || isNamed(p.surface(), described))
            .findFirst();
    if (named.isPresent()) {
      return side(named.get(), claim);
    }
    List<String> done =
        claim.targets().stream().flatMap(p -> side(p, claim).stream()).distinct().toList();
    return fighters && done.size() == 1 && !mutual.contains(claim.type().id())
        ? Optional.of(done.getFirst())
        : Optional.empty();
  }

  private static boolean isNamed(String name, String described) {
    return described.contains(' ' + name.toLowerCase(Locale.ROOT).replaceFirst("^the ", "") + ' ');
  }

  private Optional<String> side(Participant party, Claim claim) {
    LocalDate day = claim.time().map(TimeWindow::start).or(claim::published).orElse(Actors.UNKNOWN_DAY);
    return party.actor().flatMap(a -> sides.side(a, day));
  }
}
