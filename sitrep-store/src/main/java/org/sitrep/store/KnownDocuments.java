package org.sitrep.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Optional;
import org.duckdb.DuckDBConnection;
import org.sitrep.page.Page;

/**
 * Tells without asking the database that a page shares neither id nor address with any snapshot, which is so
 * with nearly every page: a Bloom filter of 8 MB, wrong in one case of a hundred with a million documents, and
 * then only by asking in vain. Not thread-safe.
 */
final class KnownDocuments {

  private static final int LAST = (1 << 26) - 1;

  private final BitSet bits = new BitSet();

  static KnownDocuments of(DuckDBConnection db) throws SQLException {
    KnownDocuments known = new KnownDocuments();
    try (PreparedStatement s = db.prepareStatement("SELECT doc, address, own_address FROM documents");
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        known.add(r.getString(1), Row.string(r, "address"), Row.string(r, "own_address"));
      }
    }
    return known;
  }

  void add(Page page) {
    add(page.capture().doc(), page.capture().url().flatMap(Address::key), page.imprint().url().flatMap(Address::key));
  }

  boolean mayHave(Page page) {
    Optional<String> address = page.capture().url().flatMap(Address::key);
    Optional<String> own = page.imprint().url().flatMap(Address::key);
    return has("d" + page.capture().doc()) || address.filter(a -> has("a" + a)).isPresent() || own.filter(a -> has("a" + a)).isPresent();
  }

  private void add(String doc, Optional<String> address, Optional<String> own) {
    add("d" + doc);
    address.ifPresent(a -> add("a" + a));
    own.ifPresent(a -> add("a" + a));
  }

  private void add(String key) {
    long hash = Keys.hash(key);
    bits.set((int) hash & LAST);
    bits.set((int) (hash >>> 32) & LAST);
  }

  private boolean has(String key) {
    long hash = Keys.hash(key);
    return bits.get((int) hash & LAST) && bits.get((int) (hash >>> 32) & LAST);
  }
}
