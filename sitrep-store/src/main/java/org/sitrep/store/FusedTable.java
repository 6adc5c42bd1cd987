package org.sitrep.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.sitrep.claim.Claim;

/**
 * Which claims events were made of, with keys and components. Claims are told by their number in the table of
 * claims, and a document by that of its first claim: numbers are found faster than digests.
 */
final class FusedTable {

  /** The latest snapshots of the documents that have changed and had a version before. */
  private static final String LATEST =
      "SELECT digest FROM versions WHERE work IN"
          + " (SELECT work FROM versions WHERE digest IN (SELECT digest FROM unfused WHERE first IS NULL))"
          + " QUALIFY row_number() OVER (PARTITION BY work ORDER BY seen DESC, seq DESC) = 1";

  private FusedTable() {}

  /** What has changed: conditions over claims, and digests of snapshots that count no more. */
  private record Pending(List<String> added, List<String> removed) {}

  /** Notes that a document has been saved of which there was nothing. */
  static void added(DuckDBConnection db, String digest, long first, int claims) throws SQLException {
    try (PreparedStatement s = db.prepareStatement("INSERT INTO unfused VALUES (?, ?, ?)")) {
      s.setString(1, digest);
      s.setLong(2, first);
      s.setInt(3, claims);
      s.executeUpdate();
    }
  }

  /** Notes that a document has changed. */
  static void changed(DuckDBConnection db, String work) throws SQLException {
    run(db, "INSERT INTO unfused SELECT DISTINCT digest, NULL::BIGINT, NULL::INTEGER FROM versions WHERE work = ?", work);
  }

