package org.sitrep.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Copies;
import org.sitrep.claim.Interest;
import org.sitrep.claim.Participant;
import org.sitrep.control.ControlEntry;
import org.sitrep.control.ControlEntry.Kind;
import org.sitrep.control.ControlEntry.Standing;
import org.sitrep.mention.Location;
import org.sitrep.time.TimeWindow;

/** Enters claims of capture, withdrawal, control and siege into the ledger. Immutable and thread-safe. */
final class Bookkeeper {

  private final Interests interests;
  private final Copies copies;

  Bookkeeper(Interests interests, Copies copies) {
    this.interests = interests;
    this.copies = copies;
  }

  /** The entries of a claim: one for each place and holder, none where it names no place or no holder. */
  List<Posting> post(Claim claim) {
    Optional<Kind> kind = kind(claim);
    List<Posting> postings = new ArrayList<>();
    if (kind.isPresent() && claim.certainty() != Certainty.PLANNED) {
      for (Location place : claim.places()) {
        for (Participant holder : holders(claim, kind.get())) {
          postings.add(posting(claim, place, holder, kind.get()));
        }
      }
    }
    return postings;
  }

  private static Optional<Kind> kind(Claim claim) {
    return switch (claim.type().id()) {
      case "capture" -> Optional.of(Kind.TAKEN);
      case "control" -> Optional.of(Kind.HELD);
      case "withdrawal" -> Optional.of(Kind.LOST);
      case "siege" -> Optional.of(Kind.BESIEGED);
      default -> Optional.empty();
    };
  }

  /** The doers; of a siege, the parties that the pack knows among the besieged. */
  private static List<Participant> holders(Claim claim, Kind kind) {
    return kind == Kind.BESIEGED
        ? claim.targets().stream().filter(p -> p.actor().isPresent()).toList()
        : claim.actors();
  }

  private Posting posting(Claim claim, Location place, Participant holder, Kind kind) {
    String root = copies.root(claim);
    Optional<LocalDate> day = claim.time().map(TimeWindow::start).or(claim::published);
    Optional<Interest> interest = interests.of(root, holder.key(), day);
    boolean favours = (kind == Kind.TAKEN || kind == Kind.HELD) == (claim.certainty() != Certainty.DENIED);
    ControlEntry entry =
        new ControlEntry(
            place,
            holder.key(),
            holder.name(),
            kind,
            standing(interest.orElse(Interest.NEUTRAL), favours),
            claim.certainty(),
            claim.time().map(TimeWindow::start),
            claim.published(),
            root,
            claim.id());
    return new Posting(entry, interest.isPresent());
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
