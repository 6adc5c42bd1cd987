package org.sitrep.exchange;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Attribution;
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Participant;
import org.sitrep.claim.Reported;
import org.sitrep.entity.EventType;
import org.sitrep.event.Contradiction;
import org.sitrep.event.Episode;
import org.sitrep.event.Event;
import org.sitrep.event.Redirect;
import org.sitrep.event.Why;
import org.sitrep.flow.Issue;
import org.sitrep.mention.Area;
import org.sitrep.mention.GeoPrecision;
import org.sitrep.mention.Location;
import org.sitrep.page.Article;
import org.sitrep.text.CodePoints;
import org.sitrep.text.Span;
import org.sitrep.time.TimeWindow;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes records as JSON objects, each with {@code schema_version}. Claims take the codebook's form: open
 * slots are left out, offsets count Unicode code points. Objects can be added to by the caller. Thread-safe.
 */
public final class Exchange {

  /** The number that every object carries; raised when a field changes its meaning. */
  public static final int SCHEMA_VERSION = 1;

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private Exchange() {}

  /** An empty object that says its version. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode().put("schema_version", SCHEMA_VERSION);
  }

  /** What an article hands to somebody: source, cue and content as [start, end] in its document's text as given. */
  public static List<ObjectNode> reported(Article article, List<Reported> reported) {
    CodePoints points = CodePoints.of(article.aligned().original());
    return reported.stream().map(r -> reported(article, points, r)).toList();
  }

  private static ObjectNode reported(Article article, CodePoints points, Reported reported) {
    ObjectNode out = object().put("doc", article.doc());
    span(out, "source", points.of(article.aligned().toOriginal(reported.source())));
    span(out, "cue", points.of(article.aligned().toOriginal(reported.cue())));
    span(out, "content", points.of(article.aligned().toOriginal(reported.content())));
    return out.put("kind", name(reported.kind()));
  }

  private static void span(ObjectNode out, String field, Span span) {
    out.putArray(field).add(span.start()).add(span.end());
  }

  /**
   * A claim in the codebook's form.
   *
   * @param event id of the event it belongs to, where it belongs to one
   */
  public static ObjectNode claim(Claim claim, @Nullable String event) {
    ObjectNode out = object();
    out.put("claim_id", claim.id());
    if (event != null) {
      out.put("event_id", event);
    }
    out.put("doc", claim.doc());
    put(out, "publisher", claim.publisher());
    claim.published().ifPresent(day -> out.put("published", day.toString()));
    out.put("start", claim.evidence().codePoints().start());
    out.put("end", claim.evidence().codePoints().end());
    out.put("evidence", claim.evidence().quote());
    out.put("section", claim.section());
    out.put("event_type", claim.type().id());
    parties(out, "actor", claim.actors());
    parties(out, "target", claim.targets());
    claim.place().ifPresent(place -> out.set("place", place(place)));
    if (claim.places().size() > 1) {
      ArrayNode places = out.putArray("places");
      claim.places().forEach(place -> places.add(place(place)));
    }
    time(out, claim.time());
    attribution(out, claim.attribution());
    out.put("certainty", name(claim.certainty()));
    casualties(out, claim.casualties());
    strings(out, "materiel", claim.materiel());
    claim
        .distance()
        .ifPresent(
            d ->
                out.putObject("distance")
                    .put("value", d.value())
                    .put("unit", d.unit())
                    .put("relation", d.relation()));
    out.put("rule", claim.provenance().frame());
    codes(out, claim.type());
    if (!claim.subType().isEmpty()) {
      out.put("sub_type", claim.subType());
    }
    return out;
  }

  /** An event with the ids of its claims and its contradictions side by side. */
  public static ObjectNode event(Event event) {
    ObjectNode out = object();
    out.put("event_id", event.id());
    out.put("event_type", event.type().id());
    out.put("label", event.type().label());
    parties(out, "actor", event.actors());
    parties(out, "target", event.targets());
    event.place().ifPresent(place -> out.set("place", place(place)));
    time(out, event.time());
    casualties(out, event.casualties());
    EventParts.losses(out, event);
    out.put("certainty", certainty(event));
    strings(out, "roots", event.roots());
    strings(out, "claims", event.claims().stream().map(Claim::id).toList());
    strings(out, "docs", event.claims().stream().map(Claim::doc).distinct().toList());
    ArrayNode contradictions = out.putArray("contradictions");
    for (Contradiction c : event.contradictions()) {
      contradictions.add(contradiction(c));
    }
    why(out.putObject("why"), event.why());
    codes(out, event.type());
    return out;
  }

