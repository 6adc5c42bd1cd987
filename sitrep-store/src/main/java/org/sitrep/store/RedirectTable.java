package org.sitrep.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.sitrep.event.Event;
import org.sitrep.event.Redirect;
import org.sitrep.event.Redirect.Reason;

/**
 * What became of the ids that events had. Each change of events has a number; a redirect leads to ids that
 * were events' when it was written, and is followed only to later redirects, so that no chain is a loop.
 */
final class RedirectTable {

  /** The same words with the same kind in the latest version of the same document. */
  private static final String SUCCEEDED =
      "SELECT DISTINCT c.claim_id, n.event_id FROM claims c"
          + " JOIN versions v ON v.digest = c.digest JOIN latest l ON l.work = v.work"
          + " JOIN claims c2 ON c2.digest = l.digest AND c2.event_type = c.event_type AND c2.evidence = c.evidence"
          + " JOIN event_claims n ON n.claim_id = c2.claim_id"
          + " WHERE c.claim_id IN (%s)";

  /**
   * What the latest version of the same document tells in their place: a claim of the same kind that the earlier version has not, with at
   * least two of parties, place and time the same, or one where there is no other such claim. The likest, then the nearest in the text.
   */
  private static final String EDITED =
      """
      WITH gone AS (
        SELECT c.*, l.digest AS later FROM claims c JOIN versions v ON v.digest = c.digest JOIN latest l ON l.work = v.work
        WHERE l.digest <> c.digest AND c.claim_id IN (%s)),
      pairs AS (
        SELECT o.claim_id AS was, c.claim_id AS becomes, abs(c.span_start - o.span_start) AS far,
          (o.party_keys <> '' AND o.party_keys = c.party_keys)::INT + (o.place_keys <> '' AND o.place_keys = c.place_keys)::INT
            + coalesce(o.time_start = c.time_start AND o.time_end = c.time_end, FALSE)::INT AS alike
        FROM gone o JOIN claims c ON c.digest = o.later AND c.event_type = o.event_type
        WHERE NOT EXISTS (
          SELECT 1 FROM claims e WHERE e.digest = o.digest AND e.event_type = c.event_type AND e.evidence = c.evidence)),
      counted AS (SELECT *, count(*) OVER (PARTITION BY was) AS choices FROM pairs),
      chosen AS (
        SELECT was, becomes FROM counted WHERE alike >= 2 OR alike = 1 AND choices = 1
        QUALIFY row_number() OVER (PARTITION BY was ORDER BY alike DESC, far, becomes) = 1)
      SELECT DISTINCT was, n.event_id FROM chosen JOIN event_claims n ON n.claim_id = becomes
      """;

  private static final int AT_ONCE = 1000;

  /** Steps of one id from which all chains are read at once. */
  private static final int LONG_CHAIN = 32;

  private RedirectTable() {}

