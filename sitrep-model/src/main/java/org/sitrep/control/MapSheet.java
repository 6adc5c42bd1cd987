package org.sitrep.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.mention.Area;

/**
 * All that one map shows.
 *
 * @param title its heading
 * @param day the day it stands for, by which evidence is old or new; empty where nothing has one
 * @param states what is said of each place
 * @param ground areas and fronts
 * @param zones the zones
 * @param proximities the distances to show
 * @param rivers their names and lines, as background
 * @param names names of sides and parties, by their ids
 * @param frame south, west, north and east in degrees; all that there is where empty
 */
public record MapSheet(
    String title,
    Optional<LocalDate> day,
    List<ControlState> states,
    Ground ground,
    List<Zone> zones,
    List<Proximity> proximities,
    List<River> rivers,
    Map<String, String> names,
    Optional<Frame> frame) {

  /** A stretch of a river, as background. */
  public record River(String name, List<Area.Point> line) {}

  /** A stretch of the earth; west is smaller than east. */
  public record Frame(double south, double west, double north, double east) {

    public Frame {
      if (!(south >= -90 && south < north && north <= 90 && west >= -180 && west < east && east <= 540)) {
        throw new IllegalArgumentException("no frame: " + south + ", " + west + ", " + north + ", " + east);
      }
    }
  }

  public MapSheet {
    states = List.copyOf(states);
    zones = List.copyOf(zones);
    proximities = List.copyOf(proximities);
    rivers = List.copyOf(rivers);
    names = Map.copyOf(names);
  }
}
