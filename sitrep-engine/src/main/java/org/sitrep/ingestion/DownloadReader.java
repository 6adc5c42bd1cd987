package org.sitrep.ingestion;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sitrep.flow.Issue;
import org.sitrep.page.Capture;

/** Makes a capture of an answer from the web: HTML or plain text. */
final class DownloadReader {

  private DownloadReader() {}

  static void read(Download download, Consumer<Capture> captures, Consumer<Issue> issues) {
    Capture.Format format = format(download);
    byte[] body = download.body();
    if (format == null) {
      issue(issues, download, Issue.Kind.UNSUPPORTED, 0, "neither a web page nor text: " + media(download));
      return;
    }
    String binary = Bytes.findBinary(body);
    if (binary != null) {
      issue(issues, download, Issue.Kind.BINARY, 0, binary);
      return;
    }
    Bytes.Decoded decoded = Bytes.decode(body, Charsets.ofContentType(download.contentType()), format == Capture.Format.HTML);
    if (decoded.text().isBlank()) {
      issue(issues, download, Issue.Kind.EMPTY, 0, "nothing but white space");
      return;
    }
    if (decoded.trouble() != null) {
      issue(issues, download, Issue.Kind.ENCODING, decoded.line(), decoded.trouble());
    }
    captures.accept(
        new Capture(
            download.url(),
            download.url(),
            Optional.of(download.url()),
            download.publisher(),
            download.title(),
            download.published(),
            Optional.of(download.fetched()),
            format,
            decoded.text(),
            Bytes.digest(body)));
  }

  private static void issue(Consumer<Issue> issues, Download download, Issue.Kind kind, long line, String message) {
    issues.accept(new Issue(kind, download.url(), line, message));
  }

  private static Capture.@Nullable Format format(Download download) {
    return switch (media(download)) {
      case "text/html", "application/xhtml+xml" -> Capture.Format.HTML;
      case "text/plain" -> startsWithTag(download.body()) ? Capture.Format.HTML : Capture.Format.TEXT;
      case "text/markdown" -> Capture.Format.TEXT;
      case "" -> startsWithTag(download.body()) ? Capture.Format.HTML : Capture.Format.TEXT;
      default -> null;
    };
  }

  private static String media(Download download) {
    return download.contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static boolean startsWithTag(byte[] body) {
    for (byte b : body) {
      if (b == '<') {
        return true;
      }
      if (b > ' ') {
        return false;
      }
    }
    return false;
  }
}
