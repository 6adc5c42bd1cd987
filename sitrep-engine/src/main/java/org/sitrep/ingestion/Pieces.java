package org.sitrep.ingestion;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An archive as a row of pieces, each with a record at its head: a plain file is one, and every member of a
 * gzipped file. Where a record is cut into several members, its reader asks to go on.
 */
final class Pieces {

  private final InputStream plain;
  private final @Nullable GzipMembers members;
  private byte[] peeked = new byte[0];
  private boolean begun;
  private boolean atNext;
  private long at;
  private @Nullable String damage;

  /** Packed or plain, by its first bytes. */
  Pieces(InputStream in, byte[] head) {
    this.members = GzipMembers.isGzip(head) ? new GzipMembers(in) : null;
    this.plain = in;
  }

  boolean isPacked() {
    return members != null;
  }

  /** Where the piece begins in the file. */
  long at() {
    return at;
  }

  /** Bytes before the piece, or at the file's end, that belong to nothing. */
  long passed() {
    return members == null ? 0 : members.passed();
  }

  /** What broke the piece off; null where it is whole. */
  @Nullable String damage() {
    return damage;
  }

  boolean next() throws IOException {
    damage = null;
    if (members == null) {
      boolean first = !begun;
      begun = true;
      return first;
    }
    if (!atNext && !advance()) {
      return false;
    }
    atNext = false;
    at = members.at();
    return true;
  }

  /** Reads within the piece; -1 at its end. */
  int read(byte[] bytes, int start, int length) throws IOException {
    if (members == null) {
      return plain.read(bytes, start, length);
    }
    if (atNext) {
      return -1;
    }
    int got = peeked.length > 0 ? peeked(bytes, start, length) : members.read(bytes, start, length);
    damage = got < 0 ? members.damage() : null;
    return got;
  }

  /** Joins the next member to this piece, unless a record begins there: the one here is cut into several. */
  boolean goOn() throws IOException {
    if (members == null || damage != null || atNext || !advance()) {
      return false;
    }
    atNext = members.damage() != null || Bytes.startsWith(peeked, 'W', 'A', 'R', 'C', '/');
    return !atNext;
  }

  private int peeked(byte[] bytes, int start, int length) {
    int n = Math.min(length, peeked.length);
    System.arraycopy(peeked, 0, bytes, start, n);
    peeked = Arrays.copyOfRange(peeked, n, peeked.length);
    return n;
  }

  private boolean advance() throws IOException {
    GzipMembers row = members;
    if (row == null || !row.next()) {
      return false;
    }
    peeked = row.readNBytes(5);
    return true;
  }
}
