package org.sitrep.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.sitrep.claim.Certainty;
import org.sitrep.control.ControlEntry;
import org.sitrep.control.LedgerChange;
import org.sitrep.mention.Location;

/** The control ledger as rows. */
final class ControlTable {

  /** Entries with the day on which the first snapshot with their claim was seen. */
  private static final String ENTRIES =
      """
      WITH seen AS (
        SELECT c.claim_id, CAST(min(v.seen) AS DATE) AS day
        FROM claims c JOIN versions v ON v.digest = c.digest
        WHERE c.claim_id IN (SELECT claim_id FROM control_entries) GROUP BY c.claim_id)
      SELECT e.*, seen.day AS read FROM control_entries e LEFT JOIN seen ON seen.claim_id = e.claim_id
      ORDER BY e.seq""";

  private ControlTable() {}

  /** Puts these entries in the place of those that are there. */
  static void replace(DuckDBConnection db, List<ControlEntry> entries) throws SQLException {
    Sql.run(db, "DELETE FROM control_entries");
    append(db, 0, entries);
  }

  /** Takes entries out and puts others in. The numbers only tell the entries of one claim apart. */
  static void change(DuckDBConnection db, LedgerChange change) throws SQLException {
    if (!change.restated().isEmpty()) {
      Sql.run(db, "DELETE FROM control_entries WHERE claim_id IN " + Sql.texts(change.restated()));
    }
    if (!change.entries().isEmpty()) {
      append(db, Sql.longs(db, "SELECT coalesce(max(seq), -1) + 1 FROM control_entries").getFirst(), change.entries());
    }
  }

  private static void append(DuckDBConnection db, long first, List<ControlEntry> entries) throws SQLException {
    long seq = first;
    try (DuckDBAppender out = db.createAppender("control_entries")) {
      for (ControlEntry entry : entries) {
        append(out, seq++, entry);
      }
    }
  }

  private static void append(DuckDBAppender out, long seq, ControlEntry entry) throws SQLException {
    out.beginRow();
    Row row = new Row(out);
    row.put(seq).json(entry.place()).spot(Optional.of(entry.place())).put(entry.part());
    row.put(entry.holder()).put(entry.holderName());
    row.put(lower(entry.kind())).put(lower(entry.standing())).put(entry.isKnownRoot()).put(lower(entry.certainty()));
    row.day(entry.since()).day(entry.by()).day(entry.published());
    row.put(entry.root()).put(entry.rootName()).put(entry.publisher());
    row.put(entry.claim()).json(entry.copyOf());
    out.endRow();
  }

  static List<ControlEntry> list(DuckDBConnection db) throws SQLException {
    List<ControlEntry> entries = new ArrayList<>();
    Map<String, Location> places = new HashMap<>();
    try (PreparedStatement s = db.prepareStatement(ENTRIES);
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        entries.add(entry(r, places));
      }
    }
    entries.sort(ControlEntry.IN_ORDER);
    return entries;
  }

  /** Places repeat, and are read once each. */
  private static ControlEntry entry(ResultSet r, Map<String, Location> places) throws SQLException {
    return new ControlEntry(
        places.computeIfAbsent(r.getString("place"), json -> Json.read(json, Location.class)),
        r.getString("part"),
        r.getString("holder"),
        r.getString("holder_name"),
        ControlEntry.Kind.valueOf(upper(r.getString("kind"))),
        ControlEntry.Standing.valueOf(upper(r.getString("standing"))),
        r.getBoolean("known_root"),
        Certainty.valueOf(upper(r.getString("certainty"))),
        Row.day(r, "since"),
        Row.day(r, "until"),
        Row.day(r, "published"),
        Row.day(r, "read"),
        r.getString("root"),
        r.getString("root_name"),
        Row.string(r, "publisher"),
        r.getString("claim_id"),
        copies(r.getString("copy_of")));
  }

  private static List<String> copies(String json) {
    return json.equals("[]") ? List.of() : Json.readList(json, String.class);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String upper(String value) {
    return value.toUpperCase(Locale.ROOT);
  }
}
