package org.sitrep.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.sitrep.event.Ruling;

/** People's rulings as rows; only ever added to. */
final class RulingTable {

  private RulingTable() {}

  static void add(DuckDBConnection db, Ruling ruling) throws SQLException {
    try (PreparedStatement s =
        db.prepareStatement("INSERT INTO rulings SELECT coalesce(max(seq), 0) + 1, ? FROM rulings")) {
      s.setString(1, Json.write(ruling));
      s.executeUpdate();
    }
  }

  static List<Ruling> list(DuckDBConnection db) throws SQLException {
    List<Ruling> found = new ArrayList<>();
    try (PreparedStatement s = db.prepareStatement("SELECT ruling FROM rulings ORDER BY seq");
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        found.add(Json.read(r.getString(1), Ruling.class));
      }
    }
    return found;
  }
}
