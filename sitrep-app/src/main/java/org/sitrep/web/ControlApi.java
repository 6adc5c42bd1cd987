package org.sitrep.web;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sitrep.assessment.Assessment;
import org.sitrep.assessment.Assessment.Question;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.control.ControlEntry;
import org.sitrep.control.ControlLane;
import org.sitrep.control.ControlState;
import org.sitrep.control.Ground;
import org.sitrep.control.Proximity;
import org.sitrep.control.ProximitySeries;
import org.sitrep.control.Zone;
import org.sitrep.desk.Toolbox;
import org.sitrep.entity.Actor;
import org.sitrep.event.Ruling;
import org.sitrep.exchange.ControlExchange;
import org.sitrep.exchange.Exchange;
import org.sitrep.exchange.GeoExchange;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;
import org.sitrep.territory.Territory;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/control}: who holds what, by the options of {@code sitrep control}, {@code zones} and {@code proximity}. Thread-safe. */
final class ControlApi {

  private static final int MOST_ENTRIES = 500;

  private final Store store;
  private final Toolbox toolbox;
  private final Learnt<Desk> desk;
  private final Learnt<Terrain> terrain;

  /** All that is said of control, and what is asked of it again and again. */
  private record Desk(List<ControlEntry> entries, List<Ruling> rulings, Map<String, String> names, List<ControlSides.Party> parties) {}

  /** What takes all claims to work out. */
  private record Terrain(List<Zone> zones, List<ProximitySeries> series) {}

  ControlApi(Store store, Toolbox toolbox, Version version) {
    this.store = store;
    this.toolbox = toolbox;
    this.desk = new Learnt<>(version, this::open);
    this.terrain = new Learnt<>(version, this::survey);
  }

  void addTo(HttpRouting.Builder routes) {
    routes.get("/api/control", this::states);
    routes.get("/api/control/ledger", this::ledger);
    routes.get("/api/control/course", this::course);
    routes.get("/api/control/ground", this::ground);
    routes.get("/api/control/proximity", this::proximity);
  }

  private Desk open() {
    List<ControlEntry> entries = store.listControl();
    List<Ruling> rulings = store.listRulings();
    Map<String, String> names = assessment().holderNames(entries, rulings);
    return new Desk(entries, rulings, names, new ControlSides(toolbox.knowledge().actors()).of(entries, names));
  }

  private Terrain survey() {
    Territory territory = new Territory(toolbox.knowledge());
    List<Claim> claims = store.listClaims(Filter.ALL);
    return new Terrain(territory.zones(claims).zones(), territory.proximity(claims).series());
  }

  private Assessment assessment() {
    return toolbox.assessment();
  }

  private Question question(ServerRequest request, Set<String> roots) {
    return new Question(Api.day(request, "at"), Api.day(request, "known-by"), roots);
  }

  private Set<String> roots(List<String> names, Desk on) {
    Set<String> roots = new HashSet<>();
    for (String name : names) {
      Set<String> theirs = assessment().rootsOf(name, on.entries());
      if (theirs.isEmpty()) {
        throw new IllegalArgumentException("nobody called \"" + name + "\" says anything of control");
      }
      roots.addAll(theirs);
    }
    return roots;
  }

  /** Keys of the places that are asked for; empty for all. */
  private Set<String> keys(ServerRequest request, Desk on) {
    Set<String> keys = new HashSet<>();
    for (String name : Api.values(request, "place")) {
      Set<String> found = new HashSet<>(assessment().placesOf(name, on.entries()));
      on.rulings().stream().filter(r -> r.subject() == Ruling.Subject.PLACE && r.id().equals(name)).forEach(r -> found.add(r.id()));
      if (found.isEmpty()) {
        throw new IllegalArgumentException("nothing is told of who holds \"" + name + "\"");
      }
      keys.addAll(found);
    }
    return keys;
  }

  /** One world for each speaker that is named, side by side; one of all words where none is. */
  private void states(ServerRequest request, ServerResponse response) {
    Desk on = desk.get();
    Set<String> keys = keys(request, on);
    ObjectNode out = Exchange.object();
    days(out, on);
    speakers(out, on);
    ArrayNode parties = out.putArray("parties");
    on.parties().forEach(p -> parties.addObject().put("id", p.id()).put("name", p.name()).put("side", p.side()));
    ArrayNode worlds = out.putArray("worlds");
    List<String> names = Api.values(request, "according-to");
    if (names.isEmpty()) {
      world(worlds.addObject(), on, keys, question(request, Set.of()));
    }
    for (String name : names) {
      world(worlds.addObject().put("according_to", name), on, keys, question(request, roots(List.of(name), on)));
    }
    Answers.json(request, response, out);
  }

  private static void days(ObjectNode out, Desk on) {
    List<LocalDate> days = on.entries().stream().flatMap(e -> e.day().stream()).filter(d -> d.isAfter(ControlEntry.EARLIEST)).toList();
    days.stream().min(Comparator.naturalOrder()).ifPresent(d -> out.put("first_day", d.toString()));
    days.stream().max(Comparator.naturalOrder()).ifPresent(d -> out.put("last_day", d.toString()));
  }

  private static void speakers(ObjectNode out, Desk on) {
    Map<String, Long> named = new TreeMap<>(on.entries().stream().collect(Collectors.groupingBy(ControlEntry::rootName, Collectors.counting())));
    ArrayNode speakers = out.putArray("speakers");
    named.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
        .forEach(e -> speakers.addObject().put("name", e.getKey()).put("entries", e.getValue()));
  }

