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
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.zip.Deflater;
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

  private final OtherNames others;

  ViewApi(IndexDesk desk, OtherNames others) {
    this.desk = desk;
    this.others = others;
  }

  void addTo(HttpRouting.Builder routes) {
    routes.get("/api/view", this::view);
    routes.get("/api/facets/{name}", this::facet);
    routes.get("/api/columns", this::columns);
  }

  private void columns(ServerRequest request, ServerResponse response) {
    IndexDesk.Shelf shelf = desk.now();
    IndexDesk.Packed made = shelf.answer("columns", Deflater.DEFAULT_COMPRESSION, () -> Columns.of(shelf.index));
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
    for (Facet facet : Facet.values()) {
      values(facets.putObject(facet.id()), facet(facet, index, passing, filter));
    }
    months(out.putArray("months"), index, passing.rows);
    out.put("rows", bits(passing.rows));
    if (filter.from().isPresent() || filter.to().isPresent()) {
      out.put("rows_any_day", bits(passing.anyDay()));
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
    BitSet dateless = (BitSet) passing.rows.clone();
    dateless.and(index.undated);
    out.put("events", passing.rows.cardinality()).put("contested", passing.contested);
    out.put("without_place", nowhere.cardinality()).put("without_date", dateless.cardinality());
  }

  /** Events by the month of their first day. */
  private static void months(ArrayNode out, EventIndex index, BitSet rows) {
    BitSet dated = (BitSet) rows.clone();
    dated.andNot(index.undated);
    if (dated.isEmpty()) {
      return;
    }
    int low = Integer.MAX_VALUE;
    int high = Integer.MIN_VALUE;
    for (int row = dated.nextSetBit(0); row >= 0; row = dated.nextSetBit(row + 1)) {
      low = Math.min(low, index.month[row]);
      high = Math.max(high, index.month[row]);
    }
    int[] counts = new int[high - low + 1];
    for (int row = dated.nextSetBit(0); row >= 0; row = dated.nextSetBit(row + 1)) {
      counts[index.month[row] - low]++;
    }
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        out.addArray().add(EventIndex.month(low + i).toString()).add(counts[i]);
      }
    }
  }

  private static String bits(BitSet rows) {
    return Base64.getEncoder().encodeToString(rows.toByteArray());
  }

  /** A value of a filter by its number, and how many events it would let through. */
  private record Value(int number, String id, String label, int events, boolean chosen) {}

  private static List<Value> facet(Facet facet, EventIndex index, Passing passing, Filter filter) {
    int[] counts = passing.counts(facet);
    IntFunction<String> word = i -> Exchange.name(Certainty.values()[i]);
    return switch (facet) {
      case TYPE -> values(counts, i -> index.kinds.get(i).id(), i -> index.kinds.get(i).label(), filter.types());
      case PLACE -> values(counts, index.places, filter.places());
      case ACTOR -> values(counts, index.parties, filter.actors());
      case SOURCE -> values(counts, index.sources, filter.sources());
      case CERTAINTY -> values(counts, word, word, filter.certainties().stream().map(Exchange::name).toList());
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
        values.add(new Value(i, id.apply(i), label.apply(i), counts[i], is));
      }
    }
    return values;
  }

  /** The most frequent ones, and all that are chosen. */
  private static void values(ObjectNode out, List<Value> found) {
    int least = found.size() <= VALUES ? 0 : found.stream().mapToInt(Value::events).sorted().skip(found.size() - VALUES).findFirst().orElse(0);
    List<Value> first =
        found.stream()
            .filter(v -> v.events >= least || v.chosen)
            .sorted(Comparator.comparingInt(Value::events).reversed().thenComparing(Value::label))
            .toList();
    ArrayNode array = out.putArray("values");
    for (int i = 0; i < first.size(); i++) {
      Value value = first.get(i);
      if (i < VALUES || value.chosen) {
        array.addArray().add(value.id).add(value.label).add(value.events);
      }
    }
    out.put("more", found.size() - array.size());
  }

  /** Those whose shown name has the text, or who are called so elsewhere. */
  private static List<Value> named(List<Value> values, String wanted, IntPredicate called) {
    String folded = Filter.folded(wanted).strip();
    return values.stream().filter(v -> Filter.folded(v.label).contains(folded) || called.test(v.number)).toList();
  }

  private void facet(ServerRequest request, ServerResponse response) {
    Filter filter = Filters.of(request, "q");
    Facet name = Facet.of(request.path().pathParameters().get("name").toLowerCase(Locale.ROOT));
    String wanted = Api.values(request, "q").stream().findFirst().orElse("");
    IndexDesk.Shelf shelf = desk.now();
    ObjectNode out = Exchange.object().put("version", shelf.index.version);
    List<Value> all = facet(name, shelf.index, Passing.of(shelf.index, filter), filter);
    values(out, wanted.isBlank() ? all : named(all, wanted, others.called(name, shelf.index, wanted)));
    Answers.json(request, response, out);
  }
}
