package org.sitrep.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Participant;
import org.sitrep.control.ControlLedger;
import org.sitrep.event.Contradiction;
import org.sitrep.event.Event;
import org.sitrep.event.Loss;
import org.sitrep.event.Why;
import org.sitrep.mention.Location;

/** Events as rows, with the claims that each is made of. */
final class EventTable {

  private static final String MEMBERS =
      "SELECT ec.event_id AS member_of, c.* FROM event_claims ec"
          + " JOIN claims c ON c.claim_id = ec.claim_id AND c.digest = ec.digest";

  /** The order in which fusion gives them; events without claims first. */
  private static final Comparator<Event> IN_ORDER =
      (a, b) ->
          a.claims().isEmpty() || b.claims().isEmpty()
              ? Boolean.compare(b.claims().isEmpty(), a.claims().isEmpty())
              : Claim.CANONICAL.compare(a.claims().getFirst(), b.claims().getFirst());

  private EventTable() {}

  /** Puts these events and this ledger in the place of what is there; the caller holds the transaction. */
  static void replace(DuckDBConnection db, List<Event> events, ControlLedger ledger) throws SQLException {
    replace(db, events);
    FusedTable.forget(db);
    ControlTable.replace(db, ledger.entries());
    Opening.setMeta(db, "events_current", "true");
  }

  /** Puts these events in the place of what is there. */
  static void replace(DuckDBConnection db, List<Event> events) throws SQLException {
    Map<String, Set<String>> was = RedirectTable.remember(db, "TRUE");
    try (Statement s = db.createStatement()) {
      s.execute("DELETE FROM events");
      s.execute("DELETE FROM event_claims");
    }
    append(db, events);
    RedirectTable.write(db, was, events, Instant.now());
    Opening.countMeta(db, "events_version");
  }

  /** Adds events to those that are there. */
  static void append(DuckDBConnection db, List<Event> events) throws SQLException {
    long seq;
    try (Statement s = db.createStatement();
        ResultSet r = s.executeQuery("SELECT coalesce(max(seq), -1) + 1 FROM events")) {
      r.next();
      seq = r.getLong(1);
    }
    try (DuckDBAppender out = db.createAppender("events");
        DuckDBAppender members = db.createAppender("event_claims")) {
      for (Event event : events) {
        append(out, seq++, event);
        appendMembers(members, event);
      }
    }
  }

  private static void append(DuckDBAppender out, long seq, Event event) throws SQLException {
    out.beginRow();
    Row row = new Row(out);
    row.put(seq).put(event.id()).type(event.type());
    row.put(event.place().map(Json::write)).spot(event.place()).window(event.time());
    row.json(event.actors()).json(event.targets()).json(event.roots());
    row.json(event.losses()).json(event.casualties());
    row.put(Json.writeList(event.contradictions(), Contradiction.class));
    row.put(Json.write(event.why()));
    out.endRow();
  }

  private static void appendMembers(DuckDBAppender out, Event event) throws SQLException {
    int ordinal = 0;
    for (Claim claim : event.claims()) {
      out.beginRow();
      new Row(out).put(event.id()).put(ordinal++).put(claim.id()).put(claim.digest());
      out.endRow();
    }
  }

  /** Events with a claim that {@code filter} lets through, each with all its claims. */
  static List<Event> list(DuckDBConnection db, Filter filter) throws SQLException {
    Passing passing = passing(filter);
    return read(db, passing.sql(), s -> passing.bind(s, 0));
  }

  /** Which events have a claim that a filter lets through: a condition over {@code events e}, and its values. */
  record Passing(String sql, Optional<Where> where) {
    void bind(PreparedStatement statement, int after) throws SQLException {
      if (where.isPresent()) {
        where.get().bind(statement, after);
      }
    }
  }

  static Passing passing(Filter filter) {
    if (filter.isEmpty()) {
      return new Passing("TRUE", Optional.empty());
    }
    Where where = Where.member(filter);
    String members =
        MEMBERS.replace("ec.event_id AS member_of, c.*", "ec.event_id") + " JOIN events w ON w.event_id = ec.event_id";
    return new Passing("e.event_id IN (" + members + " WHERE " + where.sql() + ")", Optional.of(where));
  }

