package org.sitrep.store;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.duckdb.DuckDBConnection;
import org.sitrep.claim.Claim;

/**
 * What fusion has asked of the documents that events were made of, so that nothing is looked up twice in one update.
 * Good until the tables of {@link FusedTable} change. Not thread-safe.
 */
final class Asked {

  /** A document that is fused, with the component of each of its claims. */
  record Document(List<Claim> claims, long[] components) {

    /** Whether one of its claims is in another component now. */
    boolean isOtherwise(Map<String, String> now) {
      for (int i = 0; i < components.length; i++) {
        String component = now.get(claims.get(i).id());
        if (component != null && Filing.number(component) != components[i]) {
          return true;
        }
      }
      return false;
    }
  }

  private final Map<Long, Document> documents = new TreeMap<>();
  private final Map<String, Set<Long>> ofClaim = new HashMap<>();
  private final Map<Long, Set<Long>> ofKey = new HashMap<>();
  private final Map<Long, Set<Long>> ofComponent = new HashMap<>();

  /** Forgets everything. */
  void clear() {
    documents.clear();
    ofClaim.clear();
    ofKey.clear();
    ofComponent.clear();
  }

  List<Claim> underKeys(DuckDBConnection db, Set<Long> keys) throws SQLException {
    return claims(db, found(db, "claim_keys", "key", ofKey, keys));
  }

  List<Claim> components(DuckDBConnection db, Set<String> claims) throws SQLException {
    Set<Long> components = new TreeSet<>();
    for (Map.Entry<Long, Document> e : holding(db, claims).entrySet()) {
      Document document = e.getValue();
      for (int i = 0; i < document.components.length; i++) {
        if (document.components[i] != 0 && claims.contains(document.claims.get(i).id())) {
          components.add(document.components[i]);
        }
      }
    }
    return claims(db, found(db, "component_docs", "component", ofComponent, components));
  }

  /** Whether a claim has been asked about or met with. */
  boolean knows(String claim) {
    return ofClaim.containsKey(claim);
  }

  /** The fused documents with one of these claims, by their numbers. */
  Map<Long, Document> holding(DuckDBConnection db, Set<String> claims) throws SQLException {
    List<String> others = claims.stream().filter(c -> !ofClaim.containsKey(c)).toList();
    if (!others.isEmpty()) {
      others.forEach(c -> ofClaim.put(c, new TreeSet<>()));
      load(
          db,
          Sql.longs(
              db,
              "SELECT doc FROM fused WHERE digest IN (SELECT digest FROM claims WHERE claim_id IN " + Sql.texts(others) + ")"));
    }
    Map<Long, Document> found = new TreeMap<>();
    for (String claim : claims) {
      for (long doc : ofClaim.getOrDefault(claim, Set.of())) {
        Document document = documents.get(doc);
        if (document != null) {
          found.put(doc, document);
        }
      }
    }
    return found;
  }

  /** The fused ones among some documents. */
  Map<Long, Document> documents(DuckDBConnection db, Collection<Long> docs) throws SQLException {
    load(db, docs);
    Map<Long, Document> found = new TreeMap<>(documents);
    found.keySet().retainAll(docs);
    return found;
  }

  private static Set<Long> found(
      DuckDBConnection db, String table, String column, Map<Long, Set<Long>> known, Set<Long> wanted)
      throws SQLException {
    List<Long> others = wanted.stream().filter(w -> !known.containsKey(w)).toList();
    if (!others.isEmpty()) {
      others.forEach(o -> known.put(o, new LinkedHashSet<>(2)));
      try (PreparedStatement s =
              db.prepareStatement(
                  "SELECT " + column + ", doc FROM " + table + " WHERE " + column + " IN " + Sql.numbers(others));
          ResultSet r = s.executeQuery()) {
        while (r.next()) {
          known.getOrDefault(r.getLong(1), new LinkedHashSet<>()).add(r.getLong(2));
        }
      }
    }
    Set<Long> docs = new TreeSet<>();
    wanted.forEach(w -> docs.addAll(known.getOrDefault(w, Set.of())));
    return docs;
  }

  private List<Claim> claims(DuckDBConnection db, Set<Long> docs) throws SQLException {
    load(db, docs);
    List<Claim> claims = new ArrayList<>();
    for (long doc : docs) {
      Document document = documents.get(doc);
      if (document != null) {
        claims.addAll(document.claims);
      }
    }
    return claims;
  }

  /** Reads those of some documents that have not been read. */
  private void load(DuckDBConnection db, Collection<Long> docs) throws SQLException {
    List<Long> others = docs.stream().filter(d -> !documents.containsKey(d)).toList();
    if (others.isEmpty()) {
      return;
    }
    Map<Long, List<Claim>> told = ToldTable.read(db, others);
    try (PreparedStatement s = db.prepareStatement("SELECT doc, components FROM fused WHERE doc IN " + Sql.numbers(others));
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        long doc = r.getLong(1);
        List<Claim> claims = told.getOrDefault(doc, List.of());
        documents.put(doc, new Document(claims, numbers(r.getBytes(2))));
        claims.forEach(c -> ofClaim.computeIfAbsent(c.id(), x -> new TreeSet<>()).add(doc));
      }
    }
  }

  private static long[] numbers(byte[] bytes) {
    long[] numbers = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(numbers);
    return numbers;
  }
}
