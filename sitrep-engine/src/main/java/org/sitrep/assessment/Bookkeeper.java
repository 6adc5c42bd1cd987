package org.sitrep.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.claim.Attribution;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Interest;
import org.sitrep.claim.Participant;
import org.sitrep.control.ControlEntry;
import org.sitrep.control.ControlEntry.Kind;
import org.sitrep.control.ControlEntry.Standing;
import org.sitrep.mention.Location;
import org.sitrep.source.Root;
import org.sitrep.time.TimeWindow;

/**
 * Enters claims of capture, withdrawal, control and siege into the ledger. Those who entered, shelled or
 * advanced towards a place do not hold it, and make no entry. Immutable and thread-safe.
 */
final class Bookkeeper {

  /** What the kinds of claims say of the holder. */
  static final Map<String, Kind> KINDS =
      Map.of("capture", Kind.TAKEN, "control", Kind.HELD, "withdrawal", Kind.LOST, "siege", Kind.BESIEGED);


  private final Speakers speakers;
  private final Interests interests;
  private final Portions portions;

  Bookkeeper(Speakers speakers, Interests interests, Portions portions) {
    this.speakers = speakers;
    this.interests = interests;
    this.portions = portions;
  }

  /**
   * The entries of a claim: one for each place and holder, none where it names no place or no holder.
   *
   * @param copyOf claims known no later whose words it repeats
   */
  List<ControlEntry> post(Claim claim, List<String> copyOf) {
    Optional<Kind> kind = kind(claim);
    List<ControlEntry> entries = new ArrayList<>();
    if (kind.isPresent() && claim.certainty() != Certainty.PLANNED) {
      for (Location place : claim.places()) {
        for (Participant holder : holders(claim, kind.get())) {
          entries.add(entry(claim, place, holder, kind.get(), copyOf));
        }
      }
    }
    return entries;
  }

  private static Optional<Kind> kind(Claim claim) {
    return Optional.ofNullable(KINDS.get(claim.type().id()));
  }

  /** The root's name as told. */
  private static String rootName(Claim claim, Root root) {
    Optional<String> holder = claim.attribution().innermost().map(Attribution.Holder::name);
    return holder.map(name -> root.named() ? name : name + " (unnamed)").or(claim::publisher).orElse(Claim.NAMELESS_PUBLISHER);
  }

  /** Of people without a name, that of the side they are on. */
  private Optional<Interest> interest(Root root, Participant favoured, Optional<LocalDate> day) {
    return interests.of(root.named() ? root.key() : root.leaning().orElse(root.key()), favoured.key(), day);
  }

  /** The doers; of a siege, the parties that the pack knows among the besieged. */
  private static List<Participant> holders(Claim claim, Kind kind) {
    return kind == Kind.BESIEGED
        ? claim.targets().stream().filter(p -> p.actor().isPresent()).toList()
        : claim.actors();
  }

  private ControlEntry entry(
      Claim claim, Location place, Participant holder, Kind kind, List<String> copyOf) {
    Optional<LocalDate> since = claim.time().map(TimeWindow::start);
    Root root = speakers.of(claim);
    Optional<Interest> interest = interest(root, favoured(claim, holder, kind), since.or(claim::published));
    boolean favours = (kind == Kind.TAKEN || kind == Kind.HELD) == (claim.certainty() != Certainty.DENIED);
    return new ControlEntry(
        place,
        portions.find(claim.evidence().quote(), place.surface(), place.name()),
        holder.key(),
        holder.name(),
        kind,
        standing(interest.orElse(Interest.NEUTRAL), favours),
        root.named() && interest.isPresent(),
        claim.certainty(),
        since,
        claim.time().map(t -> by(t, claim.published())),
        claim.published(),
        Optional.empty(),
        root.key(),
        rootName(claim, root),
        claim.publisher(),
        claim.id(),
        copyOf);
  }

  /** "Its allies" gain what the party gains that is named with them. */
  private static Participant favoured(Claim claim, Participant holder, Kind kind) {
    return holder.actor().isPresent()
        ? holder
        : holders(claim, kind).stream().filter(p -> p.actor().isPresent()).findFirst().orElse(holder);
  }

  /** What happened "this year" had happened when it was told. */
  private static LocalDate by(TimeWindow time, Optional<LocalDate> published) {
    return published.filter(p -> p.isBefore(time.end()) && !p.isBefore(time.start())).orElse(time.end());
  }

  /**
   * Whose interest a word serves.
   *
   * @param interest of the speaker in what favours the holder
   * @param favours whether the word favours the holder
   */
  private static Standing standing(Interest interest, boolean favours) {
    return switch (interest) {
      case NEUTRAL -> Standing.NEUTRAL;
      case SELF_SERVING -> favours ? Standing.CLAIMED : Standing.CONCEDED;
      case AGAINST_INTEREST -> favours ? Standing.CONCEDED : Standing.CLAIMED;
    };
  }
}
