package org.sitrep.gazetteer;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A foreign file, unpacked while it is read: plain, gzip, or the one table of a zip archive. Told by its first bytes. */
final class Dump implements Closeable {

  private static final int HEAD = 1 << 16;

  /** A file of so small a part of the largest is a list of codes or a readme. */
  private static final int BESIDE = 20;

  private static final int BOM = '\uFEFF';

  private final Closeable owner;
  private final InputStream bytes;

  private Dump(Closeable owner, InputStream bytes) {
    this.owner = owner;
    this.bytes = bytes;
  }

  static Dump open(Path file) throws IOException {
    byte[] magic = new byte[4];
    int n;
    try (InputStream in = Files.newInputStream(file)) {
      n = in.readNBytes(magic, 0, 4);
    }
    if (n == 4 && magic[0] == 'P' && magic[1] == 'K' && magic[2] == 3) {
      return ofZip(file);
    }
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      boolean gzip = n > 2 && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b;
      return new Dump(raw, gzip ? new GZIPInputStream(raw, 1 << 16) : raw);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private static Dump ofZip(Path file) throws IOException {
    ZipFile zip = new ZipFile(file.toFile());
    try {
      List<? extends ZipEntry> entries = zip.stream().filter(e -> !e.isDirectory()).toList();
      ZipEntry largest = entries.stream().max(Comparator.comparingLong(ZipEntry::getSize)).orElseThrow(() -> new ZipException("the archive is empty"));
      List<String> tables =
          entries.stream().filter(e -> e.getSize() * BESIDE >= largest.getSize() && ending(e).equals(ending(largest))).map(ZipEntry::getName).toList();
      if (tables.size() > 1) {
        throw new Refused(0, "the archive holds several tables (" + String.join(", ", tables) + "); unpack it and name those that are wanted");
      }
      return new Dump(zip, zip.getInputStream(largest));
    } catch (IOException e) {
      zip.close();
      throw e;
    }
  }

  private static String ending(ZipEntry entry) {
    return entry.getName().substring(entry.getName().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** Its first characters. To be asked of a dump that is not read further. */
  String head() throws IOException {
    byte[] first = bytes.readNBytes(HEAD);
    String text = new String(first, StandardCharsets.UTF_8);
    return !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
  }

  /** Its text, without a byte order mark; bytes that are no UTF-8 become U+FFFD. */
  Reader text() throws IOException {
    return new InputStreamReader(bytes(), StandardCharsets.UTF_8);
  }

  InputStream bytes() throws IOException {
    PushbackInputStream in = new PushbackInputStream(bytes, 3);
    byte[] first = in.readNBytes(3);
    boolean mark = first.length == 3 && (first[0] & 0xff) == 0xef && (first[1] & 0xff) == 0xbb && (first[2] & 0xff) == 0xbf;
    if (!mark) {
      in.unread(first);
    }
    return new BufferedInputStream(in, 1 << 16);
  }

  @Override
  public void close() throws IOException {
    bytes.close();
    owner.close();
  }
}
