package org.sitrep.ingestion;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.sitrep.flow.Issue;
import org.sitrep.page.Capture;

/**
 * WACZ: a zip with WARC files below {@code archive/} and lists of pages below {@code pages/}. The lists say
 * which records are pages; the text in them is read where no record has the page. Nothing is unpacked to
 * disk. A zip without its directory (broken off) is read from the front as far as it goes.
 */
final class WaczReader implements Reader {

  private static final long LARGEST_DIRECTORY = 64L << 20;
  private static final int TAIL = 1 << 16;

  @Override
  public void read(Source source, Consumer<Capture> captures, Consumer<Issue> issues) throws IOException {
    Findings findings = new Findings(source.name(), captures, issues);
    if (source.file() != null) {
      new Zip(source, findings).read(source.file());
    } else {
      Path copy = Files.createTempFile("sitrep", ".wacz");
      try {
        Files.copy(source.in(), copy, StandardCopyOption.REPLACE_EXISTING);
        new Zip(source, findings).read(copy);
      } finally {
        Files.delete(copy);
      }
    }
    findings.close("no page in it");
  }

  /** The size of the zip's directory; -1 where there is none. */
  private static long directorySize(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      byte[] tail = new byte[(int) Math.min(in.length(), TAIL + 22)];
      in.seek(in.length() - tail.length);
      in.readFully(tail);
      ByteBuffer bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = tail.length - 22; i >= 0; i--) {
        if (bytes.getInt(i) == 0x06054b50) {
          long size = bytes.getInt(i + 12) & 0xFFFFFFFFL;
          return size == 0xFFFFFFFFL && i >= 76 && bytes.getInt(i - 76) == 0x06064b50 ? bytes.getLong(i - 76 + 40) : size;
        }
      }
      return -1;
    }
  }

  /** One archive being read. */
  private static final class Zip {

    private final Source source;
    private final Findings findings;
    private final PageList pages = new PageList();
    private final WarcReader warcs = new WarcReader();

    Zip(Source source, Findings findings) {
      this.source = source;
      this.findings = findings;
    }

    void read(Path file) throws IOException {
      long directory = directorySize(file);
      if (directory >= 0 && directory <= LARGEST_DIRECTORY) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
          whole(zip, Files.size(file));
          return;
        } catch (ZipException e) {
          issue("its zip directory cannot be used (" + e.getMessage() + "); it was read from the front");
        }
      } else {
        issue(directory < 0
            ? "the zip has no directory: it breaks off; it was read from the front as far as it goes"
            : "the zip has a directory of " + directory + " bytes; it was read from the front");
      }
      try (InputStream in = Files.newInputStream(file)) {
        fromTheFront(in);
      }
    }

    private void whole(ZipFile zip, long size) throws IOException {
      List<ZipEntry> archives = new ArrayList<>();
      List<ZipEntry> lists = new ArrayList<>();
      long[] sum = {0};
      zip.stream().forEach(entry -> {
        if (leadsOut(entry.getName())) {
          issue("a name that leads out of the archive; it was left out: " + shown(entry.getName()));
        } else if (isBelow(entry.getName(), "archive/", ".warc", ".warc.gz")) {
          sum[0] += Math.max(0, entry.getCompressedSize());
          if (sum[0] <= size) {
            archives.add(entry);
          } else {
            issue("its files lie over one another; left out: " + shown(entry.getName()));
          }
        } else if (isBelow(entry.getName(), "pages/", ".jsonl")) {
          lists.add(entry);
        }
      });
      for (ZipEntry list : lists) {
        each(zip, list, in -> new PageLines(source, part(list), in).urls(pages::add));
      }
      if (pages.isFull()) {
        String message = "it lists more than " + PageList.MOST + " pages: every record of HTML was taken for one";
        findings.issue(Issue.Kind.DAMAGED, source.name(), 0, message);
      }
      for (ZipEntry archive : archives) {
        each(zip, archive, in -> warc(archive, in, pages, findings));
      }
      if (!pages.late().isEmpty()) {
        again(zip, archives);
      }
      for (ZipEntry list : lists) {
        each(zip, list, in -> new PageLines(source, part(list), in).texts(pages, findings));
      }
    }

    /** Goes through the archives once more for pages that stood before the redirects that name them. */
    private void again(ZipFile zip, List<ZipEntry> archives) throws IOException {
      PageList late = PageList.firstOf(pages.late());
      findings.passOver(Records.PARTS, -pages.late().values().stream().mapToInt(n -> n).sum());
      Findings quiet = findings.again();
      for (ZipEntry archive : archives) {
        each(zip, archive, in -> warc(archive, in, late, quiet));
      }
      late.all().filter(late::wasFound).forEach(pages::found);
    }

    private void each(ZipFile zip, ZipEntry entry, PageLines.Use use) throws IOException {
      try (InputStream in = new Unpacked(zip.getInputStream(entry), entry.getCompressedSize())) {
        use.with(in);
      } catch (ZipException e) {
        issue(shown(entry.getName()) + " cannot be unpacked: " + e.getMessage() + "; what stood before was read");
      } catch (EOFException e) {
        issue(shown(entry.getName()) + " breaks off; what stood before was read");
      }
    }

    private void fromTheFront(InputStream in) throws IOException {
      ZipInputStream zip = new ZipInputStream(in);
      try {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          if (isBelow(entry.getName(), "archive/", ".warc", ".warc.gz")) {
            warc(entry, new Unpacked(zip, entry.getCompressedSize()), pages, findings);
          }
        }
      } catch (ZipException | EOFException e) {
        issue("the zip breaks off: " + e.getMessage() + "; what stood before was read");
      }
    }

    private void warc(ZipEntry entry, InputStream in, PageList named, Findings to) throws IOException {
      Source one = source.part(part(entry), in);
      warcs.read(one, new Records(one, to, named), to);
    }

    private String part(ZipEntry entry) {
      return source.name() + "!" + shown(entry.getName());
    }

    private static String shown(String name) {
      return name.length() > 120 ? name.substring(0, 120) + "…" : name;
    }

    private static boolean leadsOut(String name) {
      return name.startsWith("/") || name.contains("\\") || List.of(name.split("/")).contains("..");
    }

    private static boolean isBelow(String name, String directory, String... endings) {
      return !leadsOut(name) && name.startsWith(directory) && List.of(endings).stream().anyMatch(name::endsWith);
    }

    private void issue(String message) {
      findings.issue(Issue.Kind.MALFORMED, source.name(), 0, message);
    }
  }

  /** Ends where far more comes out of the zip than text can be. */
  private static final class Unpacked extends FilterInputStream {

    private final long packed;
    private long out;

    Unpacked(@Nullable InputStream in, long packed) {
      super(in == null ? InputStream.nullInputStream() : in);
      this.packed = packed;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int n = super.read(bytes, from, length);
      out += Math.max(0, n);
      if (packed > 0 && out > GzipMembers.BOMB && out / GzipMembers.BOMB_RATIO > packed) {
        throw new ZipException("it unpacks to more than " + GzipMembers.BOMB_RATIO + " times its size");
      }
      return n;
    }

    @Override
    public void close() {
      // the zip closes what it gave
    }
  }
}