  static List<Event> list(DuckDBConnection db, Collection<String> ids, Collection<String> claims) throws SQLException {
    String ofClaims = "SELECT event_id FROM event_claims WHERE claim_id IN " + Sql.texts(claims);
    return read(db, "(e.event_id IN " + Sql.texts(ids) + " OR e.event_id IN (" + ofClaims + "))", s -> {});
  }

  static List<Event> find(DuckDBConnection db, String id) throws SQLException {
    return read(db, "e.event_id = ?", s -> s.setString(1, id));
  }

  /** The events that a query finds, without claims, losses one by one and grounds, which it need not ask for. */
  static List<Event> heads(DuckDBConnection db, String sql) throws SQLException {
    List<Event> events = new ArrayList<>();
    try (PreparedStatement s = db.prepareStatement(sql);
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        events.add(event(r, List.of(), List.of(), Why.NOTHING));
      }
    }
    return events;
  }

  /** The event of each claim. */
  static Map<String, String> eventOfClaim(DuckDBConnection db) throws SQLException {
    Map<String, String> found = new HashMap<>();
    try (PreparedStatement s = db.prepareStatement("SELECT claim_id, event_id FROM event_claims");
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        found.put(r.getString(1), r.getString(2));
      }
    }
    return found;
  }

  /** The event of each claim of one snapshot. */
  static Map<String, String> eventOfClaim(DuckDBConnection db, String digest) throws SQLException {
    Map<String, String> found = new HashMap<>();
    try (PreparedStatement s = db.prepareStatement("SELECT claim_id, event_id FROM event_claims WHERE digest = ?")) {
      s.setString(1, digest);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found.put(r.getString(1), r.getString(2));
        }
      }
    }
    return found;
  }

  /** Sets the values of a statement. */
  interface Binding {
    void to(PreparedStatement statement) throws SQLException;
  }

  /** The events that a condition over {@code events e} holds of, each with all its claims, in the order of fusion. */
  static List<Event> read(DuckDBConnection db, String condition, Binding values)
      throws SQLException {
    String wanted = "SELECT e.event_id FROM events e WHERE " + condition;
    Map<String, List<Claim>> claims = new HashMap<>();
    try (PreparedStatement s =
        db.prepareStatement(
            MEMBERS + " WHERE ec.event_id IN (" + wanted + ") ORDER BY ec.event_id, ec.ordinal")) {
      values.to(s);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          claims
              .computeIfAbsent(r.getString("member_of"), k -> new ArrayList<>())
              .add(ClaimTable.read(r));
        }
      }
    }
    List<Event> events = new ArrayList<>();
    try (PreparedStatement s =
        db.prepareStatement("SELECT e.* FROM events e WHERE " + condition + " ORDER BY e.seq")) {
      values.to(s);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          events.add(event(r, claims.getOrDefault(r.getString("event_id"), List.of())));
        }
      }
    }
    events.sort(IN_ORDER);
    return events;
  }

  private static Event event(ResultSet r, List<Claim> claims) throws SQLException {
    Why why = Row.string(r, "why").map(w -> Json.read(w, Why.class)).orElse(Why.NOTHING);
    return event(r, claims, Row.list(r, "losses", Loss.class), why);
  }

  private static Event event(ResultSet r, List<Claim> claims, List<Loss> losses, Why why) throws SQLException {
    return new Event(
        r.getString("event_id"),
        Row.type(r),
        Row.string(r, "place").map(p -> Json.read(p, Location.class)),
        Row.window(r),
        Row.list(r, "actors", Participant.class),
        Row.list(r, "targets", Participant.class),
        claims,
        Row.list(r, "roots", String.class),
        losses,
        Row.list(r, "casualties", Casualties.class),
        Row.list(r, "contradictions", Contradiction.class),
        why);
  }
}
