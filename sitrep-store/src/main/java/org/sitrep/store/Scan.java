package org.sitrep.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Participant;
import org.sitrep.entity.Place;
import org.sitrep.event.Event;
import org.sitrep.mention.GeoPrecision;
import org.sitrep.mention.Location;

/**
 * The events of a store as flat rows, for an index over them, and the words of a few of them. Nothing is held here but the number
 * of the version last seen. Thread-safe, as the {@link Store} is.
 */
public final class Scan {

  /** So many events at a time: the driver holds what a query finds. */
  private static final int CHUNK = 20_000;

  private static final String DAY = "date_diff('day', DATE '1970-01-01', %s)";

  private static final String EVENTS =
      "SELECT e.seq, e.event_id, e.event_type, e.type_label, e.family, e.place_name, e.lat, e.lon, e.km, "
          + DAY.formatted("e.time_start") + " AS first_day, " + DAY.formatted("e.time_end") + " AS last_day, e.roots,"
          + " e.contradictions <> '[]' AS contested FROM events e ORDER BY e.seq";

  private static final String CLAIMS =
      "SELECT e.seq AS event, c.seq, c.event_type, c.type_label, c.certainty, "
          + DAY.formatted("c.time_start") + " AS first_day, " + DAY.formatted("c.time_end") + " AS last_day, c.doc,"
          + " c.digest IN (SELECT digest FROM latest) AS is_latest, c.place_keys, c.party_keys, c.source_keys, c.place_name, c.places,"
          + " c.actors, c.targets, c.root, c.source_name, c.publisher"
          + " FROM events e JOIN event_claims ec ON ec.event_id = e.event_id"
          + " JOIN claims c ON c.claim_id = ec.claim_id AND c.digest = ec.digest"
          + " WHERE e.seq BETWEEN ? AND ? ORDER BY e.seq, ec.ordinal";

  private static final String HEADS =
      "SELECT e.seq, e.event_id, e.event_type, e.type_label, e.family, e.acled_event, e.acled_sub_event, e.plover, e.cameo, e.place,"
          + " e.time_start, e.time_end, e.time_precision, e.actors, e.targets, e.roots, e.casualties, e.contradictions FROM events e WHERE ";

  private final Store store;
  private volatile Seen seen = new Seen(-1, 0);

  private record Seen(long commits, long version) {}

  Scan(Store store) {
    this.store = store;
  }

  /**
   * An event.
   *
   * @param seq its number in the store, which {@link #heads} takes
   * @param where what is said of its place; several events share one
   * @param roots how many vouch for it
   */
  public record FlatEvent(
      long seq, String id, String type, String label, String family, @Nullable Spot where, Days days, int roots, boolean contested) {}

  /**
   * A place as events have it.
   *
   * @param precision UCDP's code of how exactly it is known, 0 for what is on no map
   */
  public record Spot(String name, double lat, double lon, double km, int precision) {
    /** Whether it is on the map. */
    public boolean isLocated() {
      return precision > 0;
    }
  }

  /** First and last day, counted from 1970-01-01; {@link #NONE} for neither. */
  public record Days(int first, int last) {
    public static final Days NONE = new Days(Integer.MIN_VALUE, Integer.MIN_VALUE);

    /** Whether there are any. */
    public boolean isKnown() {
      return first != Integer.MIN_VALUE;
    }
  }

  /**
   * A claim of an event.
   *
   * @param event seq of its event
   * @param latest whether it stands in the latest version of its document
   * @param keys the folded names that filters look into
   * @param place name of its place in the gazetteer, or else as it is written
   * @param parties names of its parties, doers and targets
   * @param source name of who vouches for it
   * @param root who that is
   * @param rootName its name, or else the publisher's
   */
  public record FlatClaim(
      long event,
      long seq,
      String type,
      String label,
      Certainty certainty,
      Days days,
      String doc,
      boolean latest,
      Keyed keys,
      Optional<String> place,
      List<String> parties,
      String source,
      Optional<String> publisher,
      String root,
      String rootName) {}

  /** Folded names: "| kafr zita | gn 1 |". */
  public record Keyed(String places, String parties, String sources) {}

  /** Is given all events in the order of their numbers, then all claims in the order of their events. */
  public interface Visitor {
    void event(FlatEvent event);

    void claim(FlatClaim claim);
  }

  /** Grows whenever events are made anew, also over restarts. Waits for nobody while nothing has been written. */
  public long version() {
    Seen last = seen;
    if (last.commits == store.committed()) {
      return last.version;
    }
    synchronized (store) {
      String number = store.ask(() -> Opening.meta(store.db(), "events_version"));
      seen = new Seen(store.committed(), number.isEmpty() ? 0 : Long.parseLong(number));
      return seen.version;
    }
  }

  /** Goes over all events; the store is not written to meanwhile. Gives the version that was gone over. */
  public long visit(Visitor visitor) {
    synchronized (store) {
      long version = version();
      store.ask(
          () -> {
            visit(store.db(), visitor);
            return true;
          });
      return version;
    }
  }

  /**
   * Events without their claims, losses one by one and grounds, in the order of their numbers: those with numbers from one to before
   * another.
   */
  public List<Event> heads(long from, long before) {
    return heads("e.seq >= " + from + " AND e.seq < " + before + " ORDER BY e.seq");
  }

