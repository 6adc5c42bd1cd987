package org.sitrep.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.sitrep.page.Block;
import org.sitrep.page.Capture;
import org.sitrep.page.Comment;
import org.sitrep.page.Imprint;
import org.sitrep.page.Page;
import org.sitrep.text.Span;

/** Documents, their blocks and, apart from them, their readers' comments. */
final class DocumentTable {

  private static final String HEAD =
      "SELECT d.*, (SELECT count(*) FROM claims c WHERE c.digest = d.digest) AS n_claims,"
          + " (SELECT count(*) FROM comments m WHERE m.digest = d.digest) AS n_comments"
          + " FROM documents d ";

  private static final String ARTICLE =
      Arrays.stream(Block.Kind.values())
          .filter(Block.Kind::isArticle)
          .map(k -> "'" + k.name().toLowerCase(Locale.ROOT) + "'")
          .collect(Collectors.joining(", "));

  private DocumentTable() {}

  static void append(DuckDBAppender out, long seq, long run, Page page) throws SQLException {
    Capture capture = page.capture();
    out.beginRow();
    Row row = new Row(out);
    row.put(seq).put(capture.digest()).put(capture.doc()).put(capture.origin());
    row.put(capture.url()).put(page.article().publisher().or(capture::publisher));
    row.put(capture.title()).day(page.article().published().or(capture::published));
    row.instant(capture.fetched());
    row.put(capture.format().name().toLowerCase(Locale.ROOT)).put(page.headline());
    Imprint imprint = page.imprint();
    row.put(imprint.author()).instant(imprint.modified()).put(imprint.language());
    row.put(capture.url().flatMap(Address::key)).put(imprint.url().flatMap(Address::key));
    row.put(capture.content()).put(run);
    out.endRow();
  }

  static void appendBlocks(DuckDBAppender out, Page page) throws SQLException {
    String digest = page.capture().digest();
    int ordinal = 0;
    for (Block block : page.blocks()) {
      Span original = page.article().aligned().toOriginal(block.span());
      out.beginRow();
      Row row = new Row(out);
      row.put(digest).put(ordinal++).put(block.kind().name().toLowerCase(Locale.ROOT));
      row.put(original.start()).put(original.end()).put(block.firstLine()).put(block.lastLine());
      row.put(block.span().of(page.text()));
      out.endRow();
    }
  }

  static void appendComments(DuckDBAppender out, Page page, String key) throws SQLException {
    String digest = page.capture().digest();
    String site = Site.of(page);
    int ordinal = 0;
    for (Comment comment : page.comments()) {
      out.beginRow();
      Row row = new Row(out);
      row.put(digest).put(ordinal++).put(comment.author().map(a -> Site.author(key, site, a)));
      row.put(comment.time()).number(comment.votes().orElse(null)).put(comment.text());
      row.put(comment.firstLine()).put(comment.lastLine());
      row.number(comment.parent().orElse(null)).put(comment.parentKnown());
      row.put(comment.depth());
      out.endRow();
    }
  }

  static boolean contains(DuckDBConnection db, String digest) throws SQLException {
    try (PreparedStatement s = db.prepareStatement("SELECT 1 FROM documents WHERE digest = ?")) {
      s.setString(1, digest);
      try (ResultSet r = s.executeQuery()) {
        return r.next();
      }
    }
  }

  /** The latest snapshot of each document, in the order in which the documents were first read. */
  static List<StoredDocument.Head> list(DuckDBConnection db) throws SQLException {
    List<StoredDocument.Head> found = new ArrayList<>();
    String sql =
        HEAD + "JOIN latest l USING (digest)"
            + " ORDER BY (SELECT min(v.seq) FROM versions v WHERE v.work = l.work)";
    try (PreparedStatement s = db.prepareStatement(sql);
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        found.add(head(r));
      }
    }
    return found;
  }

  /** The latest snapshot of a document, by its id or its address; or the one with a digest. */
  static Optional<StoredDocument> find(DuckDBConnection db, String doc) throws SQLException {
    Optional<String> digest = VersionTable.findLatest(db, doc);
    return digest.isEmpty() ? Optional.empty() : snapshot(db, digest.get());
  }

  static Optional<StoredDocument> snapshot(DuckDBConnection db, String digest) throws SQLException {
    try (PreparedStatement s = db.prepareStatement(HEAD + "WHERE d.digest = ?")) {
      s.setString(1, digest);
      try (ResultSet r = s.executeQuery()) {
        return r.next()
            ? Optional.of(
                new StoredDocument(head(r), r.getString("text"), blocks(db, digest), comments(db, digest)))
            : Optional.empty();
      }
    }
  }

  /** The words of a snapshot's article, in one line. */
  static String article(DuckDBConnection db, String digest) throws SQLException {
    String sql =
        "SELECT coalesce(string_agg(text, ' ' ORDER BY ordinal), '') FROM blocks WHERE digest = ? AND kind IN (" + ARTICLE + ")";
    try (PreparedStatement s = db.prepareStatement(sql)) {
      s.setString(1, digest);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? r.getString(1) : "";
      }
    }
  }

  private static StoredDocument.Head head(ResultSet r) throws SQLException {
    return new StoredDocument.Head(
        r.getString("digest"),
        r.getString("doc"),
        Row.string(r, "url"),
        Row.string(r, "publisher"),
        Row.day(r, "published"),
        Row.string(r, "headline"),
        Row.string(r, "author"),
        Row.instant(r, "modified"),
        r.getInt("n_claims"),
        r.getInt("n_comments"));
  }

  private static List<StoredDocument.StoredBlock> blocks(DuckDBConnection db, String digest)
      throws SQLException {
    List<StoredDocument.StoredBlock> found = new ArrayList<>();
    try (PreparedStatement s =
        db.prepareStatement("SELECT * FROM blocks WHERE digest = ? ORDER BY ordinal")) {
      s.setString(1, digest);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found.add(
              new StoredDocument.StoredBlock(
                  Block.Kind.valueOf(r.getString("kind").toUpperCase(Locale.ROOT)),
                  new Span(r.getInt("span_start"), r.getInt("span_end")),
                  r.getString("text")));
        }
      }
    }
    return found;
  }

  private static List<StoredDocument.StoredComment> comments(DuckDBConnection db, String digest)
      throws SQLException {
    List<StoredDocument.StoredComment> found = new ArrayList<>();
    try (PreparedStatement s =
        db.prepareStatement("SELECT * FROM comments WHERE digest = ? ORDER BY ordinal")) {
      s.setString(1, digest);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found.add(
              new StoredDocument.StoredComment(
                  Row.string(r, "author"),
                  Row.string(r, "time"),
                  r.getString("text"),
                  Optional.ofNullable((Integer) r.getObject("votes")),
                  Optional.ofNullable((Integer) r.getObject("parent")),
                  r.getInt("depth")));
        }
      }
    }
    return found;
  }
}
