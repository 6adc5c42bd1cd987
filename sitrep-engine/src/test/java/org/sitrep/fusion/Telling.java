package org.sitrep.fusion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.sitrep.claim.Attribution;
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Distance;
import org.sitrep.claim.Evidence;
import org.sitrep.claim.Participant;
import org.sitrep.claim.Provenance;
import org.sitrep.entity.EventType;
import org.sitrep.entity.Place;
import org.sitrep.mention.Location;
import org.sitrep.text.Span;
import org.sitrep.time.TimeWindow;

/** A claim by hand, for tests: {@code Telling.in("a").at(100).that("army", "clash", "rebels")...claim()}. */
public final class Telling {

  private static final Map<String, String> FAMILIES =
      Map.ofEntries(
          Map.entry("capture", "territory"),
          Map.entry("advance", "territory"),
          Map.entry("withdrawal", "territory"),
          Map.entry("control", "territory"),
          Map.entry("siege", "territory"),
          Map.entry("siege_lifted", "territory"),
          Map.entry("arrest", "persons"),
          Map.entry("abduction", "persons"),
          Map.entry("release", "persons"),
          Map.entry("displacement", "persons"),
          Map.entry("deployment", "posture"),
          Map.entry("zone", "posture"),
          Map.entry("accusation", "words"),
          Map.entry("threat", "words"),
          Map.entry("negotiation", "words"));

  private final String doc;
  private String publisher = "";
  private Optional<LocalDate> published = Optional.empty();
  private String section = "body";
  private int at;
  private String type = "clash";
  private List<Participant> actors = List.of();
  private List<Participant> targets = List.of();
  private final List<Location> places = new ArrayList<>();
  private Optional<TimeWindow> time = Optional.empty();
  private final List<Attribution.Holder> chain = new ArrayList<>();
  private Certainty certainty = Certainty.CERTAIN;
  private final List<Casualties> casualties = new ArrayList<>();
  private Optional<Distance> distance = Optional.empty();
  private String quote = "";
  private String finer = "";

  private Telling(String doc) {
    this.doc = doc;
  }

  /** A claim in a document. */
  public static Telling in(String doc) {
    return new Telling(doc);
  }

  /** The outlet and the day it published, or "" where unknown. */
  public Telling by(String outlet, String day) {
    publisher = outlet;
    published = day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
    return this;
  }

  /** Where the evidence starts. */
  public Telling at(int offset) {
    at = offset;
    return this;
  }

  /** Which part of the document. */
  public Telling section(String name) {
    section = name;
    return this;
  }

  /** Who did what to whom; "" for nobody, "?two men" for a party no pack knows, "id=Name" for one it does. */
  public Telling that(String actor, String what, String target) {
    actors = party(actor);
    type = what;
    targets = party(target);
    return this;
  }

  /** A place on the map: about 111 km to a degree. */
  public Telling near(String name, double lat, double lon, double km) {
    Place place =
        new Place(
            "t:" + Accounts.fold(name), name, feature(km), lat, lon, km, "", "", 0);
    places.add(
        new Location(
            name, name, Location.Status.RESOLVED, Optional.of(place), lat, lon, km, "exact",
            List.of()));
    return this;
  }

  /** So far from a place, in kilometres, in a direction that nobody states. */
  public Telling from(String name, double lat, double lon, double km) {
    distance = Optional.of(new Distance(km, "km", "="));
    return near(name, lat, lon, km + 2);
  }

  /** A place on no map. */
  public Telling somewhere(String name) {
    places.add(
        new Location(
            name, name, Location.Status.UNLOCATED, Optional.empty(), 0, 0, 0, "unknown", List.of()));
    return this;
  }

  /** The day. */
  public Telling on(String day) {
    time = Optional.of(TimeWindow.day(LocalDate.parse(day)));
    return this;
  }

  /** From one day to another. */
  public Telling between(String from, String to) {
    time = Optional.of(TimeWindow.between(LocalDate.parse(from), LocalDate.parse(to)));
    return this;
  }

  /** Whose word it is, innermost last: "Name" or "id=Name". */
  public Telling says(String... holders) {
    return told(Attribution.Stance.NEUTRAL, holders);
  }

  /** Who denies it. */
  public Telling denied(String... holders) {
    certainty = Certainty.DENIED;
    return told(Attribution.Stance.DENIAL, holders);
  }

  private Telling told(Attribution.Stance stance, String... holders) {
    for (String holder : holders) {
      chain.add(
          new Attribution.Holder(
              holder,
              holder.substring(holder.indexOf('=') + 1),
              holder.contains("=") ? Optional.of(holder.split("=")[0]) : Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              stance));
    }
    return this;
  }

  /** How sure. */
  public Telling held(Certainty how) {
    certainty = how;
    return this;
  }

  /** A count of dead. */
  public Telling killed(int low, int high, String group) {
    casualties.add(new Casualties(Casualties.Fate.KILLED, low, OptionalInt.of(high), group));
    return this;
  }

  /** A finer kind below the type. */
  public Telling finer(String subType) {
    finer = subType;
    return this;
  }

  /** The document's id. */
  public String doc() {
    return doc;
  }

  /** Whose word it is so far, the innermost. */
  public Optional<String> holder() {
    return chain.isEmpty() ? Optional.empty() : Optional.of(chain.getLast().surface());
  }

  /** The evidence. */
  public Telling words(String evidence) {
    quote = evidence;
    return this;
  }

  /** The claim. */
  public Claim claim() {
    String words = quote.isEmpty() ? type + " told at " + at : quote;
    Span span = new Span(at, at + words.length());
    return new Claim(
        doc + "-" + at + "-" + type,
        doc,
        "digest of " + doc,
        publisher.isEmpty() ? Optional.empty() : Optional.of(publisher),
        published,
        section,
        new Evidence(span, span, words),
        new EventType(type, type.replace('_', ' '), FAMILIES.getOrDefault(type, "fight"), "", "", "", ""),
        finer,
        actors,
        targets,
        places,
        time,
        new Attribution(chain),
        certainty,
        casualties,
        List.of(),
        distance,
        new Provenance("test", List.of()));
  }

  private static List<Participant> party(String key) {
    if (key.isEmpty()) {
      return List.of();
    }
    return List.of(
        key.startsWith("?")
            ? new Participant(key.substring(1), key.substring(1), Optional.empty())
            : new Participant(
                key, key.substring(key.indexOf('=') + 1), Optional.of(key.split("=")[0])));
  }

  private static Place.Feature feature(double km) {
    return km > 25 ? Place.Feature.REGION : km > 3 ? Place.Feature.TOWN : Place.Feature.VILLAGE;
  }
}
