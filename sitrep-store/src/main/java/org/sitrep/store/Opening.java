package org.sitrep.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Objects;
import org.duckdb.DuckDBConnection;

/** Opens a file as a store, makes its tables when it is new, and says clearly when it cannot be one. */
final class Opening {

  private Opening() {}

  static DuckDBConnection connect(Path file) {
    check(file);
    try {
      return (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file);
    } catch (SQLException e) {
      throw refusal(file, e);
    }
  }

  /** Why the database did not open a file. */
  static StoreException refusal(Path file, SQLException e) {
      String message = String.valueOf(e.getMessage());
      if (message.contains("lock on file") || message.contains("being used by another process")) {
        return new StoreException(
            file,
            StoreException.Reason.LOCKED,
            "in use by another process (a running `sitrep serve` or `read`?); close that one first",
            e);
      }
      if (message.contains("not a valid DuckDB") || message.contains("version number") || message.contains("in-memory database")) {
        return other(file, "no sitrep store, or one of another version; name another file with --store", e);
      }
      return new StoreException(file, StoreException.Reason.BROKEN, firstLine(e), e);
  }

  /** Says in plain words what would be wrong with the path. */
  private static void check(Path file) {
    Path directory = file.toAbsolutePath().getParent();
    String wrong = "";
    if (Files.isDirectory(file)) {
      wrong = "a directory, no store";
    } else if (directory == null || !Files.isDirectory(directory)) {
      wrong = "there is no directory " + directory;
    } else if (!Files.isWritable(Files.exists(file) ? file : directory)) {
      wrong = "may not be written here";
    }
    if (!wrong.isEmpty()) {
      throw new StoreException(file, StoreException.Reason.PATH, wrong, null);
    }
  }

  static void prepare(Path file, DuckDBConnection db) throws SQLException {
    try (Statement s = db.createStatement()) {
      int tables;
      try (ResultSet r =
          s.executeQuery("SELECT count(*), count(*) FILTER (table_name = 'meta') FROM duckdb_tables()")) {
        r.next();
        tables = r.getInt(1);
        if (tables > 0 && r.getInt(2) == 0) {
          throw other(file, "a DuckDB file, but no sitrep store; name another with --store", null);
        }
      }
      if (tables == 0) {
        create(db);
      }
    }
    String version = meta(db, "schema_version");
    if (!version.equals(Integer.toString(Store.SCHEMA_VERSION))) {
      throw other(
          file,
          "a store of version " + version + ", this program reads version "
              + Store.SCHEMA_VERSION + "; read the inputs into a new store",
          null);
    }
  }

  private static void create(DuckDBConnection db) throws SQLException {
    byte[] key = new byte[16];
    new SecureRandom().nextBytes(key);
    try (Statement s = db.createStatement()) {
      s.execute("BEGIN TRANSACTION");
      s.execute(schema());
      s.execute(
          "INSERT INTO meta VALUES ('schema_version', '" + Store.SCHEMA_VERSION + "'),"
              + " ('events_current', 'true'), ('fused_with', ''),"
              + " ('author_key', '" + HexFormat.of().formatHex(key) + "')");
      s.execute("COMMIT");
    }
  }

  private static String schema() {
    try (InputStream in =
        Objects.requireNonNull(Store.class.getResourceAsStream("schema.sql"), "schema.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String meta(DuckDBConnection db, String key) throws SQLException {
    try (PreparedStatement s = db.prepareStatement("SELECT value FROM meta WHERE key = ?")) {
      s.setString(1, key);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? r.getString(1) : "";
      }
    }
  }

  static void setMeta(DuckDBConnection db, String key, String value) throws SQLException {
    try (PreparedStatement s =
        db.prepareStatement("UPDATE meta SET value = ? WHERE key = ? AND value <> ?")) {
      s.setString(1, value);
      s.setString(2, key);
      s.setString(3, value);
      s.executeUpdate();
    }
  }

  /** Counts on: a number that no older program has written begins at 1. */
  static void countMeta(DuckDBConnection db, String key) throws SQLException {
    try (PreparedStatement s =
        db.prepareStatement("UPDATE meta SET value = CAST(CAST(value AS BIGINT) + 1 AS VARCHAR) WHERE key = ?")) {
      s.setString(1, key);
      if (s.executeUpdate() == 0) {
        Sql.run(db, "INSERT INTO meta VALUES (?, '1')", key);
      }
    }
  }

  static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown trouble");
  }

  private static StoreException other(
      Path file, String message, @org.jspecify.annotations.Nullable Exception cause) {
    return new StoreException(file, StoreException.Reason.VERSION, message, cause);
  }
}
