package org.sitrep.store;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Files documents under the keys and components of their claims. One use. */
final class Filing implements AutoCloseable {

  private final DuckDBAppender fused;
  private final DuckDBAppender components;
  private final DuckDBAppender keys;
  private final Fusing.Update update;

  Filing(DuckDBConnection db, Fusing.Update update) throws SQLException {
    this.update = update;
    fused = db.createAppender("fused");
    components = db.createAppender("component_docs");
    keys = db.createAppender("claim_keys");
  }

  /** The number of a component: 64 bits of a hash, so that two are never one in practice; 0 for none. */
  static long number(String component) {
    if (component.isEmpty()) {
      return 0;
    }
    long hash = Keys.hash(component);
    return hash == 0 ? 1 : hash;
  }

  /** Files a document that is not filed yet. */
  void file(long doc, String digest, List<String> claims) throws SQLException {
    if (claims.isEmpty()) {
      return;
    }
    long[] numbers = new long[claims.size()];
    Set<Long> filed = new TreeSet<>();
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(update.components().getOrDefault(claims.get(i), ""));
      for (long key : update.keys().getOrDefault(claims.get(i), new long[0])) {
        filed.add(key);
      }
    }
    write(doc, digest, numbers);
    for (long key : filed) {
      pair(keys, key, doc);
    }
  }

  /** Files a document that has keys already; claims of which the update does not tell stay where they were. */
  void refile(long doc, String digest, Asked.Document document) throws SQLException {
    long[] numbers = document.components().clone();
    for (int i = 0; i < numbers.length; i++) {
      String now = update.components().get(document.claims().get(i).id());
      numbers[i] = now == null ? numbers[i] : number(now);
    }
    write(doc, digest, numbers);
  }

  private void write(long doc, String digest, long[] numbers) throws SQLException {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Long.BYTES);
    bytes.asLongBuffer().put(numbers);
    fused.beginRow();
    fused.append(doc);
    fused.append(digest);
    fused.append(numbers.length);
    fused.append(bytes.array());
    fused.endRow();
    for (long component : Arrays.stream(numbers).filter(n -> n != 0).distinct().toArray()) {
      pair(components, component, doc);
    }
  }

  private static void pair(DuckDBAppender out, long key, long doc) throws SQLException {
    out.beginRow();
    out.append(key);
    out.append(doc);
    out.endRow();
  }

  @Override
  public void close() throws SQLException {
    fused.close();
    components.close();
    keys.close();
  }
}
