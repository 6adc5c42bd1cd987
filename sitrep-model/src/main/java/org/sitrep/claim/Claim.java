package org.sitrep.claim;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.entity.EventType;
import org.sitrep.mention.Location;
import org.sitrep.time.TimeWindow;

/**
 * One statement, made by someone, that one thing happened, is the case, or will happen. The unit of
 * evidence.
 *
 * @param id stable: made from document, evidence and type
 * @param doc the document's id
 * @param digest digest of the capture it was read from
 * @param publisher the outlet, where known
 * @param published the day the document speaks from, where known
 * @param section "headline", "standfirst", "body" or "block_quote"
 * @param evidence the characters it rests on
 * @param type what kind of happening
 * @param subType a finer type below it that an ontology asks for, or empty
 * @param actors who did it
 * @param targets to whom
 * @param places where; the first is the place of the event, further ones are coordinated with it
 * @param time when
 * @param attribution whose word it is
 * @param certainty how far that holder commits
 * @param casualties stated losses
 * @param materiel weapons and equipment named as used, moved or destroyed
 * @param distance ground gained or offset, where stated
 * @param provenance the rules that made it
 */
public record Claim(
    String id,
    String doc,
    String digest,
    Optional<String> publisher,
    Optional<LocalDate> published,
    String section,
    Evidence evidence,
    EventType type,
    String subType,
    List<Participant> actors,
    List<Participant> targets,
    List<Location> places,
    Optional<TimeWindow> time,
    Attribution attribution,
    Certainty certainty,
    List<Casualties> casualties,
    List<String> materiel,
    Optional<Distance> distance,
    Provenance provenance) {

  /** What a publisher is called that no name is known of. */
  public static final String NAMELESS_PUBLISHER = "the publisher";

  /**
   * The one order in which claims are worked through, so that results never depend on the order in which
   * documents arrive: by day of publication (undated last), document, place in the document, type, id.
   */
  public static final Comparator<Claim> CANONICAL = Claim::inOrder;

  private static int inOrder(Claim a, Claim b) {
    int order = a.published.orElse(LocalDate.MAX).compareTo(b.published.orElse(LocalDate.MAX));
    order = order != 0 ? order : a.doc.compareTo(b.doc);
    order = order != 0 ? order : a.evidence.span().compareTo(b.evidence.span());
    order = order != 0 ? order : a.type.id().compareTo(b.type.id());
    return order != 0 ? order : a.id.compareTo(b.id);
  }

  public Claim {
    actors = List.copyOf(actors);
    targets = List.copyOf(targets);
    places = List.copyOf(places);
    casualties = List.copyOf(casualties);
    materiel = List.copyOf(materiel);
  }

  /** Where it happened, where stated. */
  public Optional<Location> place() {
    return places.isEmpty() ? Optional.empty() : Optional.of(places.getFirst());
  }

  /** The stated loss of one kind, where there is one. */
  public Optional<Casualties> casualties(Casualties.Fate fate) {
    return casualties.stream().filter(c -> c.fate() == fate).findFirst();
  }

  /** Who vouches for it: the innermost holder's key, else the publisher's. */
  public String root() {
    return attribution.innermost().map(Attribution.Holder::key).orElse(publisher.orElse("@publisher"));
  }

  /** Claims by their ids. */
  public static Map<String, Claim> byId(Collection<Claim> claims) {
    Map<String, Claim> byId = new HashMap<>();
    claims.forEach(c -> byId.putIfAbsent(c.id(), c));
    return byId;
  }

  /** The names of those who vouch for claims, by their {@link #root}. */
  public static Map<String, String> rootNames(Collection<Claim> claims) {
    Map<String, String> names = new HashMap<>();
    for (Claim claim : claims) {
      Optional<String> name = claim.attribution.innermost().map(Attribution.Holder::name);
      names.putIfAbsent(claim.root(), name.or(claim::publisher).orElse(NAMELESS_PUBLISHER));
    }
    return names;
  }
}
