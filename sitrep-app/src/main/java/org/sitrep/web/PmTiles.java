package org.sitrep.web;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an archive of map tiles that are pictures, by the PMTiles specification, version 3: a header of 127 bytes, and directories
 * that say for the place of a tile on a Hilbert curve where its bytes are. Thread-safe.
 */
final class PmTiles implements AutoCloseable {

  private static final int HEADER = 127;
  private static final int VERSION = 3;
  private static final int MOST_BYTES = 16 << 20;

  /** Each of its four numbers takes a byte at least. */
  private static final int LEAST_ENTRY = 4;

  private static final int MOST_ZOOM = 26;
  private static final int DEEPEST = 4;
  private static final int KEPT = 64;
  private static final int NONE = 1;
  private static final int GZIP = 2;
  private static final Map<Integer, String> TYPES = Map.of(2, "image/png", 3, "image/jpeg", 4, "image/webp", 5, "image/avif");

  private final FileChannel file;
  private final ByteBuffer header;
  private final Directory root;
  private final String attribution;
  private final String tag;
  private final Map<Long, Directory> leaves = IndexDesk.recent(KEPT);

  /** Of entry i the first tile, how many follow with the same bytes (0: it is a directory), and where these are. */
  private record Directory(long[] tiles, int[] runs, int[] lengths, long[] offsets) {}

  private PmTiles(FileChannel file, FileTime written) throws IOException {
    this.file = file;
    tag = Long.toString(written.toMillis(), Character.MAX_RADIX) + Long.toString(file.size(), Character.MAX_RADIX);
    header = ByteBuffer.wrap(bytes(0, HEADER)).order(ByteOrder.LITTLE_ENDIAN);
    if (!new String(header.array(), 0, 7, StandardCharsets.US_ASCII).equals("PMTiles")) {
      throw new IllegalArgumentException("it is no PMTiles archive");
    }
    if (header.get(7) != VERSION) {
      throw new IllegalArgumentException("it is a PMTiles archive of version " + header.get(7) + "; only version " + VERSION + " is read");
    }
    if (!TYPES.containsKey((int) header.get(99))) {
      throw new IllegalArgumentException("its tiles are no pictures (PNG, JPEG, WebP or AVIF); vector tiles are not drawn");
    }
    for (int at : new int[] {97, 98}) {
      if (header.get(at) != NONE && header.get(at) != GZIP) {
        throw new IllegalArgumentException("it is packed in a way that is not read; there are none and gzip");
      }
    }
    root = directory(header.getLong(8), header.getLong(16));
    attribution = named();
  }

  /**
   * Opens an archive.
   *
   * @throws IllegalArgumentException in words, where it cannot be read or is none
   */
  static PmTiles open(Path path) {
    FileChannel file = null;
    try {
      file = FileChannel.open(path, StandardOpenOption.READ);
      return new PmTiles(file, Files.getLastModifiedTime(path));
    } catch (IOException | IllegalArgumentException e) {
      close(file);
      throw new IllegalArgumentException("--tiles " + path + ": " + why(e), e);
    }
  }

  private static String why(Exception e) {
    return switch (e) {
      case IllegalArgumentException refused -> String.valueOf(refused.getMessage());
      case EOFException cut -> "it is cut short";
      case NoSuchFileException none -> "there is no such file";
      default -> "it cannot be read";
    };
  }

