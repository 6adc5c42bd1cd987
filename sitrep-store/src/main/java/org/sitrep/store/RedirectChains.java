package org.sitrep.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duckdb.DuckDBConnection;
import org.sitrep.event.Redirect;
import org.sitrep.event.Redirect.Reason;

/**
 * All redirects followed to the end at once. What became of an id in its latest change leads to ids whose own latest change counts only if
 * it is a later one, so that the latest changes are worked out first, each once, however long the chains are.
 */
final class RedirectChains {

  /** What became of an id in its latest change. */
  private record Step(long change, Redirect redirect) {}

  /** Where an id leads in the end, and when the last thing on the way there was done. */
  private record End(List<String> ids, Instant last) {}

  private RedirectChains() {}

  /** Of every id that is no event's any more, by id. */
  static Map<String, Redirect> all(DuckDBConnection db) throws SQLException {
    Set<String> live = new HashSet<>(Row.strings(db, "SELECT event_id FROM events"));
    Map<String, Step> steps = steps(db);
    List<String> latestFirst = new ArrayList<>(steps.keySet());
    latestFirst.sort(Comparator.comparing((String id) -> step(steps, id).change).reversed());
    Map<String, End> ends = new HashMap<>();
    latestFirst.forEach(id -> ends.put(id, end(step(steps, id), steps, ends, live)));
    Map<String, Redirect> all = new LinkedHashMap<>();
    steps.keySet().stream().filter(id -> !live.contains(id)).sorted().forEach(id -> all.put(id, redirect(step(steps, id).redirect, ends)));
    return all;
  }

  private static Step step(Map<String, Step> steps, String id) {
    Step step = steps.get(id);
    if (step == null) {
      throw new IllegalArgumentException(id);
    }
    return step;
  }

  private static End end(Step step, Map<String, Step> steps, Map<String, End> ends, Set<String> live) {
    Collection<String> found = new LinkedHashSet<>();
    Instant last = step.redirect.when();
    for (String to : step.redirect.to()) {
      Step next = steps.get(to);
      End end = ends.get(to);
      if (live.contains(to)) {
        found.add(to);
      } else if (next != null && end != null && next.change > step.change) {
        found.addAll(end.ids);
        last = end.last.isAfter(last) ? end.last : last;
      }
    }
    return new End(List.copyOf(found), last);
  }

  private static Redirect redirect(Redirect first, Map<String, End> ends) {
    End end = ends.getOrDefault(first.from(), new End(List.of(), first.when()));
    return end.ids.isEmpty()
        ? new Redirect(first.from(), List.of(), Reason.WITHDRAWN, end.last)
        : new Redirect(first.from(), end.ids, first.reason(), first.when());
  }

  /** The latest change of each id. */
  private static Map<String, Step> steps(DuckDBConnection db) throws SQLException {
    Map<String, Step> steps = new HashMap<>();
    try (PreparedStatement s =
            db.prepareStatement(
                "SELECT * FROM event_redirects QUALIFY change = max(change) OVER (PARTITION BY old_id) ORDER BY old_id, new_id");
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        String id = r.getString("old_id");
        Step before = steps.get(id);
        List<String> to = new ArrayList<>(before == null ? List.of() : before.redirect.to());
        Row.string(r, "new_id").ifPresent(to::add);
        steps.put(id, new Step(r.getLong("change"), RedirectTable.read(id, to, r)));
      }
    }
    return steps;
  }
}
