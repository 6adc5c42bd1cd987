package org.sitrep.ingestion;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a feed into its head and its entries without building a tree: tags, comments, CDATA sections and
 * declarations are passed over as XML has them, with no entity ever looked up. An entry that does not end
 * ends where the next begins; one that is too long is passed over. Needs memory for one entry.
 */
final class FeedScanner {

  /**
   * A stretch of the feed.
   *
   * @param head whether it is what stands before the first entry
   * @param bytes its bytes; of one that is too long, none
   * @param length its length
   * @param line the line it begins in
   * @param trouble what is wrong with it, or null
   */
  record Part(boolean head, byte[] bytes, long length, long line, @Nullable String trouble) {}

  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_HEAD = 1 << 18;

  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int to;
  private long line = 1;
  private final ByteArrayOutputStream part = new ByteArrayOutputStream(1 << 14);
  private long length;
  private long begins = 1;
  private String entry = "";
  private boolean headGiven;
  private boolean closed;
  private boolean declares;

  FeedScanner(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** Whether the feed declares entities of its own. */
  boolean declaresEntities() {
    return declares;
  }

  /** Whether the root element was closed. */
  boolean isWhole() {
    return closed;
  }

  long line() {
    return line;
  }

  /** The next part; null at the end. */
  @Nullable Part next() throws IOException {
    while (true) {
      int b = read();
      if (b < 0) {
        return atEnd();
      }
      if (b != '<') {
        continue;
      }
      long here = line;
      int second = read();
      if (second == '!') {
        passDeclaration();
      } else if (second == '?') {
        passUntil("?>");
      } else {
        Part done = tag(second, here);
        if (done != null) {
          return done;
        }
      }
    }
  }

  private @Nullable Part atEnd() {
    if (entry.isEmpty()) {
      return null;
    }
    entry = "";
    return new Part(false, new byte[0], length, begins, "the feed breaks off in this entry; it was left out");
  }

  /** Reads a tag whose first character was read; gives what it completes. */
  private @Nullable Part tag(int first, long here) throws IOException {
    boolean closing = first == '/';
    StringBuilder name = new StringBuilder();
    int b = closing ? read() : first;
    while (b > ' ' && b != '>' && b != '/' && b != '<' && name.length() < LONGEST_NAME) {
      name.append((char) b);
      b = read();
    }
    String qualified = name.toString();
    String local = local(qualified);
    if (closing) {
      return closing(qualified, local);
    }
    if (!local.equals("item") && !local.equals("entry") || !entry.isEmpty() && !qualified.equals(entry)) {
      return null;
    }
    Part before = entry.isEmpty() ? headPart() : finish("the entry is not closed; it was read up to the next", qualified.length() + 2);
    begin(qualified, here);
    boolean selfClosing = passTag(b);
    if (selfClosing) {
      entry = "";
    }
    return before;
  }

  private @Nullable Part closing(String qualified, String local) {
    if (!entry.isEmpty() && qualified.equals(entry)) {
      Part done = finish(null, qualified.length() + 3);
      entry = "";
      return done;
    }
    closed |= local.equals("rss") || local.equals("feed") || local.equals("RDF");
    return null;
  }

  private @Nullable Part headPart() {
    if (headGiven) {
      return null;
    }
    headGiven = true;
    return new Part(true, part.toByteArray(), length, 1, null);
  }

  private void begin(String qualified, long here) {
    entry = qualified;
    part.reset();
    begins = here;
    length = 0;
  }

  /** The entry so far, without the tag that ended it. */
  private Part finish(@Nullable String trouble, int tag) {
    boolean fits = length <= limit;
    byte[] all = fits ? part.toByteArray() : new byte[0];
    byte[] bytes = fits ? Arrays.copyOf(all, Math.max(0, all.length - tag)) : all;
    return new Part(false, bytes, length, begins, trouble);
  }

  /** Passes the rest of a tag with its quoted values; says whether it closes itself. */
  private boolean passTag(int first) throws IOException {
    int quote = 0;
    int before = 0;
    int passed = 0;
    for (int b = first; b >= 0 && passed++ < LONGEST_HEAD; before = b, b = read()) {
      if (quote != 0) {
        quote = b == quote ? 0 : quote;
      } else if (b == '"' || b == '\'') {
        quote = b;
      } else if (b == '>') {
        part.reset();
        length = 0;
        return before == '/';
      }
    }
    return false;
  }

  private void passDeclaration() throws IOException {
    int b = read();
    if (b == '-') {
      passUntil("-->");
    } else if (b == '[') {
      passUntil("]]>");
    } else {
      doctype();
    }
  }

  private void doctype() throws IOException {
    int depth = 1;
    int quote = 0;
    StringBuilder word = new StringBuilder();
    for (int b = read(); b >= 0 && depth > 0; b = depth > 0 ? read() : 0) {
      if (quote != 0) {
        quote = b == quote ? 0 : quote;
      } else if (b == '"' || b == '\'') {
        quote = b;
      } else if (b == '<') {
        depth++;
        word.setLength(0);
      } else if (b == '>') {
        depth--;
      } else if (word.length() < 7) {
        word.append((char) b);
        declares |= word.toString().equals("!ENTITY");
      }
    }
  }

  private void passUntil(String end) throws IOException {
    int matched = 0;
    for (int b = read(); b >= 0; b = read()) {
      if (b == end.charAt(matched)) {
        if (++matched == end.length()) {
          return;
        }
      } else if (b == end.charAt(0)) {
        matched = end.length() > 2 && matched == 2 && end.charAt(1) == b ? 2 : 1;
      } else {
        matched = 0;
      }
    }
  }

  /** A byte; kept, while there is room, for the part that is being read. */
  private int read() throws IOException {
    if (at == to) {
      to = in.read(buffer, 0, buffer.length);
      at = 0;
      if (to <= 0) {
        to = 0;
        return -1;
      }
    }
    byte b = buffer[at++];
    line += b == '\n' ? 1 : 0;
    if (!entry.isEmpty() || !headGiven) {
      length++;
      if (length <= (entry.isEmpty() ? LONGEST_HEAD : limit)) {
        part.write(b);
      }
    }
    return b & 0xFF;
  }

  static String local(String qualified) {
    return qualified.substring(qualified.indexOf(':') + 1);
  }
}