  private static void close(@Nullable FileChannel file) {
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  String type() {
    return TYPES.getOrDefault((int) header.get(99), "application/octet-stream");
  }

  int leastZoom() {
    return header.get(100);
  }

  int mostZoom() {
    return header.get(101);
  }

  /** Whom its makers want to be named, as plain text; empty where nobody is. */
  String attribution() {
    return attribution;
  }

  /** Tells this archive from others, and from what it was before: in letters and digits, by its size and when it was written. */
  String tag() {
    return tag;
  }

  private String named() {
    try {
      byte[] json = unpacked(bytes(header.getLong(24), header.getLong(32)), header.get(97));
      return JsonMapper.shared().readTree(json).path("attribution").asString("").replaceAll("<[^>]*>", "").strip();
    } catch (IOException | JacksonException e) {
      return "";
    }
  }

  /** The bytes of a tile; empty where the archive has none there. */
  Optional<byte[]> tile(int zoom, int x, int y) throws IOException {
    if (zoom < 0 || zoom > MOST_ZOOM || x < 0 || y < 0 || x >= 1 << zoom || y >= 1 << zoom) {
      return Optional.empty();
    }
    long wanted = number(zoom, x, y);
    Directory directory = root;
    for (int depth = 0; depth < DEEPEST; depth++) {
      int found = Arrays.binarySearch(directory.tiles, wanted);
      int at = found >= 0 ? found : -found - 2;
      if (at < 0) {
        return Optional.empty();
      }
      if (directory.runs[at] > 0) {
        boolean is = wanted - directory.tiles[at] < directory.runs[at];
        return is ? Optional.of(unpacked(bytes(header.getLong(56) + directory.offsets[at], directory.lengths[at]), header.get(98))) : Optional.empty();
      }
      directory = leaf(header.getLong(40) + directory.offsets[at], directory.lengths[at]);
    }
    return Optional.empty();
  }

  /** The number of a tile: those of lower zooms first, then along a Hilbert curve. */
  static long number(int zoom, int x, int y) {
    long number = ((1L << 2 * zoom) - 1) / 3;
    long side = 1L << zoom;
    long a = x;
    long b = y;
    for (long s = side / 2; s > 0; s /= 2) {
      long right = (a & s) > 0 ? 1 : 0;
      long low = (b & s) > 0 ? 1 : 0;
      number += s * s * (3 * right ^ low);
      if (low == 0) {
        long turnedA = right == 1 ? side - 1 - b : b;
        b = right == 1 ? side - 1 - a : a;
        a = turnedA;
      }
    }
    return number;
  }

  private Directory leaf(long offset, int length) throws IOException {
    synchronized (leaves) {
      Directory known = leaves.get(offset);
      if (known == null) {
        known = directory(offset, length);
        leaves.put(offset, known);
      }
      return known;
    }
  }

  private Directory directory(long offset, long length) throws IOException {
    byte[] data = unpacked(bytes(offset, length), header.get(97));
    try (InputStream in = new ByteArrayInputStream(data)) {
      long size = number(in);
      if (size < 0 || size > data.length / LEAST_ENTRY) {
        throw new IOException("a directory of " + size + " entries");
      }
      int n = (int) size;
      Directory made = new Directory(new long[n], new int[n], new int[n], new long[n]);
      long last = 0;
      for (int i = 0; i < n; i++) {
        last += number(in);
        made.tiles[i] = last;
      }
      for (int i = 0; i < n; i++) {
        made.runs[i] = (int) Math.min(Integer.MAX_VALUE, number(in));
      }
      for (int i = 0; i < n; i++) {
        made.lengths[i] = (int) Math.min(Integer.MAX_VALUE, number(in));
      }
      for (int i = 0; i < n; i++) {
        long given = number(in);
        made.offsets[i] = given > 0 || i == 0 ? given - 1 : made.offsets[i - 1] + made.lengths[i - 1];
      }
      return made;
    }
  }

  /** Seven bits a byte, the lowest first. */
  private static long number(InputStream in) throws IOException {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("it ends within a part");
      }
      number |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        return number;
      }
    }
    throw new IOException("a number without end");
  }

  private byte[] bytes(long offset, long length) throws IOException {
    if (offset < 0 || length < 0 || length > MOST_BYTES) {
      throw new IOException("a part of " + length + " bytes at " + offset);
    }
    ByteBuffer into = ByteBuffer.allocate((int) length);
    while (into.hasRemaining()) {
      if (file.read(into, offset + into.position()) < 0) {
        throw new EOFException("it ends within a part");
      }
    }
    return into.array();
  }

  private static byte[] unpacked(byte[] bytes, int packing) throws IOException {
    if (packing != GZIP) {
      return bytes;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] all = in.readNBytes(MOST_BYTES + 1);
      if (all.length > MOST_BYTES) {
        throw new IOException("more than " + MOST_BYTES + " bytes, unpacked");
      }
      return all;
    }
  }

  @Override
  public void close() {
    close(file);
  }
}
