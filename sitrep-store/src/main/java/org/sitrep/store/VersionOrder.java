package org.sitrep.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.sitrep.flow.Issue;

/**
 * Puts versions of a document in order that no time of fetching tells apart, so that which of them is the latest does not
 * depend on which was read first: by the time of change or publication that they state, then by the run that read them,
 * then by the file that they stand in and the line there (records of one id are written one after the other), then by their digests. They share out the times at which they were seen; where these are equal, by microseconds.
 */
final class VersionOrder {

  private static final String SAID = "versions carry no time of fetching; taken ";

  /** A snapshot where it was first seen. */
  private record Seen(
      long seq, String digest, LocalDateTime seen, @Nullable LocalDateTime fetched, Optional<LocalDateTime> stated, long run, String file, long line, String name) {}

  private static final Comparator<Seen> IN_ORDER =
      Comparator.comparing((Seen r) -> r.stated.orElse(LocalDateTime.MIN)).thenComparing(Seen::run)
          .thenComparing(Seen::file).thenComparing(Seen::line).thenComparing(Seen::digest);

  private VersionOrder() {}

  /** Orders the versions of a document; tells what was done about those without a time of fetching. */
  static List<Issue> settle(DuckDBConnection db, String work) throws SQLException {
    List<Seen> rows = rows(db, work);
    Map<LocalDateTime, List<Seen>> fetched = new HashMap<>();
    List<Seen> untimed = new ArrayList<>();
    for (Seen row : rows) {
      if (row.fetched == null) {
        untimed.add(row);
      } else {
        fetched.computeIfAbsent(row.fetched, t -> new ArrayList<>()).add(row);
      }
    }
    for (Map.Entry<LocalDateTime, List<Seen>> same : fetched.entrySet()) {
      share(db, same.getValue(), same.getValue().stream().map(r -> same.getKey()).toList());
    }
    share(db, untimed, untimed.stream().map(Seen::seen).sorted().toList());
    return untimed.size() > 1 ? List.of(issue(db, untimed)) : List.of();
  }

  /** Gives the rows, in order, these times, none of them twice. */
  private static void share(DuckDBConnection db, List<Seen> rows, List<LocalDateTime> times) throws SQLException {
    if (rows.size() < 2) {
      return;
    }
    rows.sort(IN_ORDER);
    LocalDateTime last = LocalDateTime.MIN;
    for (int i = 0; i < rows.size(); i++) {
      last = times.get(i).isAfter(last) ? times.get(i) : last.plus(1, ChronoUnit.MICROS);
      if (!last.equals(rows.get(i).seen)) {
        try (PreparedStatement s = db.prepareStatement("UPDATE versions SET seen = ? WHERE seq = ?")) {
          s.setObject(1, last);
          s.setLong(2, rows.get(i).seq);
          s.executeUpdate();
        }
      }
    }
  }

  private static Issue issue(DuckDBConnection db, List<Seen> inOrder) throws SQLException {
    Seen latest = inOrder.getLast();
    Seen before = inOrder.get(inOrder.size() - 2);
    String by =
        !latest.stated.equals(before.stated) ? "by what they state of their publication or change"
            : latest.run != before.run ? "in the order of the runs that read them"
                : latest.file.equals(before.file) ? "in the order of the file that they stand in"
                    : "in the order of their file names, as nothing tells which is later";
    Sql.run(db, "DELETE FROM issues WHERE origin = ? AND message LIKE ?", latest.name, SAID + "%");
    String digest = latest.digest.substring(0, Math.min(12, latest.digest.length()));
    return new Issue(Issue.Kind.TIME, latest.name, 0, SAID + by + "; the latest is " + digest);
  }

  /** Where each snapshot of a document was first seen. */
  private static List<Seen> rows(DuckDBConnection db, String work) throws SQLException {
    List<Seen> found = new ArrayList<>();
    try (PreparedStatement s =
        db.prepareStatement(
            "SELECT v.seq, v.digest, v.seen, d.fetched, d.modified, d.published, d.run, d.origin,"
                + " min(coalesce(d.address, d.doc)) OVER () AS name"
                + " FROM versions v JOIN documents d USING (digest) WHERE v.work = ?"
                + " QUALIFY row_number() OVER (PARTITION BY v.digest ORDER BY v.seq) = 1")) {
      s.setString(1, work);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          Matcher record = VersionTable.RECORD.matcher(r.getString("origin"));
          boolean isRecord = record.matches();
          Optional<LocalDateTime> published = Row.day(r, "published").map(LocalDate::atStartOfDay);
          found.add(
              new Seen(
                  r.getLong("seq"), r.getString("digest"), r.getObject("seen", LocalDateTime.class),
                  r.getObject("fetched", LocalDateTime.class),
                  Optional.ofNullable(r.getObject("modified", LocalDateTime.class)).or(() -> published),
                  r.getLong("run"),
                  isRecord ? record.group("file") : r.getString("origin"), isRecord ? Long.parseLong(record.group("line")) : 0, r.getString("name")));
        }
      }
    }
    return found;
  }
}
