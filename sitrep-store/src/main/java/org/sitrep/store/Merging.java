package org.sitrep.store;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.sitrep.flow.Issue;

/**
 * Takes over what another store holds, which is attached as {@code other}. What is here already is left as it
 * is, so that doing it again changes nothing. One use; the caller holds the transaction.
 */
final class Merging {

  private static final String NEW = "SELECT digest FROM merged";

  private final DuckDBConnection db;
  private final Path file;
  private long runs;

  Merging(DuckDBConnection db, Path file) {
    this.db = db;
    this.file = file;
  }

  /** Attaches the other store for reading; refuses it where its tables are not those of this one. */
  void attach() throws SQLException {
    try {
      execute("ATTACH '" + file.toAbsolutePath().toString().replace("'", "''") + "' AS other (READ_ONLY)");
    } catch (SQLException e) {
      throw Opening.refusal(file, e);
    }
    String here = columns(db.getCatalog());
    if (!here.equals(columns("other")) || !one("SELECT value FROM other.meta WHERE key = 'schema_version'").equals("" + Store.SCHEMA_VERSION)) {
      detach();
      throw new StoreException(
          file, StoreException.Reason.VERSION,
          "no store of the version that this program reads (" + Store.SCHEMA_VERSION
              + "), so it cannot be merged; read its inputs instead", null);
    }
  }

  void detach() throws SQLException {
    execute("DETACH other");
  }

  Merged run() throws SQLException {
    int already = count("SELECT count(*) FROM other.documents WHERE digest IN (SELECT digest FROM documents)");
    runs = Long.parseLong(one("SELECT coalesce(max(run), 0) FROM runs"));
    execute(
        "CREATE OR REPLACE TEMP TABLE merged AS SELECT digest FROM other.documents"
            + " WHERE digest NOT IN (SELECT digest FROM documents)");
    List<Issue> moved = PlaceTable.merge(db, file.toString());
    int documents = documents();
    int claims = claims();
    int posts = DiscussionTable.merge(db, one("SELECT value FROM other.meta WHERE key = 'author_key'"), NEW);
    MergedVersions versions = new MergedVersions(db);
    int sightings = versions.run();
    int erased = DiscussionTable.mergeErased(db, strings(NEW));
    int rulings =
        update(
            "INSERT INTO rulings SELECT (SELECT coalesce(max(seq), 0) FROM rulings) + row_number() OVER (ORDER BY o.seq),"
                + " o.ruling FROM other.rulings o WHERE o.ruling NOT IN (SELECT ruling FROM rulings)");
    int issues = issues();
    IssueTable.add(db, runs, moved, null);
    IssueTable.add(db, runs, versions.issues(), null);
    if (documents + sightings + rulings > 0) {
      events();
      Opening.setMeta(db, "events_current", "false");
    }
    execute("DROP TABLE merged");
    return new Merged(documents, already, claims, sightings, posts, erased, rulings, issues, moved);
  }

  private int documents() throws SQLException {
    update(
        "INSERT INTO runs SELECT * REPLACE (run + " + runs + " AS run) FROM other.runs WHERE run IN"
            + " (SELECT run FROM other.documents WHERE digest IN (" + NEW + "))");
    int documents =
        update(
            "INSERT INTO documents SELECT * REPLACE ((SELECT coalesce(max(seq), 0) FROM documents)"
                + " + row_number() OVER (ORDER BY seq) AS seq, run + " + runs + " AS run)"
                + " FROM other.documents WHERE digest IN (" + NEW + ")");
    update("INSERT INTO blocks SELECT * FROM other.blocks WHERE digest IN (" + NEW + ")");
    return documents;
  }

  private int claims() throws SQLException {
    int claims =
        update(
        "INSERT INTO claims SELECT * REPLACE ((SELECT coalesce(max(seq), 0) FROM claims)"
            + " + row_number() OVER (ORDER BY seq) AS seq) FROM other.claims WHERE digest IN (" + NEW + ")");
    update(
        "INSERT INTO told SELECT here.doc, o.claims FROM other.told o JOIN other.claims c ON c.seq = o.doc"
            + " JOIN (SELECT digest, min(seq) AS doc FROM claims WHERE digest IN (" + NEW + ") GROUP BY digest) here"
            + " ON here.digest = c.digest");
    return claims;
  }

  private int issues() throws SQLException {
    return update(
        "INSERT INTO issues SELECT * REPLACE (run + " + runs + " AS run) FROM other.issues o WHERE NOT EXISTS"
            + " (SELECT 1 FROM issues i WHERE i.kind = o.kind AND i.origin = o.origin AND i.position = o.position"
            + " AND i.message = o.message)");
  }

  /** The ids of the other store's events, so that when events are made anew it is written what became of them. */
  private void events() throws SQLException {
    update(
        "INSERT INTO event_claims SELECT * FROM other.event_claims o WHERE o.event_id NOT IN (SELECT event_id FROM events)"
            + " AND o.event_id NOT IN (SELECT old_id FROM event_redirects)");
    update(
        "INSERT INTO event_redirects SELECT * REPLACE (change + (SELECT coalesce(max(change), 0) FROM event_redirects)"
            + " AS change) FROM other.event_redirects o WHERE o.old_id NOT IN (SELECT old_id FROM event_redirects)"
            + " AND o.old_id NOT IN (SELECT event_id FROM events)");
  }

  private String columns(String catalog) throws SQLException {
    return one(
        "SELECT coalesce(string_agg(table_name || '.' || column_name || ' ' || data_type, ','"
            + " ORDER BY table_name, column_index), '') FROM duckdb_columns()"
            + " WHERE database_name = '" + catalog.replace("'", "''") + "' AND schema_name = 'main' AND NOT internal");
  }

  private String one(String sql) throws SQLException {
    return strings(sql).stream().findFirst().orElse("");
  }

  private int count(String sql) throws SQLException {
    return Integer.parseInt(one(sql));
  }

  private List<String> strings(String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (PreparedStatement s = db.prepareStatement(sql);
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        found.add(r.getString(1));
      }
    }
    return found;
  }

  private int update(String sql) throws SQLException {
    try (PreparedStatement s = db.prepareStatement(sql)) {
      return s.executeUpdate();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement s = db.createStatement()) {
      s.execute(sql);
    }
  }
}
