package org.sitrep.ingestion;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sitrep.flow.Issue;
import org.sitrep.page.Capture;

/**
 * Reads files, directories and standard input into captures, one at a time. Directories are read to the
 * bottom, in the order of their names; hidden files are passed over. The path {@code -} is standard input,
 * which may hold any of the formats, packed or not, and is told by its first bytes.
 *
 * <p>A capture's id is its record's own id or else the file's name without its ending; a second file of
 * the same name gets its directory's name in front. What an archive or feed holds has its address for an id. Records that repeat an id are passed on: they are
 * versions of one document. Offsets count the characters of the text as given, carriage returns too; a
 * byte order mark is no part of the text.
 *
 * <p>What cannot be read becomes an {@link Issue}; nothing is thrown, and one bad record never ends a
 * file. At most one document is in memory. An instance may be used by several threads.
 */
public final class Ingestion {

  /** The largest document that is read, in bytes, unless another limit is asked for. */
  public static final int DEFAULT_LIMIT = 20 << 20;

  /** The longest text that is read, in characters: what is longer is no article, and takes minutes. */
  public static final int LONGEST_TEXT = 2_000_000;

  private static final Path STANDARD_INPUT = Path.of("-");
  private static final int MAX_DEPTH = 64;

  private final int limit;
  private final InputStream standardInput;

  /** With the default size limit. */
  public Ingestion() {
    this(DEFAULT_LIMIT, System.in);
  }

  /**
   * With a size limit.
   *
   * @param limit the largest document to read, in bytes
   * @param standardInput what the path {@code -} stands for
   */
  public Ingestion(int limit, InputStream standardInput) {
    this.limit = limit;
    this.standardInput = standardInput;
  }

  /**
   * Reads everything.
   *
   * @param inputs files, directories, or {@code -}
   * @param captures takes each document
   * @param issues takes each trouble
   */
  public void read(List<Path> inputs, Consumer<Capture> captures, Consumer<Issue> issues) {
    new Walk(captures, issues).all(inputs);
  }

  /**
   * Reads an answer from the web; at most one document comes of it.
   *
   * @param download the answer
   * @param captures takes the document
   * @param issues takes each trouble
   */
  public void read(Download download, Consumer<Capture> captures, Consumer<Issue> issues) {
    if (download.body().length > limit) {
      String message = "%,d bytes; the limit for one document is %,d";
      issues.accept(new Issue(
          Issue.Kind.TOO_LARGE, download.url(), 0, String.format(Locale.ROOT, message, download.body().length, limit)));
    } else {
      DownloadReader.read(download, new Walk(captures, issues)::take, issues);
    }
  }

  /**
   * What a feed lists, for those who fetch its articles themselves.
   *
   * @param body its bytes
   * @param address where it was fetched
   * @return empty where the bytes are no feed
   */
  public static Optional<Feed> readFeed(byte[] body, String address) {
    return Feed.read(body, address);
  }

  /** One call of {@link #read}. */
  private final class Walk {

    private final Consumer<Capture> captures;
    private final Consumer<Issue> issues;
    private final Set<String> names = new HashSet<>();
    private final Set<Path> open = new HashSet<>();

    private long found;

    Walk(Consumer<Capture> captures, Consumer<Issue> issues) {
      this.captures = captures;
      this.issues = issues;
    }

    void all(List<Path> inputs) {
      for (Path input : inputs) {
        if (input.equals(STANDARD_INPUT)) {
          stream("-", "stdin", standardInput);
        } else {
          long before = found;
          path(input, 0);
          if (found == before) {
            issue(Issue.Kind.MISSING, input, "no file in this directory");
          }
        }
      }
    }

    private void take(Capture capture) {
      int length = capture.content().length();
      if (capture.format() != Capture.Format.HTML && length > LONGEST_TEXT) {
        String message = "%,d characters; the limit for one text is %,d";
        tell(new Issue(
            Issue.Kind.TOO_LARGE, capture.origin(), 0, String.format(Locale.ROOT, message, length, LONGEST_TEXT)));
      } else {
        found++;
        captures.accept(capture);
      }
    }

    private void tell(Issue issue) {
      found++;
      issues.accept(issue);
    }

    private void path(Path path, int depth) {
      if (Files.isDirectory(path)) {
        directory(path, depth);
      } else if (Files.isRegularFile(path)) {
        file(path);
      } else if (Files.exists(path)) {
        try (InputStream in = Files.newInputStream(path)) {
          stream(path.toString(), stem(path), in);
        } catch (IOException e) {
          unreadable(path, e);
        }
      } else {
        issue(Issue.Kind.MISSING, path, "no such file or directory");
      }
    }

    private void directory(Path directory, int depth) {
      try {
        Path real = directory.toRealPath();
        if (depth > MAX_DEPTH || !open.add(real)) {
          issue(Issue.Kind.UNSUPPORTED, directory, "a directory inside itself; it was not entered again");
          return;
        }
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
          stream.forEach(entries::add);
        }
        Collections.sort(entries);
        for (Path entry : entries) {
          if (!String.valueOf(entry.getFileName()).startsWith(".")) {
            path(entry, depth + 1);
          }
        }
        open.remove(real);
      } catch (IOException e) {
        unreadable(directory, e);
      } catch (DirectoryIteratorException e) {
        unreadable(directory, Objects.requireNonNull(e.getCause(), "its constructor asks for one"));
      }
    }

    private void file(Path path) {
      Format format = Format.of(path);
      if (format == null) {
        issue(Issue.Kind.UNSUPPORTED, path, "not a format that is read: " + Format.endings());
        return;
      }
      try {
        long size = Files.size(path);
        if (size == 0) {
          issue(Issue.Kind.EMPTY, path, "the file is empty");
        } else if (!format.holdsRecords() && size > limit) {
          issue(
              Issue.Kind.TOO_LARGE,
              path,
              String.format(
                  Locale.ROOT, "%,d bytes; the limit for one document is %,d", size, limit));
        } else {
          try (InputStream in = Files.newInputStream(path)) {
            read(format.reader(path.toString()), path.toString(), uniqueStem(path), in, path);
          }
        }
      } catch (IOException e) {
        unreadable(path, e);
      }
    }

    private void stream(String name, String stem, InputStream stream) {
      try {
        BufferedInputStream in = new BufferedInputStream(stream, 1 << 16);
        read(Format.sniff(in), name, stem, in, null);
      } catch (IOException e) {
        unreadable(Path.of(name), e);
      }
    }

    private void read(Reader reader, String name, String stem, InputStream in, @Nullable Path file) throws IOException {
      try {
        reader.read(new Reader.Source(name, stem, in, limit, file), this::take, this::tell);
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }

    private String uniqueStem(Path path) {
      String stem = stem(path);
      Path directory = path.toAbsolutePath().getParent();
      while (!names.add(stem) && directory != null) {
        stem = (directory.getFileName() == null ? "" : directory.getFileName()) + "/" + stem;
        directory = directory.getParent();
      }
      return stem;
    }

    private void unreadable(Path path, IOException e) {
      String why =
          switch (e) {
            case AccessDeniedException denied -> "may not be read";
            case NoSuchFileException gone -> "no such file or directory";
            case FileSystemException other when other.getReason() != null -> "cannot be read: " + other.getReason();
            default -> "cannot be read: " + e.getMessage();
          };
      issue(Issue.Kind.MISSING, path, why);
    }

    private void issue(Issue.Kind kind, Path path, String message) {
      tell(new Issue(kind, path.toString(), 0, message));
    }
  }

  private static String stem(Path path) {
    return Format.withoutEnding(String.valueOf(path.getFileName()));
  }
}
