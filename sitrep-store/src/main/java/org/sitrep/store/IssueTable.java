package org.sitrep.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.sitrep.flow.Issue;

/** Issues as rows; the same one found again by a later run takes that run's number. */
final class IssueTable {

  private IssueTable() {}

  static void add(DuckDBConnection db, long run, List<Issue> issues, @Nullable String digest)
      throws SQLException {
    for (Issue issue : issues) {
      if (!renew(db, run, issue)) {
        insert(db, run, issue, digest);
      }
    }
  }

  private static boolean renew(DuckDBConnection db, long run, Issue issue) throws SQLException {
    try (PreparedStatement s =
        db.prepareStatement(
            "UPDATE issues SET run = ?"
                + " WHERE kind = ? AND origin = ? AND position = ? AND message = ? AND run < ?")) {
      s.setLong(1, run);
      s.setString(2, kind(issue));
      s.setString(3, issue.where());
      s.setLong(4, issue.position());
      s.setString(5, issue.message());
      s.setLong(6, run);
      return s.executeUpdate() > 0;
    }
  }

  private static void insert(DuckDBConnection db, long run, Issue issue, @Nullable String digest)
      throws SQLException {
    try (PreparedStatement s =
        db.prepareStatement("INSERT INTO issues VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      s.setLong(1, run);
      s.setString(2, kind(issue));
      s.setBoolean(3, issue.kind().rejects());
      s.setString(4, issue.where());
      s.setLong(5, issue.position());
      s.setString(6, issue.message());
      s.setString(7, digest);
      s.executeUpdate();
    }
  }

  static List<Issue> list(DuckDBConnection db) throws SQLException {
    List<Issue> found = new ArrayList<>();
    try (PreparedStatement s =
            db.prepareStatement("SELECT * FROM issues ORDER BY run, origin, position, message");
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        found.add(
            new Issue(
                Issue.Kind.valueOf(r.getString("kind").toUpperCase(Locale.ROOT)),
                r.getString("origin"),
                r.getLong("position"),
                r.getString("message")));
      }
    }
    return found;
  }

  private static String kind(Issue issue) {
    return issue.kind().name().toLowerCase(Locale.ROOT);
  }
}
