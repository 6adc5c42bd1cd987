package org.sitrep.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sitrep.claim.Attribution;
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Participant;
import org.sitrep.event.Contradiction;
import org.sitrep.event.Event;
import org.sitrep.exchange.Exchange;
import org.sitrep.mention.Location;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The claims of one event side by side: a column for each source, a row for each field, and a mark where
 * the sources contradict each other. Each value says which claims state it.
 */
record Comparison(List<Column> columns, List<Row> rows) {

  /** One source, with all it says of the event. */
  record Column(String root, String name, List<Claim> claims) {}

  /** One field; a cell for each column. */
  record Row(String field, List<Cell> cells) {}

  /** What a source says of a field, each value with the ids of the claims that state it. */
  record Cell(Map<String, Set<String>> values, boolean differs) {}

  private static final Map<String, Function<Claim, Stream<String>>> FIELDS = new LinkedHashMap<>();

  static {
    FIELDS.put("what", c -> Stream.of(c.type().label()));
    FIELDS.put("actor", c -> c.actors().stream().map(Participant::name));
    FIELDS.put("target", c -> c.targets().stream().map(Participant::name));
    FIELDS.put("place", c -> c.places().stream().map(Location::surface));
    FIELDS.put("time", c -> c.time().stream().map(Object::toString));
    for (Casualties.Fate fate : Casualties.Fate.values()) {
      FIELDS.put(Exchange.name(fate), c -> c.casualties().stream().filter(l -> l.fate() == fate).map(Comparison::loss));
    }
    FIELDS.put("materiel", c -> c.materiel().stream());
    FIELDS.put("certainty", c -> Stream.of(Exchange.name(c.certainty())));
    FIELDS.put("passed on by", Comparison::via);
  }

  static Comparison of(Event event) {
    Map<String, List<Claim>> byRoot = new LinkedHashMap<>();
    for (Claim claim : event.claims()) {
      byRoot.computeIfAbsent(claim.root(), k -> new ArrayList<>()).add(claim);
    }
    Map<String, String> names = Claim.rootNames(event.claims());
    List<Column> columns =
        byRoot.entrySet().stream()
            .map(c -> new Column(c.getKey(), names.getOrDefault(c.getKey(), c.getKey()), c.getValue()))
            .toList();
    Map<String, Set<String>> disputed = disputed(event);
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<String, Function<Claim, Stream<String>>> field : FIELDS.entrySet()) {
      Set<String> claims = disputed.getOrDefault(field.getKey(), Set.of());
      List<Cell> cells = columns.stream().map(c -> cell(c, field.getValue(), claims)).toList();
      if (cells.stream().anyMatch(c -> !c.values().isEmpty())) {
        rows.add(new Row(field.getKey(), cells));
      }
    }
    return new Comparison(columns, rows);
  }

  /** The claims that take part in a contradiction, for each field. */
  private static Map<String, Set<String>> disputed(Event event) {
    Map<String, Set<String>> found = new LinkedHashMap<>();
    for (Contradiction contradiction : event.contradictions()) {
      String field = Exchange.field(contradiction);
      Set<String> claims =
          found.computeIfAbsent(field.equals("outcome") ? "what" : field, k -> new LinkedHashSet<>());
      contradiction.versions().forEach(v -> claims.addAll(v.claims()));
    }
    return found;
  }

  private static Cell cell(Column column, Function<Claim, Stream<String>> field, Set<String> disputed) {
    Map<String, Set<String>> values = new LinkedHashMap<>();
    for (Claim claim : column.claims()) {
      field.apply(claim).forEach(v -> values.computeIfAbsent(v, k -> new LinkedHashSet<>()).add(claim.id()));
    }
    boolean differs = column.claims().stream().anyMatch(c -> disputed.contains(c.id()));
    return new Cell(values, differs && !values.isEmpty());
  }

  private static String loss(Casualties loss) {
    return Exchange.range(loss) + (loss.group().isEmpty() ? "" : " (" + loss.group() + ")");
  }

  /** The holders between the publisher and the innermost one, and the publisher. */
  private static Stream<String> via(Claim claim) {
    List<Attribution.Holder> chain = claim.attribution().chain();
    List<String> names = new ArrayList<>();
    if (!chain.isEmpty()) {
      claim.publisher().ifPresent(names::add);
      chain.subList(0, chain.size() - 1).forEach(h -> names.add(h.name()));
    }
    return names.isEmpty() ? Stream.empty() : Stream.of(String.join(" → ", names));
  }

  ObjectNode toJson() {
    ObjectNode out = Exchange.object();
    ArrayNode heads = out.putArray("columns");
    for (Column column : columns) {
      ObjectNode head = heads.addObject().put("root", column.root()).put("name", column.name());
      ids(head, column.claims().stream().map(Claim::id).toList());
    }
    ArrayNode lines = out.putArray("rows");
    for (Row row : rows) {
      ObjectNode line = lines.addObject().put("field", row.field());
      line.put("differs", row.cells().stream().anyMatch(Cell::differs));
      ArrayNode cells = line.putArray("cells");
      for (Cell cell : row.cells()) {
        ObjectNode one = cells.addObject().put("differs", cell.differs());
        ArrayNode values = one.putArray("values");
        cell.values().forEach((text, claims) -> ids(values.addObject().put("text", text), List.copyOf(claims)));
      }
    }
    return out;
  }

  private static void ids(ObjectNode out, List<String> ids) {
    ids.forEach(out.putArray("claims")::add);
  }
}
