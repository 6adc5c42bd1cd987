package org.sitrep.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.sitrep.discussion.Post;
import org.sitrep.discussion.ReaderThread;
import org.sitrep.discussion.Remark;
import org.sitrep.page.Block;
import org.sitrep.text.Span;

/** Readers' threads, what was found in them, and how they are deleted. */
final class DiscussionTable {

  private static final String ARTICLE =
      Arrays.stream(Block.Kind.values())
          .filter(k -> k != Block.Kind.COMMENT && k != Block.Kind.BOILERPLATE)
          .map(k -> "'" + k.name().toLowerCase(Locale.ROOT) + "'")
          .collect(Collectors.joining(", "));

  private static final String OLD =
      "SELECT d.digest FROM documents d JOIN runs r USING (run) WHERE r.started < ?";

  /** A blank of two UTF-16 units. */
  private static final int TAG_SPACE = 0xE0020;

  private DiscussionTable() {}

  static Optional<ReaderThread> find(DuckDBConnection db, String digest) throws SQLException {
    List<Post> posts = posts(db, digest);
    try (PreparedStatement s =
        db.prepareStatement("SELECT doc, published FROM documents WHERE digest = ?")) {
      s.setString(1, digest);
      try (ResultSet r = s.executeQuery()) {
        return posts.isEmpty() || !r.next()
            ? Optional.empty()
            : Optional.of(
                new ReaderThread(
                    r.getString("doc"), digest, Row.day(r, "published"), article(db, digest), posts,
                    remarks(db, digest)));
      }
    }
  }

