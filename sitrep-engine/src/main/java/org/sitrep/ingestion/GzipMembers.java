package org.sitrep.ingestion;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A row of gzip members, unpacked one after the other. Reading ends with each member, at its end or where it
 * breaks off; {@link #next()} goes on to the following one, over whatever lies between. Bytes that were read
 * past a fault are gone through again for the beginning of a member.
 */
final class GzipMembers extends InputStream {

  /** More than this much, unpacked from less than a 200th of it, is no text. */
  static final long BOMB = 64L << 20;

  static final int BOMB_RATIO = 200;

  private static final int KEPT = 1 << 16;

  private final InputStream raw;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 sum = new CRC32();
  private final byte[] packed = new byte[2 * KEPT];
  private int from;
  private int to;
  private long base;
  private long memberAt;
  private boolean open;
  private long passed;
  private @Nullable String damage;

  GzipMembers(InputStream raw) {
    this.raw = raw;
  }

  static boolean isGzip(byte[] head) {
    return head.length > 3 && head[0] == 0x1F && head[1] == (byte) 0x8B && head[2] == 8 && (head[3] & 0xE0) == 0;
  }

  /** Where the member begins in the packed file. */
  long at() {
    return memberAt;
  }

  /** What is wrong with the member; null up to the fault. */
  @Nullable String damage() {
    return damage;
  }

  /** Goes to the next member; false where there is none. */
  boolean next() throws IOException {
    damage = null;
    passed = 0;
    while (need(18)) {
      if (isMagic(from)) {
        memberAt = base + from;
        if (passHeader()) {
          inflater.reset();
          sum.reset();
          open = true;
          return true;
        }
      }
      passed += packed[from] == 0 ? 0 : 1;
      from++;
    }
    for (int i = from; i < to; i++) {
      passed += packed[i] == 0 ? 0 : 1;
    }
    return false;
  }

  /** Bytes between the members before this one, but for padding with zeros. */
  long passed() {
    return passed;
  }

  private boolean isMagic(int i) {
    return packed[i] == 0x1F && packed[i + 1] == (byte) 0x8B && packed[i + 2] == 8 && (packed[i + 3] & 0xE0) == 0;
  }

  private boolean passHeader() throws IOException {
    int flags = packed[from + 3];
    int at = from + 10;
    if ((flags & 4) != 0) {
      int extra = (packed[at] & 0xFF) | (packed[at + 1] & 0xFF) << 8;
      at += 2 + extra;
      if (extra > KEPT / 2 || !need(at - from + 1)) {
        return false;
      }
      at = from + 12 + extra;
    }
    for (int bit = 8; bit <= 16; bit <<= 1) {
      if ((flags & bit) != 0) {
        int length = at - from;
        while (need(length + 1) && packed[from + length] != 0) {
          if (++length > KEPT / 2) {
            return false;
          }
        }
        at = from + length + 1;
      }
    }
    from = at + ((flags & 2) != 0 ? 2 : 0);
    return true;
  }

  /** Brings so many packed bytes into the buffer; keeps what was passed last. */
  private boolean need(int n) throws IOException {
    while (to - from < n) {
      if (to == packed.length) {
        int drop = Math.max(0, from - KEPT / 2);
        System.arraycopy(packed, drop, packed, 0, to - drop);
        base += drop;
        from -= drop;
        to -= drop;
      }
      int got = raw.read(packed, to, packed.length - to);
      if (got < 0) {
        return false;
      }
      to += got;
    }
    return true;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int start, int length) throws IOException {
    if (!open || length == 0) {
      return open ? 0 : -1;
    }
    try {
      while (true) {
        int got = inflater.inflate(bytes, start, length);
        if (got > 0) {
          sum.update(bytes, start, got);
          return isBomb() ? end(bomb(), false) : got;
        }
        if (inflater.finished()) {
          return finish();
        }
        if (!feed()) {
          return end("the gzip breaks off", true);
        }
      }
    } catch (DataFormatException e) {
      return end("the gzip is broken: " + e.getMessage(), true);
    }
  }

  private boolean feed() throws IOException {
    if (!need(1)) {
      return false;
    }
    inflater.setInput(packed, from, to - from);
    from = to;
    return true;
  }

  private boolean isBomb() {
    return inflater.getBytesWritten() > BOMB && inflater.getBytesWritten() / BOMB_RATIO > inflater.getBytesRead();
  }

  private String bomb() {
    return String.format(
        Locale.ROOT, "the gzip unpacks to more than %d times its size (%,d bytes so far)", BOMB_RATIO, inflater.getBytesWritten());
  }

  private int finish() throws IOException {
    from -= inflater.getRemaining();
    if (!need(8)) {
      return end("the gzip breaks off", false);
    }
    long stated = 0;
    for (int i = 3; i >= 0; i--) {
      stated = stated << 8 | packed[from + i] & 0xFF;
    }
    from += 8;
    boolean sound = stated == sum.getValue();
    return end(sound ? null : "the gzip's checksum is wrong", !sound);
  }

  /** Ends the member; after a fault the search begins as far back as the buffer and the member reach. */
  private int end(@Nullable String why, boolean back) {
    damage = why;
    open = false;
    if (back) {
      from = (int) Math.max(0, memberAt + 10 - base);
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    raw.close();
  }
}
