package org.sitrep.knowledge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Interest;
import org.sitrep.claim.Participant;
import org.sitrep.entity.Actor;
import org.sitrep.time.TimeWindow;

/**
 * {@code interest.yml}: whom a claim favours. With the affiliations it says what a party stands to gain from a
 * claim. Immutable and thread-safe.
 */
public final class Beneficiaries {

  private static final String FILE = "interest.yml";

  /** The slots whose parties come off well or badly if a claim is so. */
  record Stake(List<String> gains, List<String> loses) {

    private static final Set<String> SLOTS = Set.of("actor", "target");

    Stake {
      gains = List.copyOf(gains);
      loses = List.copyOf(loses);
      if (!SLOTS.containsAll(gains) || !SLOTS.containsAll(loses)) {
        throw new IllegalArgumentException("a stake names slots, \"actor\" or \"target\"");
      }
    }
  }

  record Table(int version, Map<String, Stake> kinds, Stake deaths, Stake civilians, Set<String> civilianWords) {}

  record Overrule(int version, Map<String, Stake> kinds) {}

  private final Table table;
  private final Map<String, Stake> kinds = new HashMap<>();
  private final Actors actors;

  private Beneficiaries(Table table, Actors actors) {
    this.table = table;
    this.actors = actors;
    kinds.putAll(table.kinds());
  }

  static Beneficiaries load(List<Path> packs, EventTypes types, Actors actors) {
    Path common = packs.getFirst().resolve(FILE);
    Beneficiaries loaded = new Beneficiaries(YamlRecord.read(common, Table.class), actors);
    check(common, loaded.kinds.keySet(), types);
    for (Path pack : packs.subList(1, packs.size())) {
      Path file = pack.resolve(FILE);
      if (Files.exists(file)) {
        Overrule overrule = YamlRecord.read(file, Overrule.class);
        check(file, overrule.kinds().keySet(), types);
        loaded.kinds.putAll(overrule.kinds());
      }
    }
    return loaded;
  }

  private static void check(Path file, Set<String> kinds, EventTypes types) {
    for (String kind : kinds) {
      if (!types.has(kind)) {
        throw new KnowledgeException(file, 0, "no event type \"" + kind + "\"");
      }
    }
  }

  /**
   * What a party stands to gain from a claim. Where it would both gain and lose, it is neutral.
   *
   * @param speaker id of the party whose word it is
   * @param actors the doers
   * @param targets those it was done to
   * @param civilians whether it bears on civilians whatever the claim itself says of them: a denial of what others tell of civilians
   * @param denied whether the word is that it is not so
   */
  public Interest interest(
      String speaker, Claim claim, List<Participant> actors, List<Participant> targets, boolean civilians, boolean denied) {
    Stake stake = civilians ? table.civilians() : stake(claim, targets);
    Optional<LocalDate> day = claim.time().map(TimeWindow::start).or(claim::published);
    Set<Interest> found = EnumSet.noneOf(Interest.class);
    for (String slot : stake.gains()) {
      ids(slot.equals("actor") ? actors : targets).forEach(p -> found.add(towards(speaker, p, day)));
    }
    for (String slot : stake.loses()) {
      ids(slot.equals("actor") ? actors : targets).forEach(p -> found.add(turned(towards(speaker, p, day))));
    }
    found.remove(Interest.NEUTRAL);
    Interest one = found.size() == 1 ? found.iterator().next() : Interest.NEUTRAL;
    return denied ? turned(one) : one;
  }

  /** Whether what favours one party favours the other. */
  public boolean areFriends(String a, String b, Optional<LocalDate> day) {
    return towards(a, b, day) == Interest.SELF_SERVING;
  }

  private Interest towards(String speaker, String party, Optional<LocalDate> day) {
    return day.map(d -> actors.interest(speaker, party, d)).orElseGet(() -> actors.interest(speaker, party));
  }

  private static Interest turned(Interest interest) {
    return switch (interest) {
      case SELF_SERVING -> Interest.AGAINST_INTEREST;
      case AGAINST_INTEREST -> Interest.SELF_SERVING;
      case NEUTRAL -> Interest.NEUTRAL;
    };
  }

  private Stake stake(Claim claim, List<Participant> targets) {
    if (hitsCivilians(claim, targets)) {
      return table.civilians();
    }
    Stake kind = kinds.get(claim.type().id());
    boolean open = kind == null || kind.gains().isEmpty() && kind.loses().isEmpty();
    if (open && claim.casualties().stream().anyMatch(c -> c.high().orElse(1) > 0)) {
      return table.deaths();
    }
    return kind == null ? new Stake(List.of(), List.of()) : kind;
  }

  /** Whether a claim tells of people killed or hurt of whom it does not say that they fought. */
  public boolean mayHarmCivilians(Claim claim) {
    boolean hurt = claim.casualties().stream().anyMatch(c -> c.high().orElse(1) > 0);
    return hitsCivilians(claim, claim.targets()) || hurt && claim.targets().isEmpty();
  }

  /** Whether a claim tells of civilians, or of what is theirs, as those to whom it was done. */
  public boolean hitsCivilians(Claim claim) {
    return hitsCivilians(claim, claim.targets());
  }

  private boolean hitsCivilians(Claim claim, List<Participant> targets) {
    for (Participant target : targets) {
      boolean people = target.actor().flatMap(actors::find).map(a -> a.kind() == Actor.Kind.CIVILIANS).orElse(false);
      if (people || target.actor().isEmpty() && isCivilian(target.name())) {
        return true;
      }
    }
    return targets.stream().allMatch(t -> t.actor().isEmpty())
        && claim.casualties().stream().anyMatch(c -> isCivilian(c.group()));
  }

  private boolean isCivilian(String group) {
    for (String word : group.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
      if (table.civilianWords().contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> ids(List<Participant> parties) {
    return parties.stream().map(Participant::actor).flatMap(Optional::stream).toList();
  }
}
