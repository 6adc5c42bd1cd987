package org.sitrep.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;
import org.sitrep.flow.Issue;
import org.sitrep.page.Capture;
import org.sitrep.page.Page;

/**
 * Which snapshots are versions of one document, and which of them is the latest. Two are when they have the
 * same address, or the same id in one file of records. The same id elsewhere (files are called alike, data
 * sets count from 1) or the same address in their own words counts only when their articles share enough and
 * they do not state different days or outlets: a daily bulletin is no version of yesterday's.
 */
final class VersionTable {

  /** So much of the shorter article's three-word runs must be in the other one. */
  private static final double ALIKE = 0.5;

  /** Where a record stands. */
  static final Pattern RECORD = Pattern.compile("(?<file>.*):(?<line>\\d{1,18})");
  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final String STANDARD_INPUT = "-";

  private VersionTable() {}

  /** What of a snapshot says which document it is of. */
  record Snapshot(
      String doc,
      String origin,
      long run,
      Optional<String> address,
      Optional<String> own,
      Optional<String> publisher,
      Optional<LocalDate> published,
      String article) {

    static Snapshot of(Page page, long run) {
      Capture capture = page.capture();
      return new Snapshot(
          capture.doc(), capture.origin(), run, capture.url().flatMap(Address::key),
          page.imprint().url().flatMap(Address::key), page.article().publisher().or(capture::publisher),
          page.article().published().or(capture::published), VersionTable.article(page));
    }
  }

  /** Another snapshot that may be of the same document. */
  private record Candidate(
      String work,
      String digest,
      String doc,
      String origin,
      Optional<String> address,
      Optional<String> own,
      Optional<String> publisher,
      Optional<LocalDate> published,
      long run) {

    /** Whether something speaks for it, short of certainty: an id, or an address that a page gives itself. */
    boolean isLikely(String id, Optional<String> outer, Optional<String> inner) {
      boolean apart = outer.isPresent() && address.isPresent();
      return (doc.equals(id) && !apart) || meet(inner, address) || meet(inner, own) || meet(outer, own);
    }

    /** Whether it states another day of publication, or another outlet. */
    boolean isOther(Snapshot snapshot) {
      return differ(snapshot.published, published) || differ(snapshot.publisher, publisher);
    }

    private static boolean differ(Optional<?> a, Optional<?> b) {
      return a.isPresent() && b.isPresent() && !a.equals(b);
    }

    private static boolean meet(Optional<String> a, Optional<String> b) {
      return a.isPresent() && a.equals(b);
    }
  }

  /**
   * Adds a snapshot that has just been saved, to the document that it is a version of.
   *
   * @param alone whether it shares no id and no address with any other
   * @param of an id, address or digest of that document, where somebody says so
   * @return whether it is a document of its own, with no other version
   */
  static boolean add(DuckDBConnection db, long run, Page page, boolean alone, Optional<String> of, Instant seen)
      throws SQLException {
    Set<String> works = alone ? new LinkedHashSet<>() : works(db, Snapshot.of(page, run));
    if (of.isPresent()) {
      findWork(db, of.get()).ifPresent(works::add);
    }
    String digest = page.capture().digest();
    String work = unite(db, works, digest);
    insert(db, work, digest, seen);
    if (!works.isEmpty()) {
      FusedTable.changed(db, work);
    }
    return works.isEmpty();
  }

  /** Orders the versions of the document that a snapshot is of; tells what they were ordered by. */
  static List<Issue> settle(DuckDBConnection db, String digest) throws SQLException {
    Optional<String> work = workOf(db, digest);
    return work.isPresent() ? VersionOrder.settle(db, work.get()) : List.of();
  }

  /** Makes several documents one; without any the digest is a new one. */
  static String unite(DuckDBConnection db, Set<String> works, String digest) throws SQLException {
    String work = works.isEmpty() ? digest : works.iterator().next();
    for (String other : works) {
      if (!other.equals(work)) {
        join(db, other, work);
      }
    }
    return work;
  }

