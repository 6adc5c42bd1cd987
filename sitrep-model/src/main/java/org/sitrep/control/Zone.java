package org.sitrep.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Participant;
import org.sitrep.mention.Area;

/**
 * A zone as one claim tells of it: a no-fly zone, a buffer, a demarcation line, a curfew. What the claim leaves
 * open stays open: a centre with two readings has two outlines.
 *
 * @param id id of the claim
 * @param kind what sort, as listed in {@code territory.yml}; "zone" where the words don't say
 * @param outlines where it may lie, one for each reading of its place; empty where none is known
 * @param proclaimers who declares or enforces it
 * @param bound whom it binds, where stated
 * @param from the first day, else the day of publication
 * @param until the last day, where stated
 * @param certainty how far the claim commits
 * @param root who vouches for it
 * @param evidence the words
 */
public record Zone(
    String id,
    String kind,
    List<Outline> outlines,
    List<Participant> proclaimers,
    List<Participant> bound,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    Certainty certainty,
    String root,
    String evidence) {

  /** Whether something lies in a zone. */
  public enum Inside {
    YES,
    /** By one reading of the zone's place and not by another, or within the radius of one of the two places. */
    POSSIBLY,
    NO
  }

  /** Where a zone lies, by one reading of its place. */
  public sealed interface Outline {

    /** The name of the place. */
    String name();

    /**
     * All within a distance of a point.
     *
     * @param name name of the centre
     * @param place id of the centre in the gazetteer, or empty
     * @param lat degrees north
     * @param lon degrees east
     * @param km the radius
     * @param stated whether the claim states the radius; else it is that of the place
     * @param rings for drawing; empty where it has no size or spans too much of the earth
     */
    record Disc(String name, String place, double lat, double lon, double km, boolean stated, List<Area> rings)
        implements Outline {
      public Disc {
        rings = List.copyOf(rings);
      }
    }

    /**
     * One side of a river.
     *
     * @param name name of the river
     * @param bearing degrees from north towards which the side lies
     * @param lat degrees north of the middle of the reach meant
     * @param lon degrees east
     * @param reach kilometres from there within which the reach lies
     * @param km how far from the river
     * @param stated whether the claim states how far
     * @param rings for drawing
     */
    record Bank(
        String name, double bearing, double lat, double lon, double reach, double km, boolean stated, List<Area> rings)
        implements Outline {
      public Bank {
        rings = List.copyOf(rings);
      }
    }

    /**
     * A line along a river, which has two sides and nothing inside.
     *
     * @param name name of the river
     * @param lines in degrees
     */
    record Line(String name, List<List<Area.Point>> lines) implements Outline {
      public Line {
        lines = lines.stream().map(List::copyOf).toList();
      }
    }
  }

  public Zone {
    outlines = List.copyOf(outlines);
    proclaimers = List.copyOf(proclaimers);
    bound = List.copyOf(bound);
  }

  /** Whether it is said to be in force on a day; one without any day is taken to be. */
  public boolean isInForce(LocalDate day) {
    return from.map(f -> !f.isAfter(day)).orElse(true) && until.map(u -> !u.isBefore(day)).orElse(true);
  }

  /** Whether it is said to exist: neither denied nor only planned. */
  public boolean isSaidToExist() {
    return certainty != Certainty.DENIED && certainty != Certainty.PLANNED;
  }
}
