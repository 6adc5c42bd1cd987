package org.sitrep.ingestion;

import java.io.IOException;
import java.util.Arrays;

/** The stretch of a piece that is being looked at: grows forward as asked for, and forgets what was passed. */
final class Window {

  private final Pieces pieces;
  private byte[] bytes = new byte[1 << 16];
  private int from;
  private int to;
  private long passed;
  private boolean ended;
  private boolean lineStart;

  Window(Pieces pieces) {
    this.pieces = pieces;
  }

  /** Begins with a new piece. */
  void open() {
    from = 0;
    to = 0;
    ended = false;
    lineStart = true;
  }

  /** The file's byte at which the window begins; of a packed file, at which its piece begins. */
  long at() {
    return pieces.isPacked() ? pieces.at() : passed;
  }

  byte[] bytes() {
    return bytes;
  }

  int from() {
    return from;
  }

  int available() {
    return to - from;
  }

  /** Whether the piece has ended behind what is available. */
  boolean ended() {
    return ended;
  }

  /** Brings in so many bytes; false where the piece ends before. */
  boolean ensure(int n) throws IOException {
    while (to - from < n && !ended) {
      if (to == bytes.length) {
        makeRoom(n);
      }
      int got = pieces.read(bytes, to, bytes.length - to);
      if (got < 0) {
        ended = true;
      } else {
        to += got;
      }
    }
    return to - from >= n;
  }

  /** As {@link #ensure}, into the following members where the record is cut into several. */
  boolean ensureAcross(int n) throws IOException {
    boolean there = ensure(n);
    while (!there && pieces.goOn()) {
      ended = false;
      there = ensure(n);
    }
    return there;
  }

  private void makeRoom(int n) {
    int size = to - from;
    byte[] room = size * 2L > bytes.length ? new byte[(int) Math.min(Math.max(n, 1 << 16) + (1L << 16), bytes.length * 2L)] : bytes;
    System.arraycopy(bytes, from, room, 0, size);
    bytes = room.length < size + 1 ? Arrays.copyOf(room, size + (1 << 16)) : room;
    from = 0;
    to = size;
  }

  void skip(int n) {
    if (n > 0) {
      lineStart = bytes[from + n - 1] == '\n';
    }
    from += n;
    passed += n;
  }

  /** Whether a record's first line ("WARC/1.1") stands at an index behind the beginning, at the head of a line. */
  boolean isRecordAt(int i) {
    int at = from + i;
    if (at + 9 > to || !(i == 0 ? lineStart : bytes[at - 1] == '\n')) {
      return false;
    }
    if (bytes[at] != 'W' || bytes[at + 1] != 'A' || bytes[at + 2] != 'R' || bytes[at + 3] != 'C' || bytes[at + 4] != '/') {
      return false;
    }
    int end = at + 5;
    while (end < to && end < at + 9 && (bytes[end] == '.' || bytes[end] >= '0' && bytes[end] <= '9')) {
      end++;
    }
    return end > at + 6 && end < to && (bytes[end] == '\r' || bytes[end] == '\n');
  }

  /** Where, within a stretch of the window, a record's first line stands; -1 where none does. */
  int findRecord(int first, int last) {
    int end = Math.min(last, available());
    for (int i = first; i < end; i++) {
      if (bytes[from + i] == 'W' && isRecordAt(i)) {
        return i;
      }
    }
    return -1;
  }
}