  /** The document that a snapshot is of. */
  static Optional<String> workOf(DuckDBConnection db, String digest) throws SQLException {
    try (PreparedStatement s = db.prepareStatement("SELECT work FROM versions WHERE digest = ? LIMIT 1")) {
      s.setString(1, digest);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? Optional.of(r.getString(1)) : Optional.empty();
      }
    }
  }

  /**
   * Notes that a snapshot which is there was seen again.
   *
   * @return whether another snapshot than before is the latest now
   */
  static boolean sighted(DuckDBConnection db, String digest, Instant seen) throws SQLException {
    try (PreparedStatement s =
        db.prepareStatement(
            "SELECT v.work, l.digest FROM versions v JOIN latest l USING (work) WHERE v.digest = ?"
                + " AND NOT EXISTS (SELECT 1 FROM versions o WHERE o.digest = v.digest AND o.seen = ?) LIMIT 1")) {
      s.setString(1, digest);
      s.setObject(2, utc(seen));
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          return false;
        }
        String work = r.getString(1);
        String before = r.getString(2);
        insert(db, work, digest, seen);
        FusedTable.changed(db, work);
        return !latestOf(db, work).equals(before);
      }
    }
  }

  /** The digest itself where {@code doc} is one, else that of the latest snapshot with this id or address. */
  static Optional<String> findLatest(DuckDBConnection db, String doc) throws SQLException {
    if (DocumentTable.contains(db, doc)) {
      return Optional.of(doc);
    }
    Optional<String> work = findWork(db, doc);
    return work.isEmpty() ? Optional.empty() : Optional.of(latestOf(db, work.get()));
  }

  /** The versions of a document by id, address or a snapshot's digest, the oldest first. */
  static List<StoredDocument.Version> list(DuckDBConnection db, String doc) throws SQLException {
    Optional<String> work = findWork(db, doc);
    List<StoredDocument.Version> found = new ArrayList<>();
    if (work.isEmpty()) {
      return found;
    }
    try (PreparedStatement s =
        db.prepareStatement("SELECT digest, seen FROM versions WHERE work = ? ORDER BY seen, seq")) {
      s.setString(1, work.get());
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          String digest = r.getString(1);
          if (found.isEmpty() || !found.getLast().digest().equals(digest)) {
            Instant seen = r.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC);
            found.add(new StoredDocument.Version(found.size() + 1, digest, seen));
          }
        }
      }
    }
    return found;
  }

  /** The latest digests of the documents with more than one snapshot, in the order of first reading. */
  static List<String> listSeveral(DuckDBConnection db) throws SQLException {
    return Row.strings(
        db,
        "SELECT l.digest FROM latest l JOIN (SELECT work, min(seq) AS first FROM versions"
            + " GROUP BY work HAVING count(DISTINCT digest) > 1) USING (work) ORDER BY first");
  }

  /** The documents with more than one snapshot. */
  static List<String> listSeveralWorks(DuckDBConnection db) throws SQLException {
    return Row.strings(db, "SELECT work FROM versions GROUP BY work HAVING count(DISTINCT digest) > 1");
  }

  /** The digests of all snapshots that are not the latest of their document. */
  static Set<String> listSuperseded(DuckDBConnection db) throws SQLException {
    return new HashSet<>(
        Row.strings(db, "SELECT digest FROM documents WHERE digest NOT IN (SELECT digest FROM latest)"));
  }

  private static Optional<String> findWork(DuckDBConnection db, String doc) throws SQLException {
    try (PreparedStatement s =
        db.prepareStatement(
            "SELECT v.work FROM documents d JOIN versions v USING (digest)"
                + " WHERE d.digest = ? OR d.doc = ? OR d.url = ? ORDER BY v.seen DESC, v.seq DESC LIMIT 1")) {
      s.setString(1, doc);
      s.setString(2, doc);
      s.setString(3, doc);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? Optional.of(r.getString(1)) : Optional.empty();
      }
    }
  }

  private static String latestOf(DuckDBConnection db, String work) throws SQLException {
    try (PreparedStatement s = db.prepareStatement("SELECT digest FROM latest WHERE work = ?")) {
      s.setString(1, work);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getString(1);
      }
    }
  }

  static void insert(DuckDBConnection db, String work, String digest, Instant seen)
      throws SQLException {
    try (PreparedStatement s =
        db.prepareStatement(
            "INSERT INTO versions VALUES (nextval('version_seq'), ?, ?, ?)")) {
      s.setString(1, work);
      s.setString(2, digest);
      s.setObject(3, utc(seen));
      s.executeUpdate();
    }
  }

  private static void join(DuckDBConnection db, String from, String to) throws SQLException {
    try (PreparedStatement s = db.prepareStatement("UPDATE versions SET work = ? WHERE work = ?")) {
      s.setString(1, to);
      s.setString(2, from);
      s.executeUpdate();
    }
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /** The documents that a snapshot is a version of: seldom more than one, the oldest first. */
  static Set<String> works(DuckDBConnection db, Snapshot page) throws SQLException {
    Set<String> works = new LinkedHashSet<>();
    Set<String> words = Set.of();
    for (Candidate other : candidates(db, page.doc, page.address, page.own)) {
      boolean sure =
          (page.address.isPresent() && page.address.equals(other.address))
              || (other.doc.equals(page.doc) && isOneFile(page, other));
      if (!sure && !works.contains(other.work) && other.isLikely(page.doc, page.address, page.own) && !other.isOther(page)) {
        words = words.isEmpty() ? runs(page.article) : words;
        sure = areAlike(words, runs(DocumentTable.article(db, other.digest)));
      }
      if (sure) {
        works.add(other.work);
      }
    }
    return works;
  }

  private static List<Candidate> candidates(
      DuckDBConnection db, String doc, Optional<String> address, Optional<String> own) throws SQLException {
    List<Candidate> found = new ArrayList<>();
    try (PreparedStatement s =
        db.prepareStatement(
            "SELECT DISTINCT v.work, d.digest, d.doc, d.origin, d.address, d.own_address, d.publisher, d.published,"
                + " d.run, d.seq"
                + " FROM documents d JOIN versions v USING (digest)"
                + " WHERE d.doc = ? OR d.address IN (?, ?) OR d.own_address IN (?, ?) ORDER BY d.seq")) {
      s.setString(1, doc);
      for (int i = 0; i < 2; i++) {
        s.setString(2 + 2 * i, address.orElse(null));
        s.setString(3 + 2 * i, own.orElse(null));
      }
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found.add(
              new Candidate(
                  r.getString(1), r.getString(2), r.getString(3), r.getString(4),
                  Row.string(r, "address"), Row.string(r, "own_address"),
                  Row.string(r, "publisher"), Row.day(r, "published"), r.getLong("run")));
        }
      }
    }
    return found;
  }

  /** Whether both come from one file of records that states their ids. */
  private static boolean isOneFile(Snapshot capture, Candidate other) {
    Matcher here = RECORD.matcher(capture.origin);
    Matcher there = RECORD.matcher(other.origin);
    if (!here.matches() || !there.matches() || !here.group("file").equals(there.group("file"))) {
      return false;
    }
    boolean stream = here.group("file").equals(STANDARD_INPUT);
    return !capture.doc.endsWith("-" + here.group("line")) && (!stream || capture.run == other.run);
  }

  private static boolean areAlike(Set<String> a, Set<String> b) {
    int least = Math.min(a.size(), b.size());
    if (least == 0) {
      return false;
    }
    Set<String> smaller = a.size() == least ? a : b;
    Set<String> larger = a.size() == least ? b : a;
    return smaller.stream().filter(larger::contains).count() >= ALIKE * least;
  }

  private static String article(Page page) {
    StringBuilder text = new StringBuilder();
    page.article().blocks().stream()
        .filter(b -> b.kind().isArticle())
        .forEach(b -> text.append(b.span().of(page.text())).append(' '));
    return text.toString();
  }

  /** All runs of three words. */
  private static Set<String> runs(String text) {
    String[] words = WORDS.split(text.toLowerCase(Locale.ROOT).strip());
    Set<String> runs = new HashSet<>();
    for (int i = 0; i + 2 < words.length; i++) {
      runs.add(words[i] + ' ' + words[i + 1] + ' ' + words[i + 2]);
    }
    return runs;
  }
}
