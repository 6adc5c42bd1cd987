package org.sitrep.web;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.sitrep.claim.Certainty;
import org.sitrep.exchange.Exchange;
import org.sitrep.store.Filter;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /api/view}: which events pass the filters, counted, as bits over the rows of {@code /api/columns}, which gives all events as
 * packed columns. {@code /api/facets/NAME}: the values of one filter. Every answer says of which version of the events it is. Thread-safe.
 */
final class ViewApi {

  private static final int VALUES = 50;

  private final IndexDesk desk;

  ViewApi(IndexDesk desk) {
    this.desk = desk;
  }

  void addTo(HttpRouting.Builder routes) {
    routes.get("/api/view", this::view);
    routes.get("/api/facets/{name}", this::facet);
    routes.get("/api/columns", this::columns);
  }

  private void columns(ServerRequest request, ServerResponse response) {
    IndexDesk.Shelf shelf = desk.now();
    IndexDesk.Packed made = shelf.answer("columns", () -> Columns.of(shelf.index));
    Answers.packed(request, response, made.bytes(), "application/octet-stream", made.tag());
  }

  private void view(ServerRequest request, ServerResponse response) {
    Filter filter = Filters.of(request);
    IndexDesk.Shelf shelf = desk.now();
    IndexDesk.Packed made = shelf.json("view " + filter, () -> view(shelf, filter));
    Answers.packed(request, response, made.bytes(), "application/json; charset=utf-8", made.tag());
  }

  private static ObjectNode view(IndexDesk.Shelf shelf, Filter filter) {
    EventIndex index = shelf.index;
    Passing passing = Passing.of(index, filter);
    shelf.remember(filter, passing.rows);
    ObjectNode out = Exchange.object().put("version", index.version).put("total", index.size);
    counts(out, index, passing);
    ObjectNode facets = out.putObject("facets");
    for (String name : List.of("type", "place", "actor", "source", "certainty")) {
      values(facets.putObject(name), facet(name, index, passing, filter), "");
    }
    months(out.putArray("months"), index, passing.rows);
    out.put("rows", bits(passing.rows));
    if (filter.from().isPresent() || filter.to().isPresent()) {
      out.put("rows_any_day", bits(passing.anyDay));
    }
    if (passing.rows.isEmpty()) {
      ArrayNode without = out.putArray("without");
      for (String name : Filters.NAMES) {
        Passing.without(filter, name)
            .ifPresent(less -> without.addObject().put("filter", name).put("events", shelf.rows(less).cardinality()));
      }
    }
    return out;
  }

  private static void counts(ObjectNode out, EventIndex index, Passing passing) {
    BitSet nowhere = (BitSet) passing.rows.clone();
    nowhere.andNot(index.placed);
    long dateless = passing.rows.stream().filter(row -> index.first[row] == Integer.MIN_VALUE).count();
    out.put("events", passing.rows.cardinality()).put("contested", passing.contested);
    out.put("without_place", nowhere.cardinality()).put("without_date", dateless);
  }

  /** Events by the month of their first day. */
  private static void months(ArrayNode out, EventIndex index, BitSet rows) {
    TreeMap<Integer, Integer> months = new TreeMap<>();
    rows.stream().filter(row -> index.first[row] != Integer.MIN_VALUE).forEach(row -> months.merge(index.month[row], 1, Integer::sum));
    months.forEach((month, events) -> out.addArray().add(EventIndex.month(month).toString()).add(events));
  }

  private static String bits(BitSet rows) {
    return Base64.getEncoder().encodeToString(rows.toByteArray());
  }

  /** A value of a filter, and how many events it would let through. */
  private record Value(String id, String label, int events, boolean chosen) {}

  private static List<Value> facet(String name, EventIndex index, Passing passing, Filter filter) {
    return switch (name) {
      case "type" -> values(passing.typeCounts, i -> index.kinds.get(i).id(), i -> index.kinds.get(i).label(), filter.types());
      case "place" -> values(passing.placeCounts, index.places, filter.places());
      case "actor" -> values(passing.actorCounts, index.parties, filter.actors());
      case "source" -> values(passing.sourceCounts, index.sources, filter.sources());
      case "certainty" -> {
        IntFunction<String> word = i -> Exchange.name(Certainty.values()[i]);
        yield values(passing.certaintyCounts, word, word, filter.certainties().stream().map(Exchange::name).toList());
      }
      default -> throw new IllegalArgumentException("there is no facet \"" + name + "\"");
    };
  }

  private static List<Value> values(int[] counts, Names names, List<String> chosen) {
    List<String> known = chosen.stream().map(c -> names.find(c) < 0 ? c : names.label(names.find(c))).toList();
    return values(counts, names::label, names::label, known);
  }

  private static List<Value> values(int[] counts, IntFunction<String> id, IntFunction<String> label, List<String> chosen) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      boolean is = !chosen.isEmpty() && chosen.contains(id.apply(i));
      if (counts[i] > 0 || is) {
        values.add(new Value(id.apply(i), label.apply(i), counts[i], is));
      }
    }
    return values;
  }

  /** The most frequent ones, and all that are chosen. */
  private static void values(ObjectNode out, List<Value> values, String wanted) {
    String folded = wanted.isBlank() ? "" : Filter.folded(wanted).strip();
    List<Value> found =
        values.stream()
            .filter(v -> folded.isEmpty() || Filter.folded(v.label).contains(folded))
            .sorted(Comparator.comparingInt(Value::events).reversed().thenComparing(Value::label))
            .toList();
    ArrayNode array = out.putArray("values");
    for (int i = 0; i < found.size(); i++) {
      Value value = found.get(i);
      if (i < VALUES || value.chosen) {
        array.addArray().add(value.id).add(value.label).add(value.events);
      }
    }
    out.put("more", found.size() - array.size());
  }

  private void facet(ServerRequest request, ServerResponse response) {
    Filter filter = Filters.of(request, "q");
    String name = request.path().pathParameters().get("name").toLowerCase(Locale.ROOT);
    String wanted = Api.values(request, "q").stream().findFirst().orElse("");
    IndexDesk.Shelf shelf = desk.now();
    ObjectNode out = Exchange.object().put("version", shelf.index.version);
    values(out, facet(name, shelf.index, Passing.of(shelf.index, filter), filter), wanted);
    Answers.json(request, response, out);
  }
}
