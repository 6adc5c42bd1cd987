package org.sitrep.ingestion;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An archive as a row of pieces, each with a record at its head: a plain file is one, and of a gzipped file
 * every member that begins with a record begins one. A piece with a record's beginning where its
 * neighbour's length says "not yet" is therefore found all the same.
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
    while (!atNext) {
      int got = peeked.length > 0 ? peeked(bytes, start, length) : members.read(bytes, start, length);
      if (got >= 0) {
        return got;
      }
      damage = members.damage();
      if (damage != null || !advance()) {
        return -1;
      }
      atNext = Bytes.startsWith(peeked, 'W', 'A', 'R', 'C', '/');
    }
    return -1;
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