  private static void why(ObjectNode out, Why why) {
    ArrayNode links = out.putArray("links");
    for (Why.Link link : why.links()) {
      ObjectNode one = links.addObject().put("claim", link.claim()).put("with", link.with());
      terms(one.put("mean", link.mean()), link.terms());
    }
    ArrayNode possible = out.putArray("possible");
    for (Why.Possible p : why.possible()) {
      ObjectNode one = possible.addObject().put("event_id", p.event()).put("mean", p.mean());
      terms(one.put("claim", p.claim()).put("with", p.with()), p.terms());
    }
    why.loans().forEach(out.putArray("loans")::add);
  }

  private static void terms(ObjectNode out, List<Why.Term> terms) {
    ArrayNode all = out.putArray("terms");
    for (Why.Term t : terms) {
      all.addObject().put("field", t.field()).put("level", t.level()).put("bits", t.bits());
    }
  }

  /** How much a finding weighs when claims are compared: m, u, bits, and where the number comes from. */
  public static ObjectNode weight(String level, double m, double u, double bits, String origin) {
    return object().put("level", level).put("m", m).put("u", u).put("bits", bits).put("origin", origin)
        .put("by_hand", origin.equals("by hand"));
  }

  /** The firmest certainty that any claim of an event has: lower-case, as in the codebook. */
  public static String certainty(Event event) {
    return event.claims().stream()
        .map(Claim::certainty)
        .min(Enum::compareTo)
        .map(Exchange::name)
        .orElse("certain");
  }

  private static ObjectNode contradiction(Contradiction contradiction) {
    ObjectNode out = MAPPER.createObjectNode();
    out.put("field", field(contradiction));
    ArrayNode versions = out.putArray("versions");
    for (Contradiction.Version version : contradiction.versions()) {
      ObjectNode v = versions.addObject().put("value", version.value());
      strings(v, "claims", version.claims());
      strings(v, "roots", version.roots());
    }
    return out;
  }

  /** What two versions differ in: a fate of people, or "outcome", "actor", "certainty", "time", ... */
  public static String field(Contradiction contradiction) {
    return switch (contradiction) {
      case Contradiction.Count c -> name(c.fate());
      case Contradiction.Outcome o -> "outcome";
      case Contradiction.Blame b -> "actor";
      case Contradiction.Polarity p -> "certainty";
      case Contradiction.Timing t -> "time";
      case Contradiction.Whereabouts w -> "place";
      case Contradiction.Participants p -> "target";
    };
  }

  /** "5", "2-9", or "5+" where open. */
  public static String range(Casualties loss) {
    if (loss.high().isEmpty()) {
      return loss.low() + "+";
    }
    int high = loss.high().getAsInt();
    return high == loss.low() ? Integer.toString(high) : loss.low() + "-" + high;
  }

  /** Days of fighting that make one stretch. */
  public static ObjectNode episode(Episode episode) {
    ObjectNode out = object().put("episode_id", episode.id());
    out.set("place", place(episode.place()));
    EventParts.episode(out, episode);
    return out;
  }

  /** What became of an id that an event had. */
  public static ObjectNode redirect(Redirect redirect) {
    ObjectNode out = object();
    EventParts.redirect(out, redirect);
    return out;
  }

  /** An issue. */
  public static ObjectNode issue(Issue issue) {
    return object()
        .put("kind", name(issue.kind()))
        .put("rejected", issue.kind().rejects())
        .put("where", issue.where())
        .put("position", issue.position())
        .put("message", issue.message());
  }

  /**
   * Events as one GeoJSON feature collection (RFC 7946). A vague place has the radius of what is known in
   * {@code km}; an event without a place has a null geometry.
   */
  public static ObjectNode geoJson(List<Event> events) {
    ObjectNode out = MAPPER.createObjectNode().put("type", "FeatureCollection");
    ArrayNode features = out.putArray("features");
    for (Event event : events) {
      ObjectNode feature = features.addObject().put("type", "Feature").put("id", event.id());
      Optional<Location> located = event.place().filter(Location::isLocated);
      if (located.isPresent()) {
        ObjectNode point = feature.putObject("geometry").put("type", "Point");
        point.putArray("coordinates").add(located.get().lon()).add(located.get().lat());
      } else {
        feature.putNull("geometry");
      }
      feature.set("properties", properties(event));
    }
    return out;
  }

  private static ObjectNode properties(Event event) {
    ObjectNode out = object();
    out.put("event_type", event.type().id()).put("label", event.type().label());
    out.put("actor", joined(event.actors())).put("target", joined(event.targets()));
    event.place().ifPresent(p -> out.put("place", p.name()).put("km", kilometres(p.km())));
    event
        .time()
        .ifPresent(t -> out.put("start", t.start().toString()).put("end", t.end().toString()));
    out.put("certainty", certainty(event));
    Map<String, String> names = Claim.rootNames(event.claims());
    out.put(
        "sources",
        event.roots().stream().map(r -> names.getOrDefault(r, r)).collect(Collectors.joining("; ")));
    out.put("claims", event.claims().size()).put("contested", !event.contradictions().isEmpty());
    for (Casualties loss : event.casualties()) {
      out.put(name(loss.fate()) + "_low", loss.low());
      loss.high().ifPresent(high -> out.put(name(loss.fate()) + "_high", high));
    }
    return out;
  }

