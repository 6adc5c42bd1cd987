package org.sitrep.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Which events the latest runs of reading made or added to. What became of ids that are gone, {@link Store#listRedirects} says. */
public final class Changes {

  private static final String LATEST =
      """
      WITH told AS (
        SELECT ec.event_id, min(d.run) AS first_run, max(d.run) AS last_run
        FROM event_claims ec JOIN documents d ON d.digest = ec.digest GROUP BY ec.event_id)
      SELECT told.event_id, first_run = last_run AS fresh, coalesce(r.finished, r.started) AS changed
      FROM told JOIN runs r ON r.run = told.last_run
      ORDER BY last_run DESC, told.event_id LIMIT ?
      """;

  private final Store store;

  /** Of a store, which stays the caller's. */
  public Changes(Store store) {
    this.store = store;
  }

  /**
   * An event that a run made or added to.
   *
   * @param event its id
   * @param isNew whether all its claims came with that run; otherwise it had some before
   * @param when the run ended, or began where it was cut short
   */
  public record Change(String event, boolean isNew, Instant when) {}

  /** The latest, those of the latest run first. */
  public List<Change> latest(int most) {
    synchronized (store) {
      return store.ask(
          () -> {
            List<Change> found = new ArrayList<>();
            try (PreparedStatement s = store.db().prepareStatement(LATEST)) {
              s.setInt(1, most);
              try (ResultSet r = s.executeQuery()) {
                while (r.next()) {
                  Instant when = r.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC);
                  found.add(new Change(r.getString(1), r.getBoolean(2), when));
                }
              }
            }
            return found;
          });
    }
  }
}
