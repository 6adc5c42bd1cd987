package org.sitrep.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.sitrep.claim.Claim;

/**
 * The claims of a snapshot in one value. To find two hundred documents in a large store takes a fifteenth of the time
 * that their rows in the table of claims take, of which each has fifty columns.
 */
final class ToldTable {

  /** What is in every claim, so that it takes no room; a change makes stores unreadable, as one of the tables does. */
  private static final byte[] COMMON =
      """
      "},"status":"RESOLVED","candidates":[{"place":{"region":"","population":0},"step":"exact"}],"time":{"start":"20","end":"20","precision":"DAY"},\
      {"id":"","doc":"","digest":"","publisher":"","published":"20","section":"body","evidence":{"span":{"start":,"end":},\
      "codePoints":{"start":,"end":},"quote":""},"type":{"id":"","label":"","family":"","acledEvent":"","acledSubEvent":"",\
      "plover":"","cameo":""},"subType":"","actors":[{"surface":"","name":"","actor":""}],"targets":[{"surface":"","name":"",\
      "actor":""}],"places":[{"surface":"","name":"","status":"RESOLVED","place":{"id":"","name":"","feature":"VILLAGE",\
      "lat":,"lon":,"km":,"country":"","region":"","population":0},"lat":,"lon":,"km":,"step":"exact","candidates":[]}],\
      "time":{"start":"20","end":"20","precision":"DAY"},"attribution":{"chain":[{"surface":"","name":"","source":null,\
      "actor":null,"cue":null,"span":null,"stance":"NEUTRAL"}]},"certainty":"CERTAIN","casualties":[{"fate":"KILLED","low":,\
      "high":,"group":""}],"materiel":[],"distance":null,"provenance":{"frame":"","rules":[]}},{"id":"\
      """
          .getBytes(StandardCharsets.UTF_8);

  private ToldTable() {}

  /**
   * Writes claims, those of each snapshot together.
   *
   * @param first number of the first claim
   */
  static void append(DuckDBConnection db, long first, List<Claim> claims) throws SQLException {
    try (DuckDBAppender out = db.createAppender("told")) {
      int from = 0;
      for (int to = 1; to <= claims.size(); to++) {
        if (to == claims.size() || !claims.get(to).digest().equals(claims.get(from).digest())) {
          out.beginRow();
          out.append(first + from);
          out.append(pack(claims.subList(from, to)));
          out.endRow();
          from = to;
        }
      }
    }
  }

  /** The claims of documents, by their numbers in ascending order; numbers that are none are left out. */
  static Map<Long, List<Claim>> read(DuckDBConnection db, Collection<Long> docs) throws SQLException {
    Map<Long, List<Claim>> found = new TreeMap<>();
    if (docs.isEmpty()) {
      return found;
    }
    try (PreparedStatement s = db.prepareStatement("SELECT doc, claims FROM told WHERE doc IN " + Sql.numbers(docs));
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        found.put(r.getLong(1), unpack(r.getBytes(2)));
      }
    }
    return found;
  }

  private static byte[] pack(List<Claim> claims) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    deflater.setDictionary(COMMON);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(Json.writeList(claims, Claim.class).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  private static List<Claim> unpack(byte[] packed) {
    Inflater inflater = new Inflater();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(8 * packed.length);
    byte[] some = new byte[1 << 13];
    try {
      inflater.setInput(packed);
      while (!inflater.finished()) {
        int length = inflater.inflate(some);
        if (length > 0) {
          bytes.write(some, 0, length);
        } else if (inflater.needsDictionary()) {
          inflater.setDictionary(COMMON);
        } else if (!inflater.finished()) {
          throw new IllegalStateException("the claims of a document are cut short in the store");
        }
      }
    } catch (DataFormatException e) {
      throw new IllegalStateException("the claims of a document are damaged in the store", e);
    } finally {
      inflater.end();
    }
    return Json.readList(bytes.toByteArray(), Claim.class);
  }
}
