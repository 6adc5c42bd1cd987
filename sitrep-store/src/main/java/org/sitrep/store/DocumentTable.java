package org.sitrep.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.sitrep.page.Block;
import org.sitrep.page.Capture;
import org.sitrep.page.Comment;
import org.sitrep.page.Page;
import org.sitrep.text.Span;

/** Documents, their blocks and, apart from them, their readers' comments. */
final class DocumentTable {

  private static final String HEAD =
      "SELECT d.*, (SELECT count(*) FROM claims c WHERE c.digest = d.digest) AS n_claims,"
          + " (SELECT count(*) FROM comments m WHERE m.digest = d.digest) AS n_comments"
          + " FROM documents d ";

  private DocumentTable() {}

  static void append(DuckDBAppender out, long seq, long run, Page page) throws SQLException {
    Capture capture = page.capture();
    out.beginRow();
    Row row = new Row(out);
    row.put(seq).put(capture.digest()).put(capture.doc()).put(capture.origin());
    row.put(capture.url()).put(page.article().publisher().or(capture::publisher));
    row.put(capture.title()).day(page.article().published().or(capture::published));
    if (capture.fetched().isPresent()) {
      out.append(LocalDateTime.ofInstant(capture.fetched().get(), ZoneOffset.UTC));
    } else {
      out.appendNull();
    }
    row.put(capture.format().name().toLowerCase(Locale.ROOT)).put(page.headline());
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
      row.put(comment.time()).put(comment.text());
      row.put(comment.firstLine()).put(comment.lastLine());
      row.number(comment.parent().orElse(null)).put(comment.parentKnown());
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

  static List<StoredDocument.Head> list(DuckDBConnection db) throws SQLException {
    List<StoredDocument.Head> found = new ArrayList<>();
    try (PreparedStatement s = db.prepareStatement(HEAD + "ORDER BY d.seq");
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        found.add(head(r));
      }
    }
    return found;
  }

  /** The latest snapshot of a document, by its id or the beginning of its digest. */
  static Optional<StoredDocument> find(DuckDBConnection db, String doc) throws SQLException {
    String sql = HEAD + "WHERE d.doc = ? OR d.digest = ? ORDER BY d.seq DESC LIMIT 1";
    try (PreparedStatement s = db.prepareStatement(sql)) {
      s.setString(1, doc);
      s.setString(2, doc);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          return Optional.empty();
        }
        StoredDocument.Head head = head(r);
        return Optional.of(
            new StoredDocument(
                head, r.getString("text"), blocks(db, head.digest()), comments(db, head.digest())));
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
                  Optional.ofNullable((Integer) r.getObject("parent"))));
        }
      }
    }
    return found;
  }
}
