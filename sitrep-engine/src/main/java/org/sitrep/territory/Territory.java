package org.sitrep.territory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sitrep.claim.Claim;
import org.sitrep.control.ControlState;
import org.sitrep.control.EvidencePoint;
import org.sitrep.control.Ground;
import org.sitrep.control.ProximitySeries;
import org.sitrep.control.Zone;
import org.sitrep.entity.Actor;
import org.sitrep.event.Event;
import org.sitrep.flow.Issue;
import org.sitrep.knowledge.Knowledge;

/**
 * What the ledger and the claims look like on the ground. Areas and fronts are illustration: they show what is
 * nearest to a place with evidence, within its reach and on its side of a river; elsewhere there is no
 * evidence. Distances are between evidence points, never between areas. Zones are claims.
 *
 * <p>All geometry is done on planes that touch the earth at the middle of what is drawn, and handed over in
 * degrees (WGS 84). Bad input gives issues, never exceptions. Immutable and thread-safe.
 */
public final class Territory {

  private final Knowledge knowledge;
  private final ZoneReader zones;
  private final Containment containment;

  /** By the rules, rivers and affiliations of {@code knowledge}. */
  public Territory(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.zones = new ZoneReader(knowledge.territory().zones(), knowledge.counts(), knowledge.rivers(), knowledge.places());
    this.containment = new Containment(knowledge.counts(), knowledge.rivers());
  }

  /**
   * Areas and fronts.
   *
   * @param states what is said of each place
   * @param day by whose affiliations parties are joined to sides and held to be opposed
   */
  public Ground ground(List<ControlState> states, LocalDate day) {
    return new Grounds(knowledge.territory(), knowledge.actors(), knowledge.rivers(), day).draw(states);
  }

  /** Distances between sides, with what could not be used. */
  public record Distanced(List<ProximitySeries> series, List<Issue> issues) {

    public Distanced {
      series = List.copyOf(series);
      issues = List.copyOf(issues);
    }
  }

  /** How near the sides came that the packs list as opposed. */
  public Distanced proximity(List<Claim> claims) {
    Presence presence = new Presence(knowledge.territory(), knowledge.actors());
    Distances distances = distances(presence.read(claims), presence.meetings());
    return new Distanced(distances.opposed(), presence.issues());
  }

  /**
   * How near two sides came, whether or not they are listed as opposed.
   *
   * @param a names or ids of parties; each stands for its side
   * @param b the same, of the other side
   */
  public Distanced proximity(List<Claim> claims, List<String> a, List<String> b) {
    Presence presence = new Presence(knowledge.territory(), knowledge.actors());
    List<EvidencePoint> points = presence.read(claims);
    List<String> sidesOfA = sides(ids(a, claims), points);
    List<String> sidesOfB = sides(ids(b, claims), points);
    Distances distances = distances(points, presence.meetings());
    List<ProximitySeries> series = new ArrayList<>();
    for (String one : sidesOfA) {
      for (String other : sidesOfB) {
        if (!one.equals(other)) {
          distances.between(one, other, false).ifPresent(series::add);
        }
      }
    }
    return new Distanced(series, presence.issues());
  }

  private Distances distances(List<EvidencePoint> points, Set<String> meetings) {
    return new Distances(knowledge.territory().proximity(), knowledge.actors(), points, meetings);
  }

  /** The sides that parties of these ids were on, on the days on which evidence places anybody. */
  private List<String> sides(List<String> ids, List<EvidencePoint> points) {
    List<LocalDate> days = points.stream().flatMap(p -> p.day().stream()).distinct().toList();
    List<LocalDate> when = days.isEmpty() ? List.of(LocalDate.EPOCH) : days;
    return ids.stream().flatMap(id -> when.stream().map(day -> knowledge.actors().side(id, day))).distinct().sorted().toList();
  }

  /**
   * The ids of the parties that names may mean: of an id, of a name in the packs, else of the parties that claims call so.
   *
   * @return empty where nobody is called so
   */
  public List<String> ids(List<String> names, List<Claim> claims) {
    List<String> ids = new ArrayList<>();
    for (String name : names) {
      Optional<Actor> byId = knowledge.actors().find(name);
      List<Actor> named = byId.isPresent() ? byId.stream().toList() : knowledge.actors().named(name);
      named.forEach(a -> ids.add(a.id()));
      if (named.isEmpty()) {
        String wanted = plain(name);
        claims.stream()
            .flatMap(c -> Stream.concat(c.actors().stream(), c.targets().stream()))
            .filter(p -> plain(p.name()).contains(wanted) || plain(p.surface()).contains(wanted))
            .flatMap(p -> p.actor().stream())
            .distinct()
            .forEach(ids::add);
      }
    }
    return ids;
  }

  private static String plain(String name) {
    return " " + name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
  }

  /** Zones, with what could not be placed. */
  public record Zones(List<Zone> zones, List<Issue> issues) {

    public Zones {
      zones = List.copyOf(zones);
      issues = List.copyOf(issues);
    }
  }

  /** The zones that claims tell of, in the order of claims. */
  public Zones zones(List<Claim> claims) {
    List<Zone> read = new ArrayList<>();
    List<Issue> issues = new ArrayList<>();
    List<Claim> told = claims.stream().filter(zones::isZone).sorted(Claim.CANONICAL).toList();
    told.stream().filter(c -> told.stream().noneMatch(other -> zones.saysMore(other, c))).forEach(c -> read.add(zones.read(c, issues)));
    return new Zones(read, issues);
  }

  /** Whether an event lies in a zone while it is said to exist. Events that are zones themselves lie in none. */
  public Zone.Inside inside(Zone zone, Event event) {
    return event.claims().stream().anyMatch(zones::isZone) ? Zone.Inside.NO : containment.of(zone, event.place(), event.time());
  }
}