  static ObjectNode place(Location place) {
    ObjectNode out = MAPPER.createObjectNode();
    out.put("name", place.name()).put("surface", place.surface());
    place.place().ifPresent(p -> out.put("id", p.id()).put("gazetteer_name", p.name()));
    if (place.isLocated()) {
      located(out, place);
    }
    return out.put("status", name(place.status()));
  }

  /** Adds where a place is: degrees, the radius in km, and how exactly that is known in the codes of UCDP and ACLED. */
  public static void located(ObjectNode out, Location place) {
    out.put("lat", degrees(place.lat())).put("lon", degrees(place.lon())).put("km", kilometres(place.km()));
    GeoPrecision.ucdp(place).ifPresent(code -> out.put("where_prec", code));
    GeoPrecision.acled(place).ifPresent(code -> out.put("geo_precision", code));
  }

  private static void parties(ObjectNode out, String field, List<Participant> parties) {
    if (parties.isEmpty()) {
      return;
    }
    ArrayNode array = out.putArray(field);
    for (Participant party : parties) {
      ObjectNode one = array.addObject().put("name", party.name()).put("surface", party.surface());
      put(one, "id", party.actor());
    }
  }

  private static void attribution(ObjectNode out, Attribution attribution) {
    ArrayNode source = out.putArray("source");
    if (attribution.innermost().isEmpty()) {
      source.add("@publisher");
      return;
    }
    source.add(holder(attribution.innermost().get()));
    if (attribution.chain().size() > 1) {
      ArrayNode chain = out.putArray("chain");
      attribution.chain().forEach(holder -> chain.addArray().add(holder(holder)));
    }
  }

  private static ObjectNode holder(Attribution.Holder holder) {
    ObjectNode out = MAPPER.createObjectNode();
    out.put("name", holder.name()).put("surface", holder.surface());
    put(out, "id", holder.source().or(holder::actor));
    return out;
  }

  private static void casualties(ObjectNode out, List<Casualties> losses) {
    for (Map.Entry<Casualties.Fate, List<Casualties>> fate :
        losses.stream().collect(Collectors.groupingBy(Casualties::fate, () -> new EnumMap<>(Casualties.Fate.class), Collectors.toList())).entrySet()) {
      Casualties loss = fate.getValue().getFirst();
      String name = name(loss.fate());
      ArrayNode range = out.putArray(name).add(loss.low());
      if (loss.high().isPresent()) {
        range.add(loss.high().getAsInt());
      } else {
        range.addNull();
      }
      if (!loss.group().isEmpty()) {
        out.put(name + "_group", loss.group());
      }
    }
  }

  private static void time(ObjectNode out, Optional<TimeWindow> time) {
    time.ifPresent(
        t ->
            out.putObject("time")
                .put("start", t.start().toString())
                .put("end", t.end().toString())
                .put("precision", name(t.precision())));
  }

  private static void codes(ObjectNode out, EventType type) {
    out.put("acled_event_type", type.acledEvent());
    out.put("acled_sub_event_type", type.acledSubEvent());
    out.put("plover", type.plover());
  }

  static void strings(ObjectNode out, String field, List<String> values) {
    if (!values.isEmpty()) {
      ArrayNode array = out.putArray(field);
      values.forEach(array::add);
    }
  }

  private static void put(ObjectNode out, String field, Optional<String> value) {
    value.ifPresent(v -> out.put(field, v));
  }

  private static String joined(List<Participant> parties) {
    return parties.stream().map(Participant::name).distinct().collect(Collectors.joining("; "));
  }

  /** Writes an area as a GeoJSON polygon (RFC 7946). */
  public static void outline(ObjectNode out, Area area) {
    ArrayNode ring = out.put("type", "Polygon").putArray("coordinates").addArray();
    area.ring().forEach(p -> ring.addArray().add(degrees(p.lon())).add(degrees(p.lat())));
  }

  /** Kilometres to one place. */
  public static double kilometres(double km) {
    return Math.round(km * 10) / 10.0;
  }

  /** Degrees to five places: about a metre. */
  public static double degrees(double degrees) {
    return Math.round(degrees * 1e5) / 1e5;
  }

  /** The name of a constant as it is written outside: lower-case. */
  public static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
