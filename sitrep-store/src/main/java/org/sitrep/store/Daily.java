package org.sitrep.store;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.duckdb.DuckDBConnection;
import org.sitrep.claim.Claim;
import org.sitrep.event.Event;
import org.sitrep.time.TimeWindow;

/** What a day's report is made of, without reading the rest of a store. Holds nothing. Thread-safe, as the {@link Store} is. */
public final class Daily {

  private static final String FIRST_PUBLISHED =
      "(SELECT min(m.published) FROM event_claims ec JOIN claims m ON m.claim_id = ec.claim_id AND m.digest = ec.digest"
          + " WHERE ec.event_id = e.event_id)";

  private static final String OF_DAY =
      "(e.time_start <= ? AND e.time_end >= ? OR e.time_start IS NULL AND coalesce(" + FIRST_PUBLISHED + ", ?) = ?)";

  private static final int DAYS_IN_CONDITION = 4;

  private final Store store;

  Daily(Store store) {
    this.store = store;
  }

  /**
   * When events are said to have been.
   *
   * @param windows those of dated events, each once
   * @param published the days on which undated ones were first published
   */
  public record Told(List<TimeWindow> windows, NavigableSet<LocalDate> published) {}

  /** The events that a filter lets through of a day; undated ones are of the day on which they were first published, or else of every day. */
  public List<Event> events(LocalDate day, Filter filter) {
    EventTable.Passing passing = EventTable.passing(filter);
    return asking(
        db ->
            EventTable.read(
                db,
                OF_DAY + " AND " + passing.sql(),
                s -> {
                  for (int i = 1; i <= DAYS_IN_CONDITION; i++) {
                    s.setObject(i, Date.valueOf(day));
                  }
                  passing.bind(s, DAYS_IN_CONDITION);
                }));
  }

  /** When the events that a filter lets through were. */
  public Told told(Filter filter) {
    EventTable.Passing passing = EventTable.passing(filter);
    return asking(
        db -> {
          List<TimeWindow> windows = new ArrayList<>();
          String dated = "SELECT DISTINCT time_start, time_end, time_precision FROM events e WHERE time_start IS NOT NULL AND ";
          ask(db.prepareStatement(dated + passing.sql()), s -> passing.bind(s, 0), r -> Row.window(r).ifPresent(windows::add));
          NavigableSet<LocalDate> published = new TreeSet<>();
          String undated = "SELECT DISTINCT " + FIRST_PUBLISHED + " AS first FROM events e WHERE time_start IS NULL AND ";
          ask(db.prepareStatement(undated + passing.sql()), s -> passing.bind(s, 0), r -> Row.day(r, "first").ifPresent(published::add));
          return new Told(windows, published);
        });
  }

  /** The claims that a filter lets through and that make no event, in the order in which they were read. */
  public List<Claim> aside(Filter filter) {
    Where where = new Where(filter);
    String sql =
        "SELECT c.* FROM claims c WHERE " + where.sql()
            + " AND NOT EXISTS (SELECT 1 FROM event_claims ec WHERE ec.claim_id = c.claim_id AND ec.digest = c.digest) ORDER BY c.seq";
    return asking(
        db -> {
          List<Claim> found = new ArrayList<>();
          ask(db.prepareStatement(sql), where::bind, r -> found.add(ClaimTable.read(r)));
          return found;
        });
  }

  /** The ids of the claims that a filter lets through. */
  public Set<String> ids(Filter filter) {
    Where where = new Where(filter);
    return asking(
        db -> {
          Set<String> found = new HashSet<>();
          ask(db.prepareStatement("SELECT c.claim_id FROM claims c WHERE " + where.sql()), where::bind, r -> found.add(r.getString(1)));
          return found;
        });
  }

  /** The claims with these ids in the latest versions of their documents, in the order in which they were read. */
  public List<Claim> claims(Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    String sql =
        "SELECT c.* FROM claims c WHERE c.claim_id IN (" + "?, ".repeat(ids.size() - 1) + "?)"
            + " AND c.digest IN (SELECT digest FROM latest) ORDER BY c.seq";
    return asking(
        db -> {
          List<Claim> found = new ArrayList<>();
          List<String> wanted = List.copyOf(ids);
          EventTable.Binding values =
              s -> {
                for (int i = 0; i < wanted.size(); i++) {
                  s.setString(i + 1, wanted.get(i));
                }
              };
          ask(db.prepareStatement(sql), values, r -> found.add(ClaimTable.read(r)));
          return found;
        });
  }

  private interface Question<T> {
    T answer(DuckDBConnection db) throws SQLException;
  }

  private <T> T asking(Question<T> question) {
    synchronized (store) {
      return store.ask(() -> question.answer(store.db()));
    }
  }

  private interface Each {
    void row(ResultSet r) throws SQLException;
  }

  private static void ask(PreparedStatement statement, EventTable.Binding values, Each each) throws SQLException {
    try (PreparedStatement s = statement) {
      values.to(s);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          each.row(r);
        }
      }
    }
  }
}
