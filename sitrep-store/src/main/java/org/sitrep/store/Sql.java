package org.sitrep.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/** Short forms of statements. Long lists of values are literals: thousands of placeholders are slow. */
final class Sql {

  private Sql() {}

  static void run(DuckDBConnection db, String sql, String... values) throws SQLException {
    if (values.length == 0) {
      try (Statement s = db.createStatement()) {
        s.execute(sql);
      }
      return;
    }
    try (PreparedStatement s = db.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        s.setString(i + 1, values[i]);
      }
      s.executeUpdate();
    }
  }

  /** The first column of what is found. */
  static List<Long> longs(DuckDBConnection db, String sql) throws SQLException {
    List<Long> found = new ArrayList<>();
    try (PreparedStatement s = db.prepareStatement(sql);
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        found.add(r.getLong(1));
      }
    }
    return found;
  }

  /** The number that a query finds. */
  static int count(DuckDBConnection db, String sql, EventTable.Binding values) throws SQLException {
    try (PreparedStatement s = db.prepareStatement(sql)) {
      values.to(s);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getInt(1);
      }
    }
  }

  static String numbers(Collection<Long> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
  }

  /** Literals; the ids are our own, but quotation marks in one must not end it. */
  static String texts(Collection<String> values) {
    return values.isEmpty()
        ? "('')"
        : values.stream().map(v -> "'" + v.replace("'", "''") + "'").collect(Collectors.joining(", ", "(", ")"));
  }
}