  /** The same for some numbers; events that are no more are left out, and one that has come under the number of another is told by its id. */
  public List<Event> heads(Collection<Long> numbers) {
    return numbers.isEmpty() ? List.of() : heads("e.seq IN " + Sql.numbers(numbers));
  }

  private List<Event> heads(String condition) {
    synchronized (store) {
      return store.ask(() -> EventTable.heads(store.db(), HEADS + condition));
    }
  }

  private static void visit(DuckDBConnection db, Visitor visitor) throws SQLException {
    Map<Spot, Spot> spots = spots(db);
    long last = -1;
    try (PreparedStatement s = db.prepareStatement(EVENTS);
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        last = r.getLong("seq");
        visitor.event(event(r, spots));
      }
    }
    Memo memo = new Memo();
    try (PreparedStatement s = db.prepareStatement(CLAIMS)) {
      for (long from = 0; from <= last; from += CHUNK) {
        s.setLong(1, from);
        s.setLong(2, from + CHUNK - 1);
        try (ResultSet r = s.executeQuery()) {
          while (r.next()) {
            visitor.claim(claim(r, memo));
          }
        }
      }
    }
  }

  /** Places without their precision, and with it. */
  private static Map<Spot, Spot> spots(DuckDBConnection db) throws SQLException {
    Map<Spot, Spot> found = new HashMap<>();
    String sql = "SELECT place_name, lat, lon, km, min(place) AS place FROM events WHERE place_name IS NOT NULL GROUP BY ALL";
    try (PreparedStatement s = db.prepareStatement(sql);
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        Spot bare = bare(r);
        OptionalInt code = GeoPrecision.ucdp(Json.read(r.getString("place"), Location.class));
        boolean located = r.getObject("lat") != null;
        found.put(bare, new Spot(bare.name, bare.lat, bare.lon, bare.km, located ? code.orElse(2) : 0));
      }
    }
    return found;
  }

  private static Spot bare(ResultSet r) throws SQLException {
    return new Spot(r.getString("place_name"), r.getDouble("lat"), r.getDouble("lon"), r.getDouble("km"), 0);
  }

  private static FlatEvent event(ResultSet r, Map<Spot, Spot> spots) throws SQLException {
    return new FlatEvent(
        r.getLong("seq"),
        r.getString("event_id"),
        r.getString("event_type"),
        r.getString("type_label"),
        r.getString("family"),
        r.getString("place_name") == null ? null : spots.get(bare(r)),
        days(r),
        Row.list(r, "roots", String.class).size(),
        r.getBoolean("contested"));
  }

  private static Days days(ResultSet r) throws SQLException {
    int first = r.getInt("first_day");
    if (r.wasNull()) {
      return Days.NONE;
    }
    int last = r.getInt("last_day");
    return r.wasNull() ? Days.NONE : new Days(first, last);
  }

  private static FlatClaim claim(ResultSet r, Memo memo) throws SQLException {
    String source = memo.shared(r.getString("source_name"));
    Optional<String> publisher = Row.string(r, "publisher").map(memo::shared);
    return new FlatClaim(
        r.getLong("event"),
        r.getLong("seq"),
        memo.shared(r.getString("event_type")),
        memo.shared(r.getString("type_label")),
        memo.certainty(r.getString("certainty")),
        days(r),
        memo.shared(r.getString("doc")),
        r.getBoolean("is_latest"),
        new Keyed(
            memo.shared(r.getString("place_keys")), memo.shared(r.getString("party_keys")), memo.shared(r.getString("source_keys"))),
        memo.place(r),
        memo.parties(r.getString("actors"), r.getString("targets")),
        source,
        publisher,
        memo.shared(r.getString("root")),
        source.equals(ClaimTable.PUBLISHER) ? publisher.orElse(Claim.NAMELESS_PUBLISHER) : source);
  }

  /** What many claims share is read once. */
  private static final class Memo {
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, List<String>> parties = new HashMap<>();
    private final Map<String, Certainty> certainties =
        Stream.of(Certainty.values()).collect(Collectors.toMap(c -> c.name().toLowerCase(Locale.ROOT), c -> c));

    private final Map<String, Optional<String>> places = new HashMap<>();

    /** Claims with the same keys are about the same places. */
    Optional<String> place(ResultSet r) throws SQLException {
      String keys = r.getString("place_keys");
      Optional<String> known = places.get(keys);
      if (known == null) {
        List<Location> all = Row.list(r, "places", Location.class);
        known = all.stream().findFirst().map(l -> l.place().map(Place::name).orElse(l.name())).map(this::shared);
        places.put(keys, known);
      }
      return known;
    }

    String shared(String text) {
      String known = texts.putIfAbsent(text, text);
      return known == null ? text : known;
    }

    Certainty certainty(String name) {
      return Objects.requireNonNull(certainties.get(name), name);
    }

    List<String> parties(String actors, String targets) {
      return Stream.concat(names(actors).stream(), names(targets).stream()).distinct().toList();
    }

    private List<String> names(String json) {
      return parties.computeIfAbsent(json, j -> Json.readList(j, Participant.class).stream().map(Participant::name).distinct().toList());
    }
  }
}
