package org.sitrep.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.sitrep.claim.Certainty;
import org.sitrep.control.ControlEntry;
import org.sitrep.control.ControlLedger;
import org.sitrep.control.ControlState;
import org.sitrep.mention.Location;

/** The control ledger as rows. */
final class ControlTable {

  private ControlTable() {}

  static void append(DuckDBAppender out, long seq, ControlEntry entry) throws SQLException {
    out.beginRow();
    Row row = new Row(out);
    row.put(seq).json(entry.place()).spot(Optional.of(entry.place()));
    row.put(entry.holder()).put(entry.holderName());
    row.put(lower(entry.kind())).put(lower(entry.standing())).put(lower(entry.certainty()));
    row.day(entry.since()).day(entry.known()).put(entry.root()).put(entry.claim());
    out.endRow();
  }

  static void append(DuckDBAppender out, long seq, ControlState state) throws SQLException {
    out.beginRow();
    Row row = new Row(out);
    row.put(seq).json(state.place()).spot(Optional.of(state.place()));
    row.put(lower(state.status())).json(state.holders()).day(state.since());
    row.json(state.roots()).json(state.claims());
    out.endRow();
  }

  static ControlLedger read(DuckDBConnection db) throws SQLException {
    List<ControlEntry> entries = new ArrayList<>();
    try (PreparedStatement s = db.prepareStatement("SELECT * FROM control_entries ORDER BY seq");
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        entries.add(
            new ControlEntry(
                Json.read(r.getString("place"), Location.class),
                r.getString("holder"),
                r.getString("holder_name"),
                ControlEntry.Kind.valueOf(upper(r.getString("kind"))),
                ControlEntry.Standing.valueOf(upper(r.getString("standing"))),
                Certainty.valueOf(upper(r.getString("certainty"))),
                Row.day(r, "since"),
                Row.day(r, "known"),
                r.getString("root"),
                r.getString("claim_id")));
      }
    }
    List<ControlState> states = new ArrayList<>();
    try (PreparedStatement s = db.prepareStatement("SELECT * FROM control_states ORDER BY seq");
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        states.add(
            new ControlState(
                Json.read(r.getString("place"), Location.class),
                ControlState.Status.valueOf(upper(r.getString("status"))),
                Row.list(r, "holders", String.class),
                Row.day(r, "since"),
                Row.list(r, "roots", String.class),
                Row.list(r, "claims", String.class)));
      }
    }
    return new ControlLedger(entries, states);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String upper(String value) {
    return value.toUpperCase(Locale.ROOT);
  }
}