  private static Pending pending(DuckDBConnection db) throws SQLException {
    Map<String, String> fresh = new LinkedHashMap<>();
    Set<String> others = new LinkedHashSet<>();
    try (PreparedStatement s = db.prepareStatement("SELECT digest, first, claims FROM unfused");
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        if (r.getObject(2) == null) {
          others.add(r.getString(1));
        } else {
          fresh.put(r.getString(1), "seq BETWEEN " + r.getLong(2) + " AND " + (r.getLong(2) + r.getLong(3) - 1));
        }
      }
    }
    fresh.keySet().removeAll(others);
    List<String> added = new ArrayList<>(fresh.values());
    List<String> removed = new ArrayList<>();
    if (!others.isEmpty()) {
      Set<String> latest = new HashSet<>(Row.strings(db, LATEST));
      Set<String> fused = new HashSet<>(Row.strings(db, "SELECT DISTINCT digest FROM fused WHERE digest IN " + texts(others)));
      others.stream().filter(d -> latest.contains(d) && !fused.contains(d)).forEach(d -> added.add("digest IN " + texts(List.of(d))));
      others.stream().filter(d -> !latest.contains(d) && fused.contains(d)).forEach(removed::add);
    }
    return new Pending(added, removed);
  }

  static long size(DuckDBConnection db) throws SQLException {
    return numbers(db, "SELECT count(*) FROM fused").getFirst();
  }

  static Fusing.Changes changes(DuckDBConnection db) throws SQLException {
    Pending pending = pending(db);
    return new Fusing.Changes(
        pending.added.isEmpty() ? List.of() : claims(db, String.join(" OR ", pending.added)),
        pending.removed.isEmpty()
            ? Set.of()
            : new HashSet<>(Row.strings(db, "SELECT claim_id FROM fused WHERE digest IN " + texts(pending.removed))));
  }

  static List<Claim> documentsUnder(DuckDBConnection db, Set<Long> keys) throws SQLException {
    return keys.isEmpty()
        ? List.of()
        : documents(db, "SELECT DISTINCT doc FROM claim_keys WHERE key IN " + numbers(keys));
  }

  static List<Claim> components(DuckDBConnection db, Set<String> claims) throws SQLException {
    if (claims.isEmpty()) {
      return List.of();
    }
    List<String> components =
        Row.strings(db, "SELECT DISTINCT component FROM fused WHERE component <> '' AND claim_id IN " + texts(claims));
    return documents(db, "SELECT DISTINCT doc FROM fused WHERE component IN " + texts(components));
  }

  private static List<Claim> documents(DuckDBConnection db, String docs) throws SQLException {
    List<Long> found = numbers(db, docs);
    if (found.isEmpty()) {
      return List.of();
    }
    List<Long> claims = numbers(db, "SELECT claim FROM fused WHERE doc IN " + numbers(found));
    return claims(db, "seq IN " + numbers(claims));
  }

  private static List<Claim> claims(DuckDBConnection db, String condition) throws SQLException {
    List<Claim> found = new ArrayList<>();
    try (PreparedStatement s = db.prepareStatement("SELECT * FROM claims WHERE " + condition + " ORDER BY seq");
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        found.add(ClaimTable.read(r));
      }
    }
    return found;
  }

  static void replace(DuckDBConnection db, Fusing.Update all, String knowledge) throws SQLException {
    EventTable.replace(db, all.events());
    if (all.ledger().isPresent()) {
      EventTable.replace(db, all.ledger().get());
    }
    forget(db);
    file(db, all, "digest IN (SELECT digest FROM latest)");
    close(db, knowledge);
  }

  static void update(DuckDBConnection db, Fusing.Update update) throws SQLException {
    Pending pending = pending(db);
    String replaced = texts(update.replaced());
    Map<String, Set<String>> was = RedirectTable.remember(db, "event_id IN " + replaced);
    if (!update.replaced().isEmpty()) {
      run(db, "DELETE FROM events WHERE event_id IN " + replaced);
      run(db, "DELETE FROM event_claims WHERE event_id IN " + replaced);
    }
    EventTable.append(db, update.events());
    if (update.ledger().isPresent()) {
      EventTable.replace(db, update.ledger().get());
    }
    RedirectTable.write(db, was, update.events(), Instant.now());
    Opening.countMeta(db, "events_version");
    if (!pending.removed.isEmpty()) {
      run(db, "DELETE FROM claim_keys WHERE doc IN (SELECT doc FROM fused WHERE digest IN " + texts(pending.removed) + ")");
      run(db, "DELETE FROM fused WHERE digest IN " + texts(pending.removed));
    }
    recolour(db, update.components());
    if (!pending.added.isEmpty()) {
      file(db, update, String.join(" OR ", pending.added));
    }
    close(db, Opening.meta(db, "fused_with"));
  }

  /** Sets the components of claims that are filed already, where they have changed. */
  private static void recolour(DuckDBConnection db, Map<String, String> components) throws SQLException {
    if (components.isEmpty()) {
      return;
    }
    Map<String, String> changed = new HashMap<>();
    try (PreparedStatement s =
            db.prepareStatement("SELECT claim_id, component FROM fused WHERE claim_id IN " + texts(components.keySet()));
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        String now = components.get(r.getString(1));
        if (now != null && !now.equals(r.getString(2))) {
          changed.put(r.getString(1), now);
        }
      }
    }
    Map<String, List<String>> byComponent =
        changed.keySet().stream().collect(Collectors.groupingBy(c -> components.getOrDefault(c, "")));
    for (Map.Entry<String, List<String>> e : byComponent.entrySet()) {
      run(db, "UPDATE fused SET component = ? WHERE claim_id IN " + texts(e.getValue()), e.getKey());
    }
  }

  /** Files the claims of documents that are not filed yet; {@code condition} is one over claims. */
  private static void file(DuckDBConnection db, Fusing.Update update, String condition) throws SQLException {
    try (DuckDBAppender fused = db.createAppender("fused");
        DuckDBAppender keys = db.createAppender("claim_keys");
        PreparedStatement s =
            db.prepareStatement(
                "SELECT seq, claim_id, digest, min(seq) OVER (PARTITION BY digest) AS doc FROM claims WHERE "
                    + condition + " ORDER BY doc, seq");
        ResultSet r = s.executeQuery()) {
      long doc = -1;
      Set<Long> filed = new HashSet<>();
      while (r.next()) {
        if (r.getLong("doc") != doc) {
          doc = r.getLong("doc");
          filed.clear();
        }
        String claim = r.getString("claim_id");
        fused.beginRow();
        new Row(fused).put(doc).put(r.getLong("seq")).put(claim).put(r.getString("digest"))
            .put(update.components().getOrDefault(claim, ""));
        fused.endRow();
        for (long key : update.keys().getOrDefault(claim, new long[0])) {
          if (filed.add(key)) {
            keys.beginRow();
            new Row(keys).put(key).put(doc);
            keys.endRow();
          }
        }
      }
    }
  }

  private static void close(DuckDBConnection db, String knowledge) throws SQLException {
    run(db, "DELETE FROM unfused");
    Opening.setMeta(db, "fused_with", knowledge);
    Opening.setMeta(db, "events_current", "true");
  }

  /** Events were made without keys and components: they cannot be brought up to date. */
  static void forget(DuckDBConnection db) throws SQLException {
    for (String table : List.of("fused", "claim_keys", "unfused")) {
      run(db, "DELETE FROM " + table);
    }
    Opening.setMeta(db, "fused_with", "");
  }

  private static void run(DuckDBConnection db, String sql, String... values) throws SQLException {
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

  private static List<Long> numbers(DuckDBConnection db, String sql) throws SQLException {
    List<Long> found = new ArrayList<>();
    try (PreparedStatement s = db.prepareStatement(sql);
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        found.add(r.getLong(1));
      }
    }
    return found;
  }

  private static String numbers(Collection<Long> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
  }

  /** Literals; the ids are our own, but quotation marks in one must not end it. */
  private static String texts(Collection<String> values) {
    return values.isEmpty()
        ? "('')"
        : values.stream().map(v -> "'" + v.replace("'", "''") + "'").collect(Collectors.joining(", ", "(", ")"));
  }
}