  private void world(ObjectNode out, Desk on, Set<String> keys, Question question) {
    ArrayNode states = out.putArray("states");
    assessment().states(on.entries(), on.rulings(), question).stream()
        .filter(s -> keys.isEmpty() || keys.contains(s.placeKey()))
        .forEach(s -> states.add(state(s, on)));
  }

  private static ObjectNode state(ControlState state, Desk on) {
    ObjectNode one = ControlExchange.state(state).put("key", state.placeKey());
    for (String list : List.of("holders", "roots", "claims")) {
      if (!one.has(list)) {
        one.putArray(list);
      }
    }
    Api.names(one, "root_names", state.rootNames(), Map.of());
    Api.names(one, "holder_names", state.holders(), on.names());
    return one;
  }

  private void ledger(ServerRequest request, ServerResponse response) {
    Desk on = desk.get();
    Set<String> keys = keys(request, on);
    Set<String> roots = roots(Api.values(request, "according-to"), on);
    Optional<LocalDate> at = Api.day(request, "at");
    Optional<LocalDate> knownBy = Api.day(request, "known-by");
    List<ControlEntry> entries =
        on.entries().stream()
            .filter(e -> keys.isEmpty() || keys.contains(e.placeKey()))
            .filter(e -> roots.isEmpty() || roots.contains(e.root()))
            .filter(e -> at.isEmpty() || e.day().filter(d -> !d.isAfter(at.get())).isPresent())
            .filter(e -> knownBy.isEmpty() || e.known().filter(d -> !d.isAfter(knownBy.get())).isPresent())
            .toList();
    int offset = Api.number(request, "offset", 0, Integer.MAX_VALUE);
    int limit = Api.number(request, "limit", MOST_ENTRIES, MOST_ENTRIES);
    ObjectNode out = Exchange.object().put("count", entries.size()).put("offset", offset);
    ArrayNode lines = out.putArray("entries");
    entries.stream().skip(offset).limit(limit).forEach(e -> lines.add(ControlExchange.entry(e)));
    Answers.json(request, response, out);
  }

  /** The course of one place, or of the parts of one, by speaker. */
  private void course(ServerRequest request, ServerResponse response) {
    Desk on = desk.get();
    Set<String> keys = keys(request, on);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("whose course? name a place");
    }
    Question question = question(request, roots(Api.values(request, "according-to"), on));
    ObjectNode out = Exchange.object();
    days(out, on);
    ArrayNode courses = out.putArray("courses");
    for (String key : keys.stream().sorted().toList()) {
      ArrayNode lanes = courses.addObject().put("key", key).putArray("lanes");
      for (ControlLane lane : assessment().lanes(on.entries(), on.rulings(), question, key)) {
        ObjectNode one = lanes.addObject().put("lane", lane.speaker()).put("lane_name", lane.speakerName());
        ArrayNode stretches = one.putArray("stretches");
        for (ControlLane.Stretch stretch : lane.stretches()) {
          ObjectNode s = state(stretch.state(), on);
          stretch.from().ifPresent(day -> s.put("from", day.toString()));
          stretches.add(s);
        }
      }
    }
    Answers.json(request, response, out);
  }

  /** Areas, fronts and zones of a day, as GeoJSON: an illustration. */
  private void ground(ServerRequest request, ServerResponse response) {
    Desk on = desk.get();
    Question question = question(request, roots(Api.values(request, "according-to"), on));
    List<ControlState> states = assessment().states(on.entries(), on.rulings(), question);
    LocalDate day =
        question.at()
            .or(() -> on.entries().stream().flatMap(e -> e.day().stream()).max(Comparator.naturalOrder()))
            .orElse(LocalDate.EPOCH);
    Ground ground = new Territory(toolbox.knowledge()).ground(states, day);
    ObjectNode out = Exchange.object().put("type", "FeatureCollection").put("day", day.toString()).put("note", "illustration");
    ArrayNode features = out.putArray("features");
    ground.areas().forEach(a -> features.add(GeoExchange.area(a)));
    ground.fronts().forEach(f -> features.add(GeoExchange.front(f)));
    terrain.get().zones().stream()
        .filter(z -> z.isInForce(day) && z.certainty() != Certainty.DENIED)
        .forEach(z -> features.add(GeoExchange.zone(z)));
    Answers.json(request, response, out);
  }

  /** How near opposed sides came, day by day. */
  private void proximity(ServerRequest request, ServerResponse response) {
    Optional<LocalDate> from = Api.day(request, "from");
    Optional<LocalDate> to = Api.day(request, "to");
    ObjectNode out = Exchange.object();
    ArrayNode all = out.putArray("series");
    for (ProximitySeries series : terrain.get().series()) {
      List<Proximity> days =
          series.days().stream()
              .filter(p -> p.day().map(d -> from.map(f -> !d.isBefore(f)).orElse(true) && to.map(t -> !d.isAfter(t)).orElse(true)).orElse(from.isEmpty() && to.isEmpty()))
              .toList();
      if (!days.isEmpty()) {
        ObjectNode one = all.addObject().put("a", series.a()).put("b", series.b()).put("a_name", name(series.a())).put("b_name", name(series.b()));
        ArrayNode features = one.putArray("days");
        days.forEach(p -> features.add(GeoExchange.proximity(series, p).get("properties")));
      }
    }
    Answers.json(request, response, out);
  }

  private String name(String side) {
    return toolbox.knowledge().actors().find(side).map(Actor::name).orElse(side);
  }
}
