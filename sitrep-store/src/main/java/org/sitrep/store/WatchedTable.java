package org.sitrep.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.sitrep.page.Watched;

/** Watched addresses as rows. */
final class WatchedTable {

  private WatchedTable() {}

  static List<Watched> list(DuckDBConnection db) throws SQLException {
    List<Watched> found = new ArrayList<>();
    try (PreparedStatement s = db.prepareStatement("SELECT state FROM watched ORDER BY url");
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        found.add(Json.read(r.getString(1), Watched.class));
      }
    }
    return found;
  }

  static void save(DuckDBConnection db, Watched watched) throws SQLException {
    try (PreparedStatement s = db.prepareStatement("INSERT OR REPLACE INTO watched VALUES (?, ?)")) {
      s.setString(1, watched.url());
      s.setString(2, Json.write(watched));
      s.executeUpdate();
    }
  }
}
