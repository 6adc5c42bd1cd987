package org.sitrep.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.duckdb.DuckDBConnection;
import org.sitrep.claim.Claim;

/**
 * Which documents events were made of, with keys and components. A document is told by the number of its first claim
 * in the table of claims, and a component by a hash: indexes find numbers, where strings would be searched for.
 */
final class FusedTable {

  /** The latest snapshots of the documents that have changed and had a version before. */
  private static final String LATEST =
      "SELECT digest FROM versions WHERE work IN"
          + " (SELECT work FROM versions WHERE digest IN (SELECT digest FROM unfused WHERE first IS NULL))"
          + " QUALIFY row_number() OVER (PARTITION BY work ORDER BY seen DESC, seq DESC) = 1";

  private FusedTable() {}

  /** What has changed: numbers of documents that are to be filed, and of those that count no more. */
  private record Pending(Set<Long> added, Set<Long> removed) {}

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
    Sql.run(db, "INSERT INTO unfused SELECT DISTINCT digest, NULL::BIGINT, NULL::INTEGER FROM versions WHERE work = ?", work);
  }

  private static Pending pending(DuckDBConnection db) throws SQLException {
    Map<String, Optional<Long>> fresh = new LinkedHashMap<>();
    Set<String> others = new LinkedHashSet<>();
    try (PreparedStatement s = db.prepareStatement("SELECT digest, first, claims FROM unfused");
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        if (r.getObject(2) == null) {
          others.add(r.getString(1));
        } else {
          fresh.put(r.getString(1), r.getInt(3) > 0 ? Optional.of(r.getLong(2)) : Optional.empty());
        }
      }
    }
    fresh.keySet().removeAll(others);
    Set<Long> added = new TreeSet<>();
    fresh.values().forEach(f -> f.ifPresent(added::add));
    Set<Long> removed = new TreeSet<>();
    if (!others.isEmpty()) {
      Set<String> latest = new HashSet<>(Row.strings(db, LATEST));
      Map<String, Long> fused = documents(db, "SELECT digest, doc FROM fused WHERE digest IN " + Sql.texts(others));
      documents(db, "SELECT digest, min(seq) FROM claims WHERE digest IN " + Sql.texts(others) + " GROUP BY digest")
          .forEach((digest, doc) -> {
            if (latest.contains(digest) && !fused.containsKey(digest)) {
              added.add(doc);
            }
          });
      fused.forEach((digest, doc) -> {
        if (!latest.contains(digest)) {
          removed.add(doc);
        }
      });
    }
    return new Pending(added, removed);
  }

  private static Map<String, Long> documents(DuckDBConnection db, String sql) throws SQLException {
    Map<String, Long> found = new HashMap<>();
    try (PreparedStatement s = db.prepareStatement(sql);
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        found.put(r.getString(1), r.getLong(2));
      }
    }
    return found;
  }

  static long size(DuckDBConnection db) throws SQLException {
    return Sql.longs(db, "SELECT coalesce(sum(claims), 0)::BIGINT FROM fused").getFirst();
  }

  static Fusing.Changes changes(DuckDBConnection db, Asked asked) throws SQLException {
    asked.clear();
    Pending pending = pending(db);
    List<Claim> added = new ArrayList<>();
    ToldTable.read(db, pending.added).values().forEach(added::addAll);
    List<Claim> removed = new ArrayList<>();
    asked.documents(db, pending.removed).values().forEach(d -> removed.addAll(d.claims()));
    return new Fusing.Changes(added, removed);
  }

  static void replace(DuckDBConnection db, Fusing.Update all, String knowledge) throws SQLException {
    EventTable.replace(db, all.events());
    ControlTable.replace(db, all.ledger().entries());
    forget(db);
    try (Filing filing = new Filing(db, all);
        PreparedStatement s =
            db.prepareStatement(
                "SELECT claim_id, digest, min(seq) OVER (PARTITION BY digest) AS doc FROM claims"
                    + " WHERE digest IN (SELECT digest FROM latest) ORDER BY doc, seq");
        ResultSet r = s.executeQuery()) {
      long doc = 0;
      String digest = "";
      List<String> claims = new ArrayList<>();
      while (r.next()) {
        if (r.getLong(3) != doc) {
          filing.file(doc, digest, claims);
          doc = r.getLong(3);
          digest = r.getString(2);
          claims.clear();
        }
        claims.add(r.getString(1));
      }
      filing.file(doc, digest, claims);
    }
    Opening.setMeta(db, "fused_with", knowledge);
    close(db);
  }

  static void update(DuckDBConnection db, Fusing.Update update, Asked asked) throws SQLException {
    Pending pending = pending(db);
    String replaced = Sql.texts(update.replaced());
    Map<String, Set<String>> was = Map.of();
    if (!update.replaced().isEmpty()) {
      was = RedirectTable.remember(db, "event_id IN " + replaced);
      Sql.run(db, "DELETE FROM events WHERE event_id IN " + replaced);
      Sql.run(db, "DELETE FROM event_claims WHERE event_id IN " + replaced);
    }
    EventTable.append(db, update.events());
    ControlTable.change(db, update.ledger());
    RedirectTable.write(db, was, update.events(), Instant.now());
    refile(db, update, pending, asked);
    Opening.countMeta(db, "events_version");
    close(db);
  }

  /** Files what is new, and anew what has other components; takes out what counts no more. */
  private static void refile(DuckDBConnection db, Fusing.Update update, Pending pending, Asked asked)
      throws SQLException {
    Map<Long, Asked.Document> going = asked.documents(db, pending.removed);
    Map<Long, Asked.Document> changed = new TreeMap<>();
    Map<String, String> components = update.components();
    Map<Long, List<Claim>> coming = ToldTable.read(db, pending.added);
    asked.holding(db, filed(components.keySet(), coming, asked)).forEach((doc, document) -> {
      if (!going.containsKey(doc) && document.isOtherwise(components)) {
        changed.put(doc, document);
      }
    });
    Map<Long, String> digests = new HashMap<>();
    changed.forEach((doc, document) -> digests.put(doc, document.claims().getFirst().digest()));
    changed.putAll(going);
    takeOut(db, changed);
    if (!going.isEmpty()) {
      Sql.run(db, "DELETE FROM claim_keys WHERE doc IN " + Sql.numbers(going.keySet()));
    }
    changed.keySet().removeAll(going.keySet());
    try (Filing filing = new Filing(db, update)) {
      for (Map.Entry<Long, Asked.Document> e : changed.entrySet()) {
        filing.refile(e.getKey(), digests.getOrDefault(e.getKey(), ""), e.getValue());
      }
      for (Map.Entry<Long, List<Claim>> e : coming.entrySet()) {
        filing.file(e.getKey(), e.getValue().getFirst().digest(), e.getValue().stream().map(Claim::id).toList());
      }
    }
  }

  /** Those claims that may be filed already: to look for one that is not means to look through all. */
  private static Set<String> filed(Set<String> claims, Map<Long, List<Claim>> coming, Asked asked) {
    Set<String> filed = new HashSet<>(claims);
    coming.values().forEach(d -> d.stream().map(Claim::id).filter(id -> !asked.knows(id)).forEach(filed::remove));
    return filed;
  }

  /** Takes documents out, but for their keys. */
  private static void takeOut(DuckDBConnection db, Map<Long, Asked.Document> documents) throws SQLException {
    if (documents.isEmpty()) {
      return;
    }
    Set<Long> components = new TreeSet<>();
    documents.values().forEach(d -> Arrays.stream(d.components()).forEach(components::add));
    String docs = Sql.numbers(documents.keySet());
    Sql.run(db, "DELETE FROM fused WHERE doc IN " + docs);
    Sql.run(db, "DELETE FROM component_docs WHERE component IN " + Sql.numbers(components) + " AND doc IN " + docs);
  }

  private static void close(DuckDBConnection db) throws SQLException {
    Sql.run(db, "DELETE FROM unfused");
    Opening.setMeta(db, "events_current", "true");
  }

  /** Events were made without keys and components: they cannot be brought up to date. */
  static void forget(DuckDBConnection db) throws SQLException {
    for (String table : List.of("fused", "component_docs", "claim_keys", "unfused")) {
      Sql.run(db, "DELETE FROM " + table);
    }
    Opening.setMeta(db, "fused_with", "");
  }
}
