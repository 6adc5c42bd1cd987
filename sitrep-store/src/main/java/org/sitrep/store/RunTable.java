package org.sitrep.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Runs of reading as rows. */
final class RunTable {

  private RunTable() {}

  static void begin(DuckDBConnection db, long run, List<String> inputs) throws SQLException {
    try (DuckDBAppender out = db.createAppender("runs")) {
      out.beginRow();
      out.append(run);
      out.append(LocalDateTime.now(ZoneOffset.UTC));
      out.appendNull();
      out.append(String.join("\n", inputs));
      out.appendNull().appendNull().appendNull();
      out.endRow();
    }
  }

  static void end(DuckDBConnection db, long run, int documents, int skipped, int rejected)
      throws SQLException {
    try (PreparedStatement s =
        db.prepareStatement(
            "UPDATE runs SET finished = ?, documents = ?, skipped = ?, rejected = ? WHERE run = ?")) {
      s.setObject(1, LocalDateTime.now(ZoneOffset.UTC));
      s.setInt(2, documents);
      s.setInt(3, skipped);
      s.setInt(4, rejected);
      s.setLong(5, run);
      s.executeUpdate();
    }
  }
}
