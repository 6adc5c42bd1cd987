package org.sitrep.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.sitrep.claim.Claim;
import org.sitrep.entity.Place;
import org.sitrep.flow.Issue;
import org.sitrep.mention.Location;

/**
 * Where the gazetteer had each place when it was last met with. Claims keep the coordinates that they were read
 * with, so a place that moves is two places on the map until the older documents are read anew. Not thread-safe.
 */
final class PlaceTable {

  /** Degrees; about a hundred metres. */
  private static final double MOVED = 0.001;

  private record Spot(double lat, double lon) {
    boolean isElsewhere(double otherLat, double otherLon) {
      return Math.abs(lat - otherLat) > MOVED || Math.abs(lon - otherLon) > MOVED;
    }
  }

  private final Map<String, Spot> spots = new HashMap<>();

  static PlaceTable of(DuckDBConnection db) throws SQLException {
    PlaceTable table = new PlaceTable();
    try (PreparedStatement s = db.prepareStatement("SELECT place_id, lat, lon FROM place_spots");
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        table.spots.put(r.getString(1), new Spot(r.getDouble(2), r.getDouble(3)));
      }
    }
    return table;
  }

  /** Notes the places of claims that are being saved; what has moved since the last time is an issue. */
  List<Issue> note(DuckDBConnection db, List<Claim> claims) throws SQLException {
    List<Issue> issues = new ArrayList<>();
    for (Claim claim : claims) {
      for (Location location : claim.places()) {
        if (location.place().isPresent()) {
          note(db, claim.doc(), location.place().get(), issues);
        }
      }
    }
    return issues;
  }

  private void note(DuckDBConnection db, String doc, Place place, List<Issue> issues) throws SQLException {
    Spot before = spots.get(place.id());
    if (before == null) {
      write(db, "INSERT INTO place_spots (lat, lon, place_id) VALUES (?, ?, ?)", place);
    } else if (before.isElsewhere(place.lat(), place.lon())) {
      write(db, "UPDATE place_spots SET lat = ?, lon = ? WHERE place_id = ?", place);
      issues.add(
          new Issue(
              Issue.Kind.PLACE, doc, 0,
              moved(place.name(), place.id(), before.lat, before.lon, place.lat(), place.lon())
                  + "; documents read before keep the old spot until they are read into a new store"));
    }
  }

  private void write(DuckDBConnection db, String sql, Place place) throws SQLException {
    try (PreparedStatement s = db.prepareStatement(sql)) {
      s.setDouble(1, place.lat());
      s.setDouble(2, place.lon());
      s.setString(3, place.id());
      s.executeUpdate();
    }
    spots.put(place.id(), new Spot(place.lat(), place.lon()));
  }

  /**
   * The places that two attached stores have at different spots, as issues; those of the other store that are
   * not here are taken over.
   *
   * @param other the other store, as the user named it
   */
  static List<Issue> merge(DuckDBConnection db, String other) throws SQLException {
    List<Issue> issues = new ArrayList<>();
    String sql =
        "SELECT p.place_id, p.lat, p.lon, o.lat, o.lon FROM place_spots p JOIN other.place_spots o USING (place_id)"
            + " WHERE abs(p.lat - o.lat) > ? OR abs(p.lon - o.lon) > ? ORDER BY p.place_id";
    try (PreparedStatement s = db.prepareStatement(sql)) {
      s.setDouble(1, MOVED);
      s.setDouble(2, MOVED);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          String id = r.getString(1);
          issues.add(
              new Issue(
                  Issue.Kind.PLACE, other, 0,
                  moved("a place", id, r.getDouble(2), r.getDouble(3), r.getDouble(4), r.getDouble(5))
                      + " in the other store; claims keep the spot that they were read with"));
        }
      }
    }
    try (PreparedStatement s =
        db.prepareStatement(
            "INSERT INTO place_spots SELECT * FROM other.place_spots o"
                + " WHERE o.place_id NOT IN (SELECT place_id FROM place_spots)")) {
      s.executeUpdate();
    }
    return issues;
  }

  private static String moved(String name, String id, double lat, double lon, double newLat, double newLon) {
    return String.format(
        Locale.ROOT, "%s (%s) stood at %.4f, %.4f and stands at %.4f, %.4f", name, id, lat, lon, newLat, newLon);
  }
}