  /** The claims of these events, by the events' ids; {@code condition} is one over event_claims. */
  static Map<String, Set<String>> remember(DuckDBConnection db, String condition) throws SQLException {
    Map<String, Set<String>> was = new TreeMap<>();
    try (PreparedStatement s =
            db.prepareStatement("SELECT event_id, claim_id FROM event_claims WHERE " + condition);
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        was.computeIfAbsent(r.getString(1), e -> new LinkedHashSet<>()).add(r.getString(2));
      }
    }
    return was;
  }

  /**
   * Writes what became of the remembered events; called within the transaction that replaced them.
   *
   * @param was the claims of all events that were replaced
   * @param now all events that replace them
   */
  static void write(DuckDBConnection db, Map<String, Set<String>> was, List<Event> now, Instant when)
      throws SQLException {
    Map<String, String> eventOf = new HashMap<>();
    Set<String> live = new HashSet<>();
    for (Event event : now) {
      live.add(event.id());
      event.claims().forEach(c -> eventOf.put(c.id(), event.id()));
    }
    Map<String, Set<String>> targets = new TreeMap<>();
    Map<String, Integer> olds = new HashMap<>();
    was.forEach(
        (old, claims) -> {
          Set<String> to = new TreeSet<>();
          claims.stream().filter(eventOf::containsKey).map(eventOf::get).forEach(to::add);
          to.forEach(t -> olds.merge(t, 1, Integer::sum));
          if (!live.contains(old)) {
            targets.put(old, to);
          }
        });
    List<String> lost = new ArrayList<>();
    targets.forEach((old, to) -> lost.addAll(to.isEmpty() ? was.getOrDefault(old, Set.of()) : Set.of()));
    Map<String, Set<String>> successors = successors(db, SUCCEEDED, lost);
    Map<String, Set<String>> edited = successors(db, EDITED, lost);
    List<Redirect> redirects = new ArrayList<>();
    targets.forEach(
        (old, to) ->
            redirects.add(
                to.isEmpty()
                    ? succeeded(old, was.getOrDefault(old, Set.of()), successors, edited, when)
                    : moved(old, to, olds, when)));
    insert(db, redirects);
  }

  private static Redirect moved(String old, Set<String> to, Map<String, Integer> olds, Instant when) {
    boolean merged = to.stream().anyMatch(t -> olds.getOrDefault(t, 0) > 1);
    Reason reason = to.size() > 1 ? Reason.SPLIT : merged ? Reason.MERGED : Reason.RENAMED;
    return new Redirect(old, List.copyOf(to), reason, when);
  }

  private static Redirect succeeded(
      String old, Set<String> claims, Map<String, Set<String>> successors, Map<String, Set<String>> edited, Instant when) {
    Set<String> same = of(claims, successors);
    Set<String> otherwise = same.isEmpty() ? of(claims, edited) : Set.of();
    return !same.isEmpty()
        ? new Redirect(old, List.copyOf(same), Reason.NEW_VERSION, when)
        : new Redirect(old, List.copyOf(otherwise), otherwise.isEmpty() ? Reason.WITHDRAWN : Reason.EDITED, when);
  }

  private static Set<String> of(Set<String> claims, Map<String, Set<String>> successors) {
    Set<String> found = new TreeSet<>();
    claims.forEach(c -> found.addAll(successors.getOrDefault(c, Set.of())));
    return found;
  }

  /** The events of claims that succeed lost ones in the latest version of their document, as {@code sql} finds them; by the lost claim's id. */
  private static Map<String, Set<String>> successors(DuckDBConnection db, String sql, List<String> lost) throws SQLException {
    Map<String, Set<String>> found = new HashMap<>();
    for (int from = 0; from < lost.size(); from += AT_ONCE) {
      List<String> some = lost.subList(from, Math.min(lost.size(), from + AT_ONCE));
      try (PreparedStatement s =
          db.prepareStatement(sql.formatted("?, ".repeat(some.size() - 1) + "?"))) {
        for (int i = 0; i < some.size(); i++) {
          s.setString(i + 1, some.get(i));
        }
        try (ResultSet r = s.executeQuery()) {
          while (r.next()) {
            found.computeIfAbsent(r.getString(1), c -> new TreeSet<>()).add(r.getString(2));
          }
        }
      }
    }
    return found;
  }

  private static void insert(DuckDBConnection db, List<Redirect> redirects) throws SQLException {
    if (redirects.isEmpty()) {
      return;
    }
    long change;
    try (Statement s = db.createStatement();
        ResultSet r = s.executeQuery("SELECT coalesce(max(change), 0) + 1 FROM event_redirects")) {
      r.next();
      change = r.getLong(1);
    }
    try (DuckDBAppender out = db.createAppender("event_redirects")) {
      for (Redirect redirect : redirects) {
        List<Optional<String>> rows = new ArrayList<>(redirect.to().stream().map(Optional::of).toList());
        if (rows.isEmpty()) {
          rows.add(Optional.empty());
        }
        for (Optional<String> to : rows) {
          out.beginRow();
          new Row(out)
              .put(change).put(redirect.from()).put(to)
              .put(redirect.reason().name().toLowerCase(Locale.ROOT)).instant(Optional.of(redirect.when()));
          out.endRow();
        }
      }
    }
  }

  /** What became of an id, followed to the end; empty for an id that is an event's, or that none ever had. */
  static Optional<Redirect> find(DuckDBConnection db, String id) throws SQLException {
    if (isLive(db, id)) {
      return Optional.empty();
    }
    Map<Long, Redirect> steps = steps(db, id, 0);
    if (steps.isEmpty()) {
      return Optional.empty();
    }
    Map.Entry<Long, Redirect> first = steps.entrySet().iterator().next();
    Following following = new Following(first.getValue().when());
    if (!follow(db, first.getKey(), first.getValue(), following)) {
      return Optional.ofNullable(RedirectChains.all(db).get(id));
    }
    return Optional.of(
        following.ends.isEmpty()
            ? new Redirect(id, List.of(), Reason.WITHDRAWN, following.last)
            : new Redirect(id, List.copyOf(following.ends), first.getValue().reason(), first.getValue().when()));
  }

  /** How far an id has been followed. */
  private static final class Following {

    private final Set<String> ends = new LinkedHashSet<>();
    private Instant last;
    private int asked;

    Following(Instant first) {
      last = first;
    }
  }

  /** False where the chain is long: then it is cheaper to read all of them at once. */
  private static boolean follow(DuckDBConnection db, long change, Redirect step, Following following) throws SQLException {
    following.last = step.when().isAfter(following.last) ? step.when() : following.last;
    for (String to : step.to()) {
      if (following.asked++ > LONG_CHAIN) {
        return false;
      }
      if (isLive(db, to)) {
        following.ends.add(to);
      } else {
        for (Map.Entry<Long, Redirect> next : steps(db, to, change).entrySet()) {
          if (!follow(db, next.getKey(), next.getValue(), following)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** The latest redirect of an id after a change, by the number of its change. */
  private static Map<Long, Redirect> steps(DuckDBConnection db, String id, long after) throws SQLException {
    try (PreparedStatement s =
        db.prepareStatement(
            "SELECT * FROM event_redirects WHERE old_id = ? AND change > ?"
                + " AND change = (SELECT max(change) FROM event_redirects WHERE old_id = ?) ORDER BY new_id")) {
      s.setString(1, id);
      s.setLong(2, after);
      s.setString(3, id);
      try (ResultSet r = s.executeQuery()) {
        return read(r);
      }
    }
  }

  /** What became of every id that is no event's any more, followed to the end; by id. */
  static List<Redirect> list(DuckDBConnection db) throws SQLException {
    return List.copyOf(RedirectChains.all(db).values());
  }

  /** The steps that lead to an id, the earliest first. */
  static List<Redirect> listTo(DuckDBConnection db, String id) throws SQLException {
    String chain =
        "WITH RECURSIVE chain(old_id, change) AS ("
            + "SELECT old_id, change FROM event_redirects WHERE new_id = ? UNION"
            + " SELECT r.old_id, r.change FROM event_redirects r JOIN chain l ON r.new_id = l.old_id WHERE r.change < l.change)"
            + " SELECT r.* FROM event_redirects r WHERE (r.old_id, r.change) IN (SELECT old_id, change FROM chain)"
            + " ORDER BY r.old_id, r.change, r.new_id";
    List<Redirect> found = new ArrayList<>();
    try (PreparedStatement s = db.prepareStatement(chain)) {
      s.setString(1, id);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          add(found, r);
        }
      }
    }
    found.sort(Comparator.comparing(Redirect::when).thenComparing(Redirect::from));
    return found;
  }

  /** Rows of one change of one id are one redirect. */
  private static void add(List<Redirect> found, ResultSet r) throws SQLException {
    Redirect next = read(r.getString("old_id"), Row.string(r, "new_id").map(List::of).orElse(List.of()), r);
    Redirect last = found.isEmpty() ? null : found.getLast();
    if (last != null && last.from().equals(next.from()) && last.when().equals(next.when())) {
      List<String> to = new ArrayList<>(last.to());
      to.addAll(next.to());
      found.set(found.size() - 1, new Redirect(last.from(), to, last.reason(), last.when()));
    } else {
      found.add(next);
    }
  }

  static Redirect read(String from, List<String> to, ResultSet r) throws SQLException {
    return new Redirect(
        from,
        to,
        Reason.valueOf(r.getString("reason").toUpperCase(Locale.ROOT)),
        r.getObject("changed", LocalDateTime.class).toInstant(ZoneOffset.UTC));
  }

  private static Map<Long, Redirect> read(ResultSet r) throws SQLException {
    Map<Long, Redirect> found = new LinkedHashMap<>();
    while (r.next()) {
      List<String> to = new ArrayList<>();
      Redirect before = found.get(r.getLong("change"));
      if (before != null) {
        to.addAll(before.to());
      }
      Row.string(r, "new_id").ifPresent(to::add);
      found.put(r.getLong("change"), read(r.getString("old_id"), to, r));
    }
    return found;
  }

  private static boolean isLive(DuckDBConnection db, String id) throws SQLException {
    try (PreparedStatement s = db.prepareStatement("SELECT 1 FROM events WHERE event_id = ?")) {
      s.setString(1, id);
      try (ResultSet r = s.executeQuery()) {
        return r.next();
      }
    }
  }
}
