package org.sitrep.ingestion;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import static org.sitrep.ingestion.Warcs.bytes;
import static org.sitrep.ingestion.Warcs.gzip;
import static org.sitrep.ingestion.Warcs.http;
import static org.sitrep.ingestion.Warcs.join;
import static org.sitrep.ingestion.Warcs.record;

/**
 * How fast archives and feeds are read, in CPU time of one thread, and in how much memory. Run with
 * {@code -Xmx128m}; arguments: how many MB to make, or a file to read instead. The file made is deleted.
 */
final class IngestionFigures {

  private static final int DISTINCT = 200;

  private IngestionFigures() {}

  public static void main(String[] args) throws IOException {
    if (args.length > 0 && !args[0].matches("\\d+")) {
      measure(Path.of(args[0]));
      return;
    }
    long size = (args.length == 0 ? 100 : Long.parseLong(args[0])) << 20;
    for (String name : new String[] {"figures.warc.gz", "figures.warc", "figures.rss"}) {
      Path directory = Files.createTempDirectory("sitrep");
      Path file = directory.resolve(name);
      try {
        make(file, size);
        measure(file);
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(directory);
      }
    }
  }

  /** Pages of some 25 KB, each with an image of 60 KB beside it; or as many entries. */
  private static void make(Path file, long size) throws IOException {
    Random random = new Random(1);
    byte[][] parts = new byte[DISTINCT][];
    for (int i = 0; i < DISTINCT; i++) {
      parts[i] = part(String.valueOf(file), i, random);
    }
    byte[] end = bytes(file.toString().endsWith(".rss") ? "</channel></rss>" : "");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      out.write(bytes(file.toString().endsWith(".rss") ? "<rss><channel><title>T</title>" : ""));
      long written = 0;
      for (int i = 0; written < size; i++) {
        out.write(parts[i % DISTINCT]);
        written += parts[i % DISTINCT].length;
      }
      out.write(end);
    }
  }

  private static byte[] part(String file, int i, Random random) {
    StringBuilder html = new StringBuilder("<html><head><title>" + i + "</title></head><body>");
    for (int word = 0; word < 4000; word++) {
      html.append(word % 50 == 0 ? "</p>\n<p>" : " ").append(Integer.toString(random.nextInt(1 << 20), 36));
    }
    String url = "https://figures.example/" + i;
    if (file.endsWith(".rss")) {
      return bytes("<item><title>" + i + "</title><link>" + url + "</link><content:encoded><![CDATA[" + html + "]]></content:encoded></item>\n");
    }
    byte[] image = new byte[60_000];
    random.nextBytes(image);
    byte[] page = record("response", url, http("text/html; charset=utf-8", bytes(html + "</body></html>")));
    byte[] picture = record("response", url + ".jpg", http("image/jpeg", image));
    return file.endsWith(".gz") ? join(gzip(page), gzip(picture)) : join(page, picture);
  }

  private static void measure(Path file) throws IOException {
    var cpu = ManagementFactory.getThreadMXBean();
    long before = cpu.getCurrentThreadCpuTime();
    long[] seen = new long[3];
    new Ingestion(Ingestion.DEFAULT_LIMIT, InputStream.nullInputStream()).read(
        List.of(file),
        capture -> {
          seen[0]++;
          seen[1] += capture.content().length();
        },
        issue -> seen[2]++);
    double seconds = (cpu.getCurrentThreadCpuTime() - before) / 1e9;
    double megabytes = Files.size(file) / 1e6;
    System.out.printf(
        Locale.ROOT, "%s: %.0f MB, %d documents, %d issues in %.1f CPU-s: %.0f MB/s, %.0f documents/s, heap limit %d MB%n",
        file.getFileName(), megabytes, seen[0], seen[2], seconds, megabytes / seconds, seen[0] / seconds, Runtime.getRuntime().maxMemory() >> 20);
  }
}
