package org.sitrep.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.duckdb.DuckDBConnection;
import org.sitrep.flow.Issue;

/**
 * Decides which documents of this store the snapshots of another one are versions of: what was one document
 * there is one here, and beyond that the rules of {@link VersionTable} hold. One use.
 */
final class MergedVersions {

  private record Sighting(String work, String digest, Instant seen) {}

  private final DuckDBConnection db;
  private final Map<String, String> works = new HashMap<>();
  private final List<Issue> issues = new ArrayList<>();

  MergedVersions(DuckDBConnection db) {
    this.db = db;
  }

  /** What was done about versions whose order nothing states. */
  List<Issue> issues() {
    return issues;
  }

  /**
   * Takes the sightings over that are not here; tells how many. When a snapshot that is here, too, was seen there first says
   * nothing new: it is its time of fetching, or no more than when somebody read it.
   */
  int run() throws SQLException {
    List<Sighting> sightings = sightings();
    for (Sighting sighting : sightings) {
      Set<String> same = new LinkedHashSet<>();
      VersionTable.workOf(db, sighting.digest).ifPresent(same::add);
      if (same.isEmpty()) {
        same.addAll(VersionTable.works(db, snapshot(sighting.digest)));
      }
      if (works.containsKey(sighting.work)) {
        same.add(works.get(sighting.work));
      }
      String work = VersionTable.unite(db, same, sighting.digest);
      VersionTable.insert(db, work, sighting.digest, sighting.seen);
      FusedTable.changed(db, work);
      works.replaceAll((there, here) -> same.contains(here) ? work : here);
      works.put(sighting.work, work);
    }
    Set<String> several = new TreeSet<>(VersionTable.listSeveralWorks(db));
    several.retainAll(new HashSet<>(works.values()));
    for (String work : several) {
      issues.addAll(VersionOrder.settle(db, work));
    }
    return sightings.size();
  }

  private List<Sighting> sightings() throws SQLException {
    List<Sighting> found = new ArrayList<>();
    try (PreparedStatement s =
            db.prepareStatement(
                "SELECT o.work, o.digest, o.seen FROM other.versions o"
                    + " WHERE NOT EXISTS (SELECT 1 FROM versions v WHERE v.digest = o.digest AND (v.seen = o.seen OR o.seq ="
                    + " (SELECT min(f.seq) FROM other.versions f WHERE f.digest = o.digest))) ORDER BY o.seq");
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        Instant seen = r.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        found.add(new Sighting(r.getString(1), r.getString(2), seen));
      }
    }
    return found;
  }

  private VersionTable.Snapshot snapshot(String digest) throws SQLException {
    try (PreparedStatement s = db.prepareStatement("SELECT * FROM documents WHERE digest = ?")) {
      s.setString(1, digest);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return new VersionTable.Snapshot(
            r.getString("doc"), r.getString("origin"), r.getLong("run"), Row.string(r, "address"),
            Row.string(r, "own_address"), Row.string(r, "publisher"), Row.day(r, "published"),
            DocumentTable.article(db, digest));
      }
    }
  }
}