  private static List<Post> posts(DuckDBConnection db, String digest) throws SQLException {
    List<Post> posts = new ArrayList<>();
    try (PreparedStatement s =
        db.prepareStatement(
            "SELECT ordinal, author, text, parent, parent_known FROM comments WHERE digest = ?"
                + " ORDER BY ordinal")) {
      s.setString(1, digest);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          Optional<Integer> parent = Optional.ofNullable((Integer) r.getObject("parent"));
          posts.add(
              new Post(
                  r.getInt("ordinal"), Row.string(r, "author"), r.getString("text"), parent,
                  r.getBoolean("parent_known") && parent.isEmpty()));
        }
      }
    }
    return posts;
  }

  private static List<ReaderThread.Line> article(DuckDBConnection db, String digest) throws SQLException {
    List<ReaderThread.Line> lines = new ArrayList<>();
    try (PreparedStatement s =
        db.prepareStatement(
            "SELECT ordinal, first_line, span_start, span_end, text FROM blocks WHERE digest = ?"
                + " AND kind IN (" + ARTICLE + ") ORDER BY ordinal")) {
      s.setString(1, digest);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          lines.add(
              new ReaderThread.Line(
                  r.getInt("ordinal"), r.getInt("first_line"),
                  new Span(r.getInt("span_start"), r.getInt("span_end")), r.getString("text")));
        }
      }
    }
    return lines;
  }

  private static List<Remark> remarks(DuckDBConnection db, String digest) throws SQLException {
    List<Remark> remarks = new ArrayList<>();
    try (PreparedStatement s =
        db.prepareStatement("SELECT remark FROM comment_remarks WHERE digest = ? ORDER BY ordinal")) {
      s.setString(1, digest);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          remarks.add(Json.read(r.getString("remark"), Remark.class));
        }
      }
    }
    return remarks;
  }

  static void saveRemarks(DuckDBConnection db, String digest, List<Remark> remarks) throws SQLException {
    delete(db, "comment_remarks", digest);
    try (DuckDBAppender out = db.createAppender("comment_remarks")) {
      for (Remark remark : remarks) {
        out.beginRow();
        new Row(out).put(digest).put(remark.number()).json(remark);
        out.endRow();
      }
    }
  }

  /** Called within the transaction that saved a snapshot. */
  static void forgetIfErased(DuckDBConnection db, String digest) throws SQLException {
    List<String> erased = new ArrayList<>();
    try (PreparedStatement s = db.prepareStatement("SELECT page FROM erased_threads");
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        erased.add(r.getString(1));
      }
    }
    if (erased.isEmpty()) {
      return;
    }
    try (PreparedStatement s =
        db.prepareStatement("SELECT digest, doc, url FROM documents WHERE digest = ?")) {
      s.setString(1, digest);
      try (ResultSet r = s.executeQuery()) {
        boolean gone = false;
        while (r.next()) {
          for (String page : erased) {
            gone |= isPage(r, page);
          }
        }
        if (gone) {
          forget(db, digest);
        }
      }
    }
  }

  static Threads.Deleted erase(DuckDBConnection db, String page) throws SQLException {
    int posts = 0;
    List<String> snapshots = snapshots(db, page);
    for (String digest : snapshots) {
      posts += forget(db, digest);
    }
    try (PreparedStatement s = db.prepareStatement("INSERT INTO erased_threads VALUES (?, ?)")) {
      s.setString(1, page);
      s.setObject(2, LocalDateTime.now(ZoneOffset.UTC));
      s.executeUpdate();
    }
    return new Threads.Deleted(posts, snapshots.size());
  }

  /** Snapshots whose address, id or digest this is. */
  private static List<String> snapshots(DuckDBConnection db, String page) throws SQLException {
    List<String> found = new ArrayList<>();
    try (PreparedStatement s = db.prepareStatement("SELECT digest, doc, url FROM documents");
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        if (isPage(r, page)) {
          found.add(r.getString("digest"));
        }
      }
    }
    return found;
  }

  private static boolean isPage(ResultSet r, String page) throws SQLException {
    Optional<String> url = Row.string(r, "url").map(Address::written);
    return page.equals(r.getString("digest"))
        || page.equals(r.getString("doc"))
        || url.isPresent() && url.get().equals(Address.written(page));
  }

  private static int forget(DuckDBConnection db, String digest) throws SQLException {
    blank(db, digest);
    delete(db, "comment_remarks", digest);
    return delete(db, "comments", digest);
  }

  static Threads.Deleted purge(DuckDBConnection db, Instant before) throws SQLException {
    List<String> digests = new ArrayList<>();
    String sql =
        "SELECT DISTINCT digest FROM comments WHERE text <> '' AND digest IN (" + OLD + ")";
    try (PreparedStatement s = db.prepareStatement(sql)) {
      s.setObject(1, LocalDateTime.ofInstant(before, ZoneOffset.UTC));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          digests.add(r.getString(1));
        }
      }
    }
    int posts = 0;
    for (String digest : digests) {
      blank(db, digest);
      try (PreparedStatement s =
          db.prepareStatement("UPDATE comments SET text = '', time = NULL WHERE digest = ?")) {
        s.setString(1, digest);
        posts += s.executeUpdate();
      }
    }
    return new Threads.Deleted(posts, digests.size());
  }

  static int countRaw(DuckDBConnection db, Instant before) throws SQLException {
    try (PreparedStatement s =
        db.prepareStatement(
            "SELECT count(*) FROM comments WHERE text <> '' AND digest IN (" + OLD + ")")) {
      s.setObject(1, LocalDateTime.ofInstant(before, ZoneOffset.UTC));
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? r.getInt(1) : 0;
      }
    }
  }

  /**
   * Takes over the posts of an attached store. Authors are kept under a hash whose key is each store's own, so
   * that one person has two hashes. Those of the other store are marked with a name of its key, and can never
   * be taken for one of this store.
   *
   * @param key the other store's key
   * @param digests a query that gives the snapshots that are taken over
   * @return how many posts
   */
  static int merge(DuckDBConnection db, String key, String digests) throws SQLException {
    String here = keyName(Opening.meta(db, "author_key"));
    String there = keyName(key);
    String author =
        here.equals(there)
            ? "author"
            : "CASE WHEN starts_with(author, '" + here + "') THEN substr(author, " + (here.length() + 1) + ")"
                + " WHEN contains(author, ':') THEN author ELSE '" + there + "' || author END";
    try (PreparedStatement s =
        db.prepareStatement(
            "INSERT INTO comment_remarks SELECT * FROM other.comment_remarks WHERE digest IN (" + digests + ")")) {
      s.executeUpdate();
    }
    try (PreparedStatement s =
        db.prepareStatement(
            "INSERT INTO comments SELECT * REPLACE (" + author + " AS author) FROM other.comments"
                + " WHERE digest IN (" + digests + ")")) {
      return s.executeUpdate();
    }
  }

  /**
   * What was erased here is not taken over from an attached store, and what was erased there is erased here.
   *
   * @param digests the snapshots that are taken over
   * @return how many pages were erased there and not here
   */
  static int mergeErased(DuckDBConnection db, List<String> digests) throws SQLException {
    for (String digest : digests) {
      forgetIfErased(db, digest);
    }
    List<String> pages = new ArrayList<>();
    try (PreparedStatement s =
            db.prepareStatement(
                "SELECT DISTINCT page FROM other.erased_threads WHERE page NOT IN (SELECT page FROM erased_threads)");
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        pages.add(r.getString(1));
      }
    }
    for (String page : pages) {
      erase(db, page);
    }
    return pages.size();
  }

  /** "4f2a91:", by which a key can be told and not found out. */
  private static String keyName(String key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(("author key " + key).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 3) + ":";
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  private static int delete(DuckDBConnection db, String table, String digest) throws SQLException {
    try (PreparedStatement s = db.prepareStatement("DELETE FROM " + table + " WHERE digest = ?")) {
      s.setString(1, digest);
      return s.executeUpdate();
    }
  }

  /** Of a page with comments only the article's own characters stay, each at its place. */
  private static void blank(DuckDBConnection db, String digest) throws SQLException {
    try (PreparedStatement s =
        db.prepareStatement(
            "SELECT text FROM documents WHERE digest = ?"
                + " AND EXISTS (SELECT 1 FROM comments m WHERE m.digest = documents.digest)")) {
      s.setString(1, digest);
      try (ResultSet r = s.executeQuery()) {
        if (r.next()) {
          update(db, digest, blank(r.getString(1), article(db, digest)));
        }
      }
    }
    try (PreparedStatement s =
        db.prepareStatement("DELETE FROM blocks WHERE digest = ? AND kind NOT IN (" + ARTICLE + ")")) {
      s.setString(1, digest);
      s.executeUpdate();
    }
  }

  private static void update(DuckDBConnection db, String digest, String text) throws SQLException {
    try (PreparedStatement s = db.prepareStatement("UPDATE documents SET text = ? WHERE digest = ?")) {
      s.setString(1, text);
      s.setString(2, digest);
      s.executeUpdate();
    }
  }

  /** Both UTF-16 units and code points are as many as before, so that evidence stays where it is. */
  private static String blank(String text, List<ReaderThread.Line> article) {
    StringBuilder out = new StringBuilder(text.length());
    boolean[] keep = new boolean[text.length()];
    for (ReaderThread.Line line : article) {
      Arrays.fill(keep, line.span().start(), Math.min(text.length(), line.span().end()), true);
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (keep[i] || c == '\n' || c == '\r') {
        out.append(c);
      } else if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
        out.appendCodePoint(TAG_SPACE);
        i++;
      } else {
        out.append(' ');
      }
    }
    return out.toString();
  }
}
